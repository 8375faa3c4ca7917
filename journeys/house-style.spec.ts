import { expect, test, type Browser } from "@playwright/test";
import { openStylePage, type StylePage } from "../scripts/style-page.ts";
import { faultsOf } from "./axe.ts";

// Several browsers on a small machine: what is tested is the pages, not how soon a browser starts.
test.setTimeout(120_000);

let pages: StylePage;
test.beforeAll(async () => {
  pages = await openStylePage(0);
});
test.afterAll(() => pages.close());

const at = (path: string) => new URL(path, pages.origin).href;
const sizes = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
];
const shown = [
  "/nothing",
  "/little",
  "/much?read-in=de",
  "/little?done=1",
  "/refused/not-found?read-in=fr",
  "/broken",
  "/time-zone",
];

test.describe("every component of the house", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const viewport of [sizes[1], sizes[2]]) {
      test(`has nothing that axe finds fault with, ${colorScheme}, ${viewport?.width} wide`, async ({ browser }) => {
        const context = await browser.newContext({ colorScheme, viewport: viewport ?? null });
        const page = await context.newPage();
        for (const path of shown) {
          await page.goto(at(path));
          expect(await faultsOf(page), path).toEqual([]);
        }
        await context.close();
      });
    }
  }

  test("fits every screen from a cracked phone to a projector", async ({ browser }) => {
    for (const viewport of sizes) {
      const page = await browser.newPage({ viewport });
      for (const path of shown) {
        await page.goto(at(path));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${path} at ${viewport.width}`).toBeLessThanOrEqual(viewport.width);
      }
      await page.close();
    }
  });

  test("asks no other server for anything, and runs nothing inline", async ({ page }) => {
    const asked = new Set<string>();
    const complaints: string[] = [];
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(at("/much"));
    expect([...asked].filter((origin) => origin !== pages.origin.origin && origin !== "null")).toEqual([]);
    expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  });

  test("can be reached and worked by keyboard alone", async ({ page }) => {
    await page.goto(at("/little"));
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByLabel("Yes", { exact: true }).first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByLabel("If need be").first()).toBeChecked();
  });

  test("prints black on white, without what only a screen is for", async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.goto(at("/little"));
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    await expect(page.getByRole("link", { name: "Sign in" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Answer the poll" })).toBeHidden();
    await expect(page.getByRole("heading", { name: "First gathering" })).toBeVisible();
  });
});

test("what people and other servers write runs nowhere, in any field", async ({ page }) => {
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  // Without the policy too: the fields themselves must hold.
  await page.route("**/hostile", async (route) => {
    const response = await route.fetch();
    const { "content-security-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(at("/hostile"));
  expect(await page.locator("article.hostile").count()).toBeGreaterThanOrEqual(200);
  const foreign =
    "article.hostile :is(script, iframe, img, object, embed, style, base, meta, link, video, audio, koinon-live)";
  expect(await page.locator(foreign).count()).toBe(0);
  const handlers = await page.evaluate(() =>
    [...document.querySelectorAll("article.hostile *")]
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => /^on|^style$/.test(name)),
  );
  expect(handlers).toEqual([]);
  const targets = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLAnchorElement>("article.hostile a[href]")].map((link) => link.protocol),
    ),
  ]);
  expect(targets.filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol))).toEqual([]);
  expect(dialogs).toBe(0);
});

test.describe("a form of ours", () => {
  test("sent by another site does nothing", async ({ page, context }) => {
    await page.goto(at("/little"));
    const elsewhere = await context.newPage();
    // Another origin as the browser sees it, in the same browser, with the same cookies.
    const attack = new URL("/little", pages.origin);
    attack.hostname = "localhost";
    await elsewhere.route(attack.href, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method="post" action="${at("/form")}"><input name="purpose" value="x"><button>win</button></form>`,
      }),
    );
    await elsewhere.goto(attack.href);
    const [response] = await Promise.all([
      elsewhere.waitForResponse(at("/form")),
      elsewhere.getByRole("button").click(),
    ]);
    expect(response.status()).toBe(403);
    await expect(elsewhere.getByText("Another site sent this form.")).toBeVisible();
  });

  test("says what to mend beside the thing, keeps what was typed, and works without scripts", async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(at("/little"));
    const form = page.getByRole("form", { name: "Gathering" });
    await form.getByLabel("Anything to add (optional)").fill('I bring "cake"');
    await form.getByRole("button", { name: "Say which times suit you" }).click();
    await expect(page.getByRole("heading", { name: "Something needs mending before this can be sent" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Gathering: This is needed." })).toBeVisible();
    await expect(page.getByLabel("Anything to add (optional)")).toHaveValue('I bring "cake"');
    await page.getByRole("textbox", { name: "Gathering" }).fill("We meet");
    await page
      .getByRole("form", { name: "Gathering" })
      .getByRole("button", { name: "Say which times suit you" })
      .click();
    expect(new URL(page.url()).search).toBe("?done=answered");
  });

  test("keeps a draft in this browser until it is sent", async ({ page }) => {
    await page.goto(at("/little"));
    await page.getByLabel("Anything to add (optional)").fill("I bring cake");
    await page.goto(at("/little"));
    await expect(page.getByLabel("Anything to add (optional)")).toHaveValue("I bring cake");
    await page.getByRole("button", { name: "Discard it" }).click();
    await page.goto(at("/little"));
    await expect(page.getByLabel("Anything to add (optional)")).toHaveValue("");
    await page.getByRole("textbox", { name: "Gathering" }).fill("We meet");
    await page
      .getByRole("form", { name: "Gathering" })
      .getByRole("button", { name: "Say which times suit you" })
      .click();
    await page.goto(at("/little"));
    await expect(page.getByRole("textbox", { name: "Gathering" })).toHaveValue("");
  });
});

test.describe("the islands", () => {
  test("copy a handle where scripts run, and leave it to be read where they do not", async ({ browser }) => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(at("/little"));
    await page.getByRole("button", { name: "Copy" }).first().click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("@first-gathering@hall.example");
    const still = await withoutScripts(browser, "/little");
    await expect(still.getByText("@first-gathering@hall.example").first()).toBeVisible();
    await expect(still.getByRole("button", { name: "Copy" })).toHaveCount(0);
  });

  test("renew what changed, say so politely, and take nothing from under anybody's fingers", async ({ page }) => {
    await page.goto(at("/little"));
    await page.getByLabel("Anything to add (optional)").fill("half a sentence");
    const before = await page.getByText(/^People: \d+$/).textContent();
    await page.request.get(at("/change"));
    await expect(page.getByText(/^People: \d+$/).first()).not.toHaveText(before ?? "");
    await expect(page.locator("koinon-live > [aria-live=polite]")).toHaveText(/People: \d+/);
    await expect(page.getByLabel("Anything to add (optional)")).toHaveValue("half a sentence");
  });

  test("offer the device's zone where it is another, and the choice holds", async ({ browser }) => {
    const page = await (await browser.newContext({ timezoneId: "America/Bogota" })).newPage();
    await page.goto(at("/little"));
    await expect(page.getByText("15:00 CET").first()).toBeVisible();
    await page.getByRole("link", { name: "Show times in America/Bogota, as on your device" }).click();
    await page.goto(at("/little"));
    await expect(page.getByText("09:00 GMT-5").first()).toBeVisible();
    await expect(page.getByText("as on your device")).toHaveCount(0);
  });

  test("are not needed to choose a language or a zone", async ({ browser }) => {
    const page = await withoutScripts(browser, "/little");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.getByRole("link", { name: "Anmelden" })).toBeVisible();
    await page.getByRole("link", { name: "Ändern" }).click();
    await page.getByLabel("Zeitzone").selectOption("Asia/Kolkata");
    await page.getByRole("button", { name: "Zeiten so zeigen" }).click();
    await expect(page.getByText("Indische Normalzeit").first()).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/little");
  });
});

async function withoutScripts(browser: Browser, path: string) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(at(path));
  return page;
}
