import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, type Browser, type BrowserContextOptions, type Page, type Response } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { takeCharge } from "./first-steps.ts";
import { runOnce, startProgram, type RunningProgram } from "./running-koinon.ts";
import { watchTraffic } from "./traffic.ts";

// Many pages, each looked at twice, on a small machine.
test.setTimeout(1_200_000);

/** What a page may cost in all (reference: performance). */
const most = { bytes: 60 * 1024, requests: 5 };

/** Pages of one kind that are looked at: an idea, a poll and a date are three gatherings. */
const mostOfOneKind = 3;

let folder: string;
let demo: RunningProgram;
let people: Readonly<Record<"visitor" | "member" | "steward", BrowserContextOptions>>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  folder = await mkdtemp(path.join(tmpdir(), "koinon-every-page-"));
  demo = await startProgram({ folder, command: "demo" });
  const steward = await comeIn(browser, async (page) => {
    await page.goto(await demo.link());
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Mara Olmo" })).toBeVisible();
  });
  const member = await comeIn(browser, async (page) => {
    await takeCharge(page, await runOnce("operator-link", path.join(folder, "demo"), demo.origin));
    await page.goto(`${demo.origin}/communities/orchard_league`);
    await page.getByRole("button", { name: "Join", exact: true }).click();
    await expect(page.getByText("You are a member.").first()).toBeVisible();
  });
  people = { visitor: {}, member, steward };
});
test.afterAll(async () => {
  expect(await demo.stop(), demo.printed()).toBe(0);
  await rm(folder, { recursive: true, force: true });
});

for (const reader of ["visitor", "member", "steward"] as const) {
  test(`every page that a ${reader} can reach is sound, on a phone and on a desk, by day and by night`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ ...people[reader], timezoneId: "Europe/Rome", locale: "en-GB" });
    const page = await context.newPage();
    const traffic = await watchTraffic(page);
    const looked = new Set<string>();
    const paths = await walk(page, "", async (at, response) => {
      expect.soft(traffic.complaints, `${at} says nothing to the console`).toEqual([]);
      expect.soft(traffic.hosts(), `${at} asks nobody else`).toEqual([new URL(demo.origin).host]);
      expect.soft(traffic.requests(), `requests of ${at}`).toBeLessThanOrEqual(most.requests);
      expect.soft(traffic.bytes(), `bytes of ${at}`).toBeLessThanOrEqual(most.bytes);
      await expectForms(page, at, await response.text());
      await expectSoundLooks(page, at, looked);
      traffic.forget();
    });
    expect(paths.length).toBeGreaterThan(reader === "visitor" ? 8 : 20);
    await context.close();
  });
}

for (const language of ["de", "es"] as const) {
  test(`every page fits a phone in its own words, read in ${language}`, async ({ browser }) => {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ ...people.steward, viewport, timezoneId: "Europe/Rome" });
    const page = await context.newPage();
    await walk(page, `?read-in=${language}`, async (at) => {
      await expect.soft(page.locator("html"), at).toHaveAttribute("lang", language);
      expect.soft(await overhang(page), `${at} in ${language}`).toEqual([]);
    });
    await context.close();
  });
}

async function comeIn(browser: Browser, signIn: (page: Page) => Promise<void>): Promise<BrowserContextOptions> {
  const context = await browser.newContext({ locale: "en-GB" });
  await signIn(await context.newPage());
  const storageState = await context.storageState();
  await context.close();
  return { storageState };
}

/**
 * Opens every page that links lead to from the front page, a few of each kind, and looks at each; every one of them answers. Gives their
 * paths.
 */
async function walk(
  page: Page,
  query: string,
  look: (at: string, response: Response) => Promise<void>,
): Promise<readonly string[]> {
  const found = new Set(["/"]);
  const kinds = new Map<string, number>();
  for (const at of found) {
    const response = await page.goto(demo.origin + at + query, { waitUntil: "load" });
    expect(response?.ok(), `${at} answers ${response?.status()}`).toBe(true);
    if (response !== null) await look(at, response);
    for (const next of await page.locator("a[href]").evaluateAll(ownPaths)) {
      const kind = next
        .replaceAll(/[0-9a-f-]{36}/g, ":id")
        .replaceAll(/communities\/\w+(?<!new)/g, "communities/:name");
      const seen = kinds.get(kind) ?? 0;
      if (found.has(next) || seen >= mostOfOneKind) continue;
      kinds.set(kind, seen + 1);
      found.add(next);
    }
  }
  return [...found];
}

/** Paths of links that lead to pages of this server: no files, and nothing of another host. */
function ownPaths(links: readonly (HTMLElement | SVGElement)[]): string[] {
  return links
    .filter((link) => !link.hasAttribute("download"))
    .map((link) => new URL(link.getAttribute("href") ?? "", document.baseURI))
    .filter(
      ({ origin, pathname }) =>
        origin === location.origin && !/\.\w+$|^\/(source|take-part)|^\/attachments\/[^/]+$/.test(pathname),
    )
    .map(({ pathname }) => pathname);
}

/** Without scripts every form is there that is there with them. */
async function expectForms(page: Page, at: string, sent: string): Promise<void> {
  const withScripts = await page.locator("form").count();
  expect.soft(sent.match(/<form\b/g)?.length ?? 0, `forms of ${at} without scripts`).toBe(withScripts);
}

/**
 * Each page in both widths, and by axe in both schemes; the pairs change from page to page, so that each is met with every kind of part.
 * What is built of the very same parts as a page that was looked at is measured alone: axe would say the same of it.
 */
async function expectSoundLooks(page: Page, at: string, looked: Set<string>): Promise<void> {
  const parts = await page.evaluate(partsOfPage);
  const isNew = !looked.has(parts);
  const schemes = looked.size % 2 === 0 ? (["light", "dark"] as const) : (["dark", "light"] as const);
  looked.add(parts);
  for (const [turn, width] of [390, 1280].entries()) {
    const colorScheme = schemes[turn] ?? "light";
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect.soft(await overhang(page), `${at} at ${width}`).toEqual([]);
    if (!isNew) continue;
    expect.soft(await faultsOf(page), `${at} at ${width}, ${colorScheme}`).toEqual([]);
  }
}

/** What a page is built of: each element with all it says of itself but its words, addresses and values, each once. */
function partsOfPage(): string {
  const own = new Set(["href", "value", "id", "for", "datetime", "title", "action", "content", "lang"]);
  const parts = [...document.body.querySelectorAll("*")].map((element) => {
    const said = element
      .getAttributeNames()
      .filter((name) => !own.has(name) && !/^(aria-label|data-text|data-live|data-source)/.test(name))
      .map((name) => `${name}=${element.getAttribute(name)}`);
    return [element.parentElement?.localName, element.localName, ...said].join(" ");
  });
  return [...new Set(parts)].toSorted().join("\n");
}

/** What sticks out of the page to the right, so that it would scroll sideways; empty when it fits. */
function overhang(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
