import type { CookieBrowser, Shown } from "./cookie-browser.ts";
import type { RunningKoinon } from "./koinon.ts";
import type { MailServer } from "./mail-server.ts";
import { signedInByMail } from "./signed-in-by-mail.ts";

/** A post as it stands on the page of somebody who takes part elsewhere. */
export interface ShownPost {
  readonly id: string;
  /** What a person reads of it. */
  readonly words: string;
  /** The values of the options that can be ticked, by what stands beside them; none when it cannot be answered. */
  readonly options: ReadonlyMap<string, string>;
}

/** Somebody who lives on one Koinon and takes part on others, by the forms of their own pages alone. */
export interface PersonElsewhere {
  readonly name: string;
  readonly browser: CookieBrowser;
  /** `@ana@127.0.0.2:4000`. */
  readonly handle: string;
  /** What came from one actor, the newest first; nothing while it is not known. */
  postsOf(actorName: string): Promise<readonly ShownPost[]>;
  /** Follows a handle or an address; gives the page it leads to. */
  follow(who: string): Promise<Shown>;
  write(to: string, text: string): Promise<void>;
  reply(post: ShownPost, text: string): Promise<void>;
  /** Ticks the options with these words and votes. */
  vote(post: ShownPost, labels: readonly string[]): Promise<void>;
}

/** Signs somebody up by e-mail, and gives them an actor of their own. */
export async function personElsewhere(koinon: RunningKoinon, mail: MailServer, name: string): Promise<PersonElsewhere> {
  const browser = await signedInByMail(koinon, mail, name);
  const handle = name.toLowerCase();
  await led(browser.submit("/me/elsewhere", "/me/elsewhere", { handle, name }));
  const pageOf = async (actorName: string) => {
    const page = await browser.get("/me/elsewhere");
    const link = new RegExp(`<a href="(/me/elsewhere/actors/[0-9a-f-]{36})"><bdi[^>]*>${actorName}</bdi>`);
    return link.exec(page.html)?.[1];
  };
  return {
    name,
    browser,
    handle: `@${handle}@${new URL(koinon.origin).host}`,
    postsOf: async (actorName) => {
      const path = await pageOf(actorName);
      return path === undefined ? [] : postsOn(await browser.get(path));
    },
    follow: async (who) => {
      const { location = "" } = await led(browser.submit("/me/elsewhere", "/me/elsewhere/follows", { who }));
      return browser.get(location);
    },
    write: async (to, text) => {
      await led(browser.submit("/me/elsewhere", "/me/elsewhere/messages", { to, text }));
    },
    reply: async ({ id }, text) => {
      await led(browser.submit("/me/elsewhere", `/me/elsewhere/posts/${id}/replies`, { [`text-${id}`]: text }));
    },
    vote: async ({ id, options }, labels) => {
      const ticked = labels.map((label) => options.get(label) ?? `no option is called ${label}`);
      await led(browser.submit("/me/elsewhere", `/me/elsewhere/posts/${id}/answers`, { [`options-${id}`]: ticked }));
    },
  };
}

async function led(sent: Promise<Shown>): Promise<Shown> {
  const shown = await sent;
  if (shown.status !== 303) throw new Error(`the form was not taken (${shown.status}): ${shown.words.slice(0, 500)}`);
  return shown;
}

function postsOn({ html }: Shown): readonly ShownPost[] {
  return html.split(/(?=<li data-by=)/).flatMap((part) => {
    const id = /^<li data-by="them" id="post-([0-9a-f-]{36})">/.exec(part)?.[1];
    if (id === undefined) return [];
    const whole = part.split("</article>")[0] ?? "";
    const words = whole
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return [{ id, words, options: optionsIn(whole) }];
  });
}

function optionsIn(html: string): ReadonlyMap<string, string> {
  const found = html.matchAll(
    /<input type="(?:radio|checkbox)"[^>]*value="(\d+)"[^>]*\/?><span class="option-label">([^<]*)/g,
  );
  return new Map(Array.from(found, ([, value = "", label = ""]) => [label, value]));
}
