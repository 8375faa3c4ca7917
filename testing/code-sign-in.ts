import { cookieBrowser, type CookieBrowser } from "./cookie-browser.ts";
import { waitFor } from "./wait-for.ts";

/** Somebody elsewhere who can send a direct message. */
export interface CodeSender {
  readonly handle: string;
  /** Sends `text` to the actor with this URI. */
  directMessage(actorUri: string, text: string): Promise<unknown>;
}

/** Signs somebody in at the Koinon at `origin` as people do: by sending the code that the page shows from their own account. */
export async function signInByCode(
  origin: string,
  sender: CodeSender,
  diagnose?: () => string,
): Promise<CookieBrowser> {
  const browser = cookieBrowser((request) => fetch(request, { redirect: "manual" }), new URL(origin), "");
  await browser.submit("/sign-in?next=/me/about", "/sign-in/code");
  const shown = await browser.get("/sign-in/code");
  const code = /<code[^>]*>([A-Z0-9-]+)<\/code>/.exec(shown.html)?.[1] ?? "";
  await sender.directMessage(`${origin}/actors/server`, `my code is ${code}`);
  const hasArrived = async () => (await browser.get("/sign-in/code")).words.includes(`@${sender.handle}`);
  await waitFor("the code arrives", hasArrived, { deadlineMs: 20_000, ...(diagnose && { diagnose }) });
  const done = await browser.submit("/sign-in/code", "/sign-in/code/arrival");
  if (done.location !== "/me/about") throw new Error(`@${sender.handle} was not let in: ${done.words}`);
  return browser;
}
