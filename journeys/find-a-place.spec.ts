import { expect, type Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { journey } from "./running-koinon.ts";

journey.setTimeout(120_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB", actionTimeout: 15_000 });

journey(
  "somebody finds a place to join, and a member corrects what is said of another, without scripts",
  async ({ browser, page: looking, start }) => {
    const program = await start({ command: "demo" });
    const context = await browser.newContext({ javaScriptEnabled: false, timezoneId: "Europe/Rome", locale: "en-GB" });
    const page = await context.newPage();

    await journey.step("a visitor narrows the list, and the answers are its address", async () => {
      await page.goto(program.origin);
      await page.getByRole("link", { name: "See the directory" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "6 places" })).toBeVisible();
      await page.getByText("Narrow the list").click();
      await page.getByRole("group", { name: "Joining the collective" }).getByLabel("On request").check();
      await page.getByRole("combobox", { name: "Languages" }).selectOption("es");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/joining=application.*languages=es/);
      await expect(page.getByRole("link", { name: "The Orchard" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Harbour" })).toHaveCount(0);
      expect(await faultsAt(looking, page.url())).toEqual([]);
    });

    await journey.step("the page of the place shows who says what, and who says otherwise", async () => {
      await page.getByRole("link", { name: "The Orchard" }).click();
      await expect(page.getByText("Others say otherwise:")).toBeVisible();
      await expect(page.getByText("the place itself has not verified it")).toBeVisible();
      expect(await faultsAt(looking, page.url())).toEqual([]);
    });

    await journey.step("a place shows what it has proved, and those who run one see how", async () => {
      await page.goto(`${program.origin}/directory?verified=account`);
      await page.getByRole("link", { name: "Plum Social" }).click();
      await expect(page.getByText("Verified by its domain and by its server’s account")).toBeVisible();
      expect(await faultsAt(looking, page.url())).toEqual([]);
      await page.getByRole("link", { name: "Verify this entry" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Verify an entry" })).toBeVisible();
      expect(await faultsAt(looking, page.url())).toEqual([]);
    });

    await journey.step("a member says what they know of another place, with its source", async () => {
      await comeIn(page, await program.link());
      await page.goto(`${program.origin}/directory?q=harbour`);
      await page.getByRole("link", { name: "Harbour" }).click();
      await page.getByRole("link", { name: "Say what you know" }).click();
      await page.getByRole("textbox", { name: "Languages" }).fill("pt, en");
      await page.getByRole("button", { name: "Say it" }).click();
      await expect(page.getByText("Say where this is written").first()).toBeVisible();
      await expect(page.getByRole("textbox", { name: "Languages" })).toHaveValue("pt, en");
      await page.getByLabel("Where it is written").fill("https://harbour.example/about");
      await page.getByRole("button", { name: "Say it" }).click();
      await expect(page.getByText("What you said stands here")).toBeVisible();
      await expect(page.getByText("Portuguese, English")).toBeVisible();
      expect(await faultsAt(looking, page.url())).toEqual([]);
    });
    await context.close();
  },
);

/** What axe finds fault with there; it needs scripts, which the journey goes without. */
async function faultsAt(looking: Page, address: string) {
  await looking.goto(address);
  return faultsOf(looking);
}

async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
}
