import { cookieBrowser, type CookieBrowser } from "./cookie-browser.ts";
import type { RunningKoinon } from "./koinon.ts";
import type { MailServer } from "./mail-server.ts";
import { waitFor } from "./wait-for.ts";

/** A browser at a running Koinon that nobody has used yet. */
export function browserAt({ origin }: Pick<RunningKoinon, "origin">): CookieBrowser {
  return cookieBrowser((request) => fetch(request, { redirect: "manual" }), new URL(origin), "");
}

/** Signs somebody up at a running Koinon as they do it themselves: by the link in a letter, which `mail` must get. */
export async function signedInByMail(
  koinon: Pick<RunningKoinon, "origin">,
  mail: MailServer,
  name: string,
): Promise<CookieBrowser> {
  const browser = browserAt(koinon);
  const email = `${name.toLowerCase()}@mail.example`;
  await browser.submit("/sign-in", "/sign-in/link", { email });
  const letter = await waitFor(`the letter to ${email}`, () =>
    mail.letters.findLast(({ to, text }) => to.includes(email) && text.includes(koinon.origin)),
  );
  const link = /\/sign-in\/link\?token=[\w-]+/.exec(letter.text)?.[0];
  if (link === undefined) throw new Error(`the letter to ${email} has no link`);
  const done = await browser.submit(link, "/sign-in/link/opened", { name });
  if (done.status !== 303) throw new Error(`${email} was not let in: ${done.words}`);
  return browser;
}
