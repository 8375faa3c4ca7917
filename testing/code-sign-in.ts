import type { CookieBrowser } from "./cookie-browser.ts";
import { browserAt } from "./signed-in-by-mail.ts";
import type { SnacUser } from "./snac2.ts";
import { waitFor } from "./wait-for.ts";

/** Somebody elsewhere who signs in by a code. */
export interface CodeSender {
  /** As the page shows it: `ana@social.example`, with or without an `@` before it. */
  readonly handle: string;
  /** Sends the code to the server's own actor in a direct message. */
  sendCode(code: string): Promise<unknown>;
}

/** Signs somebody in at the Koinon at `origin` as people do: by sending the code that the page shows from their own account. */
export async function signInByCode(
  origin: string,
  { handle, sendCode }: CodeSender,
  diagnose?: () => string,
): Promise<CookieBrowser> {
  const browser = browserAt({ origin });
  await browser.submit("/sign-in?next=/me/about", "/sign-in/code");
  const shown = await browser.get("/sign-in/code");
  await sendCode(/<code[^>]*>([A-Z0-9-]+)<\/code>/.exec(shown.html)?.[1] ?? "");
  const hasArrived = async () => (await browser.get("/sign-in/code")).words.includes(handle);
  await waitFor("the code arrives", hasArrived, { deadlineMs: 30_000, ...(diagnose && { diagnose }) });
  const done = await browser.submit("/sign-in/code", "/sign-in/code/arrival");
  if (done.location !== "/me/about") throw new Error(`${handle} was not let in: ${done.words}`);
  return browser;
}

/** Somebody on snac2 who sends their code to the Koinon at `origin`. */
export function fromSnac(user: Pick<SnacUser, "handle" | "directMessage">, origin: string): CodeSender {
  return {
    handle: user.handle,
    sendCode: (code) => user.directMessage(`${origin}/actors/server`, `my code is ${code}`),
  };
}
