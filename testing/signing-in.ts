import { makeOperatorLink } from "../src/accounts/index.ts";
import { hashOfToken, newToken } from "../src/kernel/secrets/token.ts";
import type { AccountCast } from "./account-cast.ts";
import type { CookieBrowser } from "./cookie-browser.ts";
import { by } from "./test-application.ts";

/** Signs a browser in by an e-mail link, as somebody new the first time. */
export async function signInByMail(
  cast: AccountCast,
  email: string,
  name: string,
  browser: CookieBrowser = cast.browser(),
): Promise<CookieBrowser> {
  await browser.submit("/sign-in", "/sign-in/link", { email });
  const link = /\/sign-in\/link\?token=[\w-]+/.exec(cast.letters.at(-1)?.text ?? "")?.[0];
  if (link === undefined) throw new Error(`no letter came to ${email}`);
  const done = await browser.submit(link, "/sign-in/link/opened", { name });
  if (done.status !== 303) throw new Error(`${email} was not let in: ${done.words}`);
  return browser;
}

/** Takes charge of the server by a fresh link, as somebody new called Olga. */
export async function takeCharge(cast: AccountCast, browser: CookieBrowser = cast.browser()): Promise<CookieBrowser> {
  const token = newToken();
  await cast.application.execute(makeOperatorLink, { tokenHash: hashOfToken(token) }, by({ kind: "server" }));
  const said = { name: "Hall of leagues", languages: ["en", "it"], zone: "Europe/Rome", hue: "plum" };
  const done = await browser.submit(`/set-up?token=${token}`, "/set-up", { operator: "Olga", ...said });
  if (done.status !== 303) throw new Error(`nobody took charge: ${done.words}`);
  return browser;
}
