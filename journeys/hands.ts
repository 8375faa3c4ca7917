import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { faultsOf } from "./axe.ts";
import { press, tabTo, typeInto } from "./deciding.ts";
import { journey } from "./running-koinon.ts";

/** Somebody who uses a page, in their own way. */
export interface Hands {
  readonly page: Page;
  /** A button, a link, or what unfolds something. */
  press(wanted: Locator): Promise<void>;
  /** Ticks a box, or chooses one of several in view. */
  tick(wanted: Locator): Promise<void>;
  /** Chooses by its words one of several that are folded away. */
  choose(wanted: Locator, words: string): Promise<void>;
  write(wanted: Locator, words: string): Promise<void>;
  /** Waits for the page under this heading; whoever can looks whether it is sound as it is now. */
  look(heading: string): Promise<void>;
}

const reader = { timezoneId: "Europe/Rome", locale: "en-GB" } as const;

/** Tells one story twice: of somebody without scripts, and of somebody without a mouse, whose pages are looked at. */
export function inBothWays(promise: string, story: (hands: Hands) => Promise<void>): void {
  for (const [how, come] of [
    ["without scripts", withoutScripts],
    ["by the keyboard alone", withoutMouse],
  ] as const) {
    journey(`${promise}, ${how}`, async ({ browser }) => {
      const hands = await come(browser);
      await story(hands);
      await hands.page.context().close();
    });
  }
}

async function withoutScripts(browser: Browser): Promise<Hands> {
  const page = await newPage(browser, false);
  return {
    page,
    press: (wanted) => wanted.click(),
    tick: (wanted) => wanted.check(),
    choose: async (wanted, words) => void (await wanted.selectOption({ label: words })),
    write: (wanted, words) => wanted.fill(words),
    // Axe needs scripts; whoever comes without a mouse looks at the same pages.
    look: (heading) => isUnder(page, heading),
  };
}

async function withoutMouse(browser: Browser): Promise<Hands> {
  const page = await newPage(browser, true);
  return {
    page,
    press: (wanted) => press(page, wanted),
    tick: async (wanted) => {
      if ((await wanted.getAttribute("type")) === "checkbox") {
        await tabTo(page, wanted);
        await page.keyboard.press("Space");
        return;
      }
      // Of several of which one is chosen, one way leads to them all; from there the arrows go on.
      const group = page.locator(`input[type=radio][name="${await wanted.getAttribute("name")}"]`);
      const chosen = group.and(page.locator(":checked"));
      await tabTo(page, (await chosen.count()) > 0 ? chosen : group.first());
      await page.keyboard.press("Space");
      while (!(await wanted.isChecked())) await page.keyboard.press("ArrowDown");
    },
    choose: async (wanted, words) => {
      await tabTo(page, wanted);
      await page.keyboard.type(words);
      await expect(wanted.locator("option:checked")).toHaveText(words);
    },
    write: (wanted, words) => typeInto(page, wanted, words),
    look: async (heading) => {
      await isUnder(page, heading);
      await lookAt(page);
    },
  };
}

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ ...reader, javaScriptEnabled });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

async function isUnder(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** Nothing sticks out or is found fault with, light on a phone and dark on a desk. */
async function lookAt(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [390, "light"],
    [1280, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const at = `${new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, "…")}, ${width} wide, ${colorScheme}`;
    const sticksOut = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect.soft(sticksOut, `${at} sticks out`).toBe(false);
    expect.soft(await faultsOf(page), at).toEqual([]);
  }
}
