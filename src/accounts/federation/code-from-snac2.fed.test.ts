import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieBrowser, type CookieBrowser } from "../../../testing/cookie-browser.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startSnac, type Snac } from "../../../testing/snac2.ts";
import { waitFor } from "../../../testing/wait-for.ts";

let koinon: RunningKoinon;
let snac: Snac<"ana">;

beforeAll(async () => {
  [koinon, snac] = await Promise.all([startKoinon(), startSnac({ users: ["ana"], address: "127.0.0.14" })]);
}, 30_000);
afterAll(() => Promise.all([koinon.stop(), snac.stop()]));

function browser(): CookieBrowser {
  return cookieBrowser((request) => fetch(request, { redirect: "manual" }), new URL(koinon.origin), "");
}

test(
  "somebody on snac2 signs in by sending the shown code, and is told that it arrived",
  { timeout: 30_000 },
  async () => {
    const { ana } = snac.users;
    const page = browser();
    await page.submit("/sign-in?next=/me/about", "/sign-in/code");
    const shown = await page.get("/sign-in/code");
    const code = /<code[^>]*>([A-Z0-9-]+)<\/code>/.exec(shown.html)?.[1] ?? "";
    await ana.directMessage(`${koinon.origin}/actors/server`, `my code is ${code}`);
    await waitFor("the code arrives", async () => (await page.get("/sign-in/code")).words.includes(`@${ana.handle}`), {
      deadlineMs: 15_000,
      diagnose: () => snac.log(),
    });
    const done = await page.submit("/sign-in/code", "/sign-in/code/arrival");
    expect(done.location).toBe("/me/about");
    expect((await page.get("/me")).words).toContain(`@${ana.handle}`);
    const answer = await waitFor("ana is answered", async () => (await ana.directMessages()).at(-1), {
      deadlineMs: 15_000,
    });
    expect(answer.content).toContain("Your code has arrived");
  },
);
