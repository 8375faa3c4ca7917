import { expect, type Browser, type Page } from "@playwright/test";
import { startSnac, type Snac, type SnacUser } from "../testing/snac2.ts";
import { announceGathering, askWhen, foundCommunity, sayYesToEveryOtherTime, takeCharge } from "./first-steps.ts";
import { journey, type RunningProgram } from "./running-koinon.ts";

journey.setTimeout(300_000);
journey.use({ timezoneId: "Europe/Rome", locale: "en-GB" });

let snac: Snac<"ana" | "ben">;
journey.beforeAll(async () => {
  snac = await startSnac({ users: ["ana", "ben"], address: "127.0.0.14" });
});
journey.afterAll(() => snac.stop());

journey(
  "a person signs in by OAuth at their own server, and what they had typed is still there",
  async ({ browser, page, start }) => {
    const poll = await openPoll(browser, await start());
    const count = await answerAsVisitor(page, poll);
    await signInThere(page, snac.users.ana);
    await sendKeptAnswer(page, poll, count);

    await journey.step("joins the list from the gathering's page", async () => {
      await page.getByRole("link", { name: "To the gathering" }).click();
      await page.getByRole("button", { name: "Put me on the list" }).click();
      await expect(page.getByText("You are on the list.").first()).toBeVisible();
    });

    await journey.step("ends, from one browser, the session in another", async () => {
      const other = await browser.newPage();
      await other.goto(new URL("/sign-in", poll).href);
      await signInThere(other, snac.users.ana);
      await expect(other.getByRole("heading", { name: "Where I am signed in" })).toBeVisible();
      await page.goto(new URL("/me", poll).href);
      await page.getByRole("button", { name: /^Sign out there: / }).click();
      await expect(page.getByText("You are signed out there.")).toBeVisible();
      await other.reload();
      expect(new URL(other.url()).pathname).toBe("/sign-in");
    });

    await journey.step("signs out", async () => {
      await page.getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
      await page.goto(new URL("/me", poll).href);
      expect(new URL(page.url()).pathname).toBe("/sign-in");
    });
  },
);

journey.describe("without scripts", () => {
  journey.use({ javaScriptEnabled: false });

  journey(
    "a person signs in by sending a code to the server's actor, and what they had typed is still there",
    async ({ browser, page, start }) => {
      const program = await start();
      const poll = await openPoll(browser, program);
      const count = await answerAsVisitor(page, poll);

      await journey.step("sends the code that the page shows", async () => {
        await page.getByRole("button", { name: "Show me a code" }).click();
        await expect(page.getByRole("heading", { name: "Send this code" })).toBeVisible();
        const code = await page.locator("code").innerText();
        await snac.users.ben.directMessage(await actorBehind(page, program), code);
      });

      await journey.step("goes on as whoever sent it", async () => {
        await expect(async () => {
          await page.getByRole("link", { name: "I have sent it" }).click();
          await expect(page.getByRole("heading", { name: "Your code has arrived" })).toBeVisible({ timeout: 1_000 });
        }).toPass({ timeout: 20_000 });
        await expect(page.getByText(snac.users.ben.handle).first()).toBeVisible();
        await page.getByRole("button", { name: "This is me, go on" }).click();
      });

      await sendKeptAnswer(page, poll, count);

      await journey.step("joins the community", async () => {
        await page.goto(`${program.origin}/communities/well_keepers`);
        await page.getByRole("button", { name: "Join", exact: true }).click();
        await expect(page.getByText("You are a member.").first()).toBeVisible();
      });
    },
  );
});

/** Has somebody else take charge, found a community, announce a gathering and ask when; gives the address of the poll's page. */
async function openPoll(browser: Browser, program: RunningProgram): Promise<string> {
  const page = await browser.newPage();
  await takeCharge(page, await program.link());
  await page.goto(await foundCommunity(page, { name: "Well keepers", handle: "well_keepers" }));
  await announceGathering(page, { title: "Spring cleaning of the wells", handle: "spring_cleaning" });
  await askWhen(page);
  const { pathname } = new URL(page.url());
  await page.close();
  return `${program.origin}${pathname}/poll`;
}

/** Fills in the grid without being signed in and sends it; the page asks for signing in then. */
async function answerAsVisitor(page: Page, poll: string): Promise<number> {
  await page.goto(poll);
  const count = await sayYesToEveryOtherTime(page);
  await page.getByLabel("Anything to add").fill("Only until noon.");
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  return count;
}

/** From the page for signing in to the person's own server, and back as they. */
async function signInThere(page: Page, user: SnacUser): Promise<void> {
  const ours = new URL(page.url()).origin;
  await page.getByLabel("Your handle, or your server").fill(`@${user.handle}`);
  await page.getByRole("button", { name: "Go to my server" }).click();
  await page.waitForURL(`${snac.origin}/**`);
  // The page is snac2's, whose fields have names and no labels.
  await page.locator("input[name=login]").fill(user.name);
  await page.locator("input[name=passwd]").fill(user.password);
  await page.locator("input[type=submit]").click();
  await page.waitForURL(`${ours}/**`);
  await expect(page.getByRole("link", { name: user.name, exact: true })).toBeVisible();
}

/** On the page that was asked for first, with the form as it was typed: sends it, and sees that it was taken. */
async function sendKeptAnswer(page: Page, poll: string, count: number): Promise<void> {
  await expect(page.getByRole("heading", { name: "Say which times suit you" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(new URL(poll).pathname);
  await expect(page.getByLabel("Anything to add")).toHaveValue("Only until noon.");
  await expect(page.getByRole("radio", { name: "Yes", exact: true, checked: true })).toHaveCount(Math.ceil(count / 2));
  await page.getByRole("button", { name: "Send my answer" }).click();
  await expect(page.getByText(`Your answer is taken: ${Math.ceil(count / 2)} times suit you.`)).toBeVisible();
}

/** The ActivityPub id behind the handle that the page names, found as any server finds it: by WebFinger. */
async function actorBehind(page: Page, program: RunningProgram): Promise<string> {
  const handle = await page.getByRole("main").locator(".handle").first().innerText();
  const resource = encodeURIComponent(`acct:${handle.replace(/^@/, "")}`);
  const found = await fetch(`${program.origin}/.well-known/webfinger?resource=${resource}`);
  const { links } = (await found.json()) as {
    readonly links: readonly { readonly rel: string; readonly href: string }[];
  };
  return links.find(({ rel }) => rel === "self")?.href ?? "";
}
