import { expect, type Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { journey } from "./running-koinon.ts";

journey.setTimeout(240_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB", actionTimeout: 15_000 });

/** For each method of options of one's own, how somebody answers on its page. */
const answers: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "Single choice": (page) => page.getByLabel("Plum").check(),
  Approval: (page) => page.getByLabel("Plum").check(),
  Score: (page) => page.getByLabel("Plum").fill("4"),
  "Majority judgment": (page) => page.getByLabel("Plum").selectOption("Good"),
  "Each against each (Schulze)": (page) => page.getByLabel("Plum").selectOption("1"),
};

journey("a thread becomes decisions by several methods, without scripts", async ({ browser, start }) => {
  const program = await start({ command: "demo" });
  const context = await browser.newContext({ javaScriptEnabled: false, timezoneId: "Europe/Rome", locale: "en-GB" });
  const page = await context.newPage();
  await comeIn(page, await program.link());

  await journey.step("a member opens a thread", async () => {
    await page.goto(`${program.origin}/communities/orchard_league/threads/new`);
    await page.getByLabel("Title").fill("Which fruit for the logo");
    await page.getByLabel("Text").fill("We need one fruit.");
    await page.getByRole("button", { name: "Open the thread" }).click();
    await expect(page.getByText("The thread is open.")).toBeVisible();
  });
  const thread = page.url().split("?")[0] ?? "";

  for (const [method, answer] of Object.entries(answers)) {
    await journey.step(`${method}: put forward, answered, closed and counted`, async () => {
      await page.goto(`${thread}/proposals/new`);
      await page.getByText("Decide in another way").click();
      await page.getByRole("link", { name: method, exact: true }).click();
      await page.getByLabel("Title").fill(`By ${method}`);
      await page.getByLabel("Options", { exact: true }).fill("Pear\nPlum");
      await page.getByRole("button", { name: "Put it forward" }).click();
      await expect(page.getByText("The proposal is open.")).toBeVisible();
      await answer(page);
      await page.getByRole("button", { name: "Send my answer" }).click();
      await expect(page.getByText("Your answer is taken.")).toBeVisible();
      await page.getByText("Close or take back").click();
      await page.getByLabel("Why it is closed now").fill("All have answered.");
      await page.getByRole("button", { name: "Close now and count" }).click();
      await expect(page.getByText("Chosen: Plum.").first()).toBeVisible();
    });
  }
  await context.close();
});

journey("a proposal is answered by the keyboard alone", async ({ page, start }) => {
  const program = await start({ command: "demo" });
  await comeIn(page, await program.link());
  await page.goto(`${program.origin}/communities/orchard_league/threads`);
  await page.getByRole("link", { name: "Try a shared moderator for three months" }).first().click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Agree", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("It is time.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your answer is taken.")).toBeVisible();
  await expect(page.getByText("It is time.").first()).toBeVisible();
});

async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
}
