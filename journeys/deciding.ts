import path from "node:path";
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { journey, runOnce, type RunningProgram } from "./running-koinon.ts";

const reader = { timezoneId: "Europe/Rome", locale: "en-GB" } as const;

/** Pages that two people of the league walk: the steward of the demo, and a member who came in today. */
export interface Deciders {
  readonly steward: Page;
  readonly member: Page;
  /** The steward's pages where scripts run. */
  readonly scripted: Page;
  readonly origin: string;
}

/** Where the pages of the league are. */
export const league = "/communities/orchard_league";

/** A story told in a demo of its own by both, without scripts; what they visit is looked at with scripts afterwards. */
export function deciding(promise: string, story: (deciders: Deciders) => Promise<void>): void {
  journey(promise, async ({ browser, start, folder }) => {
    journey.setTimeout(300_000);
    const program = await start({ command: "demo" });
    const deciders = await comeIn(browser, program, folder);
    await story(deciders);
  });
}

async function comeIn(browser: Browser, program: RunningProgram, folder: string): Promise<Deciders> {
  const steward = await newPage(browser, { javaScriptEnabled: false });
  await steward.goto(await program.link());
  await steward.getByRole("main").getByRole("button").first().click();
  await expect(steward.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
  const member = await newPage(browser, { javaScriptEnabled: false });
  await joinLeague(member, program.origin, await runOnce("operator-link", path.join(folder, "demo"), program.origin));
  const scripted = await newPage(browser, { storageState: await steward.context().storageState() });
  return { steward, member, scripted, origin: program.origin };
}

async function newPage(browser: Browser, settings: Parameters<Browser["newContext"]>[0]): Promise<Page> {
  const context = await browser.newContext({ ...reader, ...settings });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Whoever runs the server has no account of the league yet: they come in as anybody does. */
async function joinLeague(page: Page, origin: string, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill("Sol Ibarra");
  await page.getByLabel("Name of the server").fill("Orchard Hall");
  await page.getByLabel("English").check();
  await page.getByLabel("Time zone").selectOption("Europe/Rome");
  await page.getByRole("button", { name: "Take charge" }).click();
  await page.goto(`${origin}${league}`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.getByText("You are a member.").first()).toBeVisible();
}

/** Opens a thread, of the league unless another community is named, and gives its path. */
export async function openThread(
  page: Page,
  origin: string,
  title: string,
  community: string = league,
): Promise<string> {
  await page.goto(`${origin}${community}/threads/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text").fill("Let us talk it over before we decide.");
  await page.getByRole("button", { name: "Open the thread" }).click();
  await expect(page.getByText("The thread is open.")).toBeVisible();
  return pathOf(page);
}

/** Puts a proposal forward from a form that is open, and gives its path. */
export async function putForward(page: Page, title: string): Promise<string> {
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Put it forward" }).click();
  await expect(page.getByText("The proposal is open.")).toBeVisible();
  return pathOf(page);
}

/** Chooses an answer of an open proposal and sends it. */
export async function answer(page: Page, choice: string): Promise<void> {
  await page.getByRole("main").getByLabel(choice, { exact: true }).first().check();
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText("Your answer is taken.")).toBeVisible();
}

/** Closes an open proposal before its time. */
export async function closeNow(page: Page): Promise<void> {
  await page.getByText("Close or take back").click();
  await page.getByLabel("Why it is closed now").fill("All have answered.");
  await page.getByRole("button", { name: "Close now and count" }).click();
  await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
}

/** The path of the page that is open. */
export function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Nothing on these pages sticks out or is found fault with by axe, on a phone and on a desk. */
export async function expectSound({ scripted, origin }: Deciders, paths: readonly string[]): Promise<void> {
  for (const at of paths) {
    await journey.step(`${at.replaceAll(/[0-9a-f-]{36}/g, "…")} is sound`, async () => {
      await scripted.goto(`${origin}${at}`);
      for (const width of [390, 1280]) {
        await scripted.setViewportSize({ width, height: 900 });
        const [wide, seen] = await scripted.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect.soft(wide, `width of ${at} at ${width}`).toBe(seen);
        expect.soft(await faultsOf(scripted), `${at} at ${width}`).toEqual([]);
      }
    });
  }
}

/** Goes on from one thing to the next until this one has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((field) => field === field.ownerDocument.activeElement);
  for (let steps = 0; steps < 120; steps += 1) {
    if (await isThere()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("no way leads there by the keyboard");
}

/** Goes to a field by the keyboard and writes there, in place of what stood there. */
export async function typeInto(page: Page, wanted: Locator, words: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(words);
}

/** Goes to a button or a link by the keyboard and presses it. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}
