import { expect, type Page } from "@playwright/test";
import { photograph } from "../testing/pictures.ts";
import { faultsOf } from "./axe.ts";
import { journey } from "./running-koinon.ts";

journey.setTimeout(240_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB", actionTimeout: 20_000 });

const words = "Six people under a plum tree";

journey("a picture and a plan go with a post, without scripts, and one is taken away", async ({ browser, start }) => {
  const program = await start({ command: "demo" });
  const settings = { timezoneId: "Europe/Rome", locale: "en-GB" } as const;
  const context = await browser.newContext({ ...settings, javaScriptEnabled: false });
  const page = await context.newPage();
  await comeIn(page, await program.link());
  await page.goto(`${program.origin}/communities/orchard_league/threads`);
  await page.getByRole("link", { name: "In which languages do we meet?" }).first().click();
  await page.waitForURL(/\/threads\/[0-9a-f-]{36}/);
  const thread = page.url();

  await journey.step("a member writes, and brings a picture that was taken with a telephone", async () => {
    await page.getByLabel("Your words").fill("This is how we sat.");
    await page.getByText("Add a picture or a file").click();
    await page.getByLabel("What the picture shows (optional)").fill(words);
    const picture = { name: "IMG_7.jpg", mimeType: "image/jpeg", buffer: await photograph() };
    await page.getByLabel("File", { exact: true }).setInputFiles(picture);
    await page.getByRole("button", { name: "Bring it, and go on writing" }).click();
    await expect(page.getByRole("checkbox", { name: /IMG_7\.webp/ })).toBeChecked();
    await expect(page.getByLabel("Your words")).toHaveValue("This is how we sat.");
  });

  await journey.step("a file that is too large is refused, and what was typed is still there", async () => {
    const film = { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(6 * 1024 * 1024) };
    await page.getByLabel("File", { exact: true }).setInputFiles(film);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("larger than 4 MB").first()).toBeVisible();
    await expect(page.getByLabel("Your words")).toHaveValue("This is how we sat.");
    await expect(page.getByRole("checkbox", { name: /IMG_7\.webp/ })).toBeChecked();
  });

  await journey.step("it is sent with a plan", async () => {
    const plan = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nthe plan\n") };
    await page.getByLabel("File", { exact: true }).setInputFiles(plan);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("img", { name: words })).toBeVisible();
    await expect(page.getByRole("link", { name: "plan.pdf", exact: true })).toBeVisible();
  });

  await journey.step("a visitor sees the one and saves the other", async () => {
    const visiting = await browser.newContext({ ...settings, acceptDownloads: true });
    const visitor = await visiting.newPage();
    await visitor.goto(thread);
    const picture = visitor.getByRole("img", { name: words });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(320);
    expect(await faultsOf(visitor)).toEqual([]);
    const downloading = visitor.waitForEvent("download");
    await visitor.getByRole("link", { name: "plan.pdf", exact: true }).click();
    expect((await downloading).suggestedFilename()).toBe("plan.pdf");
    await visiting.close();
  });

  await journey.step("its author takes the plan away, and the post says so", async () => {
    await page.getByRole("link", { name: "Take away plan.pdf" }).click();
    await page.getByRole("button", { name: "Take the file away" }).click();
    await expect(page.getByText("The file is taken away.")).toBeVisible();
    await expect(page.getByText("A file was taken away by whoever wrote this.")).toBeVisible();
    await expect(page.getByRole("img", { name: words })).toBeVisible();
  });
  await context.close();
});

async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
}
