import { Hono } from "hono";
import type { Application } from "../src/kernel/application.ts";
import type { Capability } from "../src/kernel/capability.ts";
import { guardForms, takeFiles, takeLargeFiles, takeUploads } from "../src/ui/form-guard.ts";
import { formTokens } from "../src/ui/form-token.ts";
import { preparePages } from "../src/ui/page-frame.ts";
import { showNotFound } from "../src/ui/refusal-page.tsx";
import type { PageEnv, Site } from "../src/ui/request.ts";

/** What a browser shows after a request. */
export interface Visited {
  readonly status: number;
  /** Where the server led, if it did. */
  readonly location: string | undefined;
  readonly html: string;
  /** What a person reads: no tags, nothing folded into a choice, white space as single blanks. */
  readonly words: string;
  readonly headers: Headers;
  /** What came, as it came. */
  readonly bytes: Buffer;
}

/** One person's browser, or a passer-by's. */
export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Visited>;
  /** Looks at the page, fills in the form that posts to `action`, and sends it. A page without that form makes the test fail. */
  submit(path: string, action: string, fields?: FormFields): Promise<Visited>;
  /** Sends a form that the page does not have, with the token of whichever form it has: what somebody can do who is shown no form. */
  send(path: string, action: string, fields?: FormFields): Promise<Visited>;
  /** Sends the last form once more, just as it was: what an impatient finger or a reloaded page does. */
  sendAgain(): Promise<Visited>;
}

/** What is typed, by the names of the fields; a list for a field that is sent several times. */
export type FormFields = Readonly<Record<string, string | File | readonly (string | File)[]>>;

/** A browser for each person; without a person, a visitor's. */
export type OpenBrowser = (person?: { readonly id: string; readonly name: string; readonly zone?: string }) => Browser;

/** The pages of some capabilities behind the guards they have in earnest; who reads is known without signing in. */
export function servePages(
  application: Application,
  pages: readonly NonNullable<Capability["pages"]>[],
  formsWithFiles: readonly string[] = [],
  formsWithUploads: readonly string[] = [],
  formsWithLargeFiles: NonNullable<Capability["formsWithLargeFiles"]> = [],
): OpenBrowser {
  const web = new Hono<PageEnv>();
  const tokens = formTokens(new Uint8Array(32).fill(7));
  const site: Site = {
    name: "Hall",
    origin: application.origin,
    hue: "rust",
    language: "en",
    zone: "Europe/Rome",
    version: "0.1.0",
    sourceUrl: "/source",
  };
  web.use(
    preparePages({
      translations: application.translations,
      site: () => site,
      assets: { "styles.css": "/assets/styles.css", ...islands },
      clock: application.clock,
      tokens,
      readSession: async (c) => {
        const [id, name = "", zone] = decodeURIComponent(c.req.header("Test-Reader") ?? "").split("\n");
        return id === undefined || id === "" ? undefined : { person: { id, name }, zone, binding: `session-of-${id}` };
      },
      readPlace: async () => undefined,
    }),
  );
  for (const route of formsWithFiles) web.use(route, takeFiles);
  for (const { route, mayBring } of formsWithLargeFiles) {
    web.use(
      route,
      takeLargeFiles((personId) => mayBring(application, personId)),
    );
  }
  for (const route of formsWithUploads) web.use(route, takeUploads);
  web.use(guardForms(tokens));
  web.notFound(showNotFound);
  for (const mount of pages) mount(web, application);
  return (person) => browserOf(web, application.origin, person);
}

const islands = Object.fromEntries(
  ["copy", "draft", "find-ballot", "live", "receipt-code", "recount", "zone"].map((name) => [
    `islands/${name}.js`,
    `/assets/${name}.js`,
  ]),
);

function browserOf(web: Hono<PageEnv>, origin: URL, person: Parameters<OpenBrowser>[0]): Browser {
  const headers = new Headers({ "Accept-Language": "en" });
  if (person !== undefined) {
    headers.set("Test-Reader", encodeURIComponent([person.id, person.name, person.zone ?? ""].join("\n")));
  }
  const ask = async (path: string, init: RequestInit = {}): Promise<Visited> => {
    const response = await web.request(new URL(path, origin), {
      ...init,
      headers: new Headers([...headers, ...new Headers(init.headers)]),
    });
    for (const cookie of response.headers.getSetCookie()) keepCookie(headers, cookie);
    // Where a line may end within a handle is nothing that anybody reads.
    const bytes = Buffer.from(await response.arrayBuffer());
    const html = bytes.toString("utf8").replaceAll("<wbr/>", "");
    const { status } = response;
    return {
      status,
      location: response.headers.get("Location") ?? undefined,
      html,
      words: wordsIn(html),
      headers: response.headers,
      bytes,
    };
  };
  let last: () => Promise<Visited> = () => Promise.reject(new Error("no form was sent yet"));
  const send = async (action: string, token: string, fields: FormFields) => {
    const { type, body } = await bodyOf({ "form-token": token, ...fields });
    const sent = { "Content-Type": type, Origin: origin.origin };
    last = () => ask(action, { method: "POST", headers: sent, body });
    return last();
  };
  return {
    get: (path, more = {}) => ask(path, { headers: more }),
    submit: async (path, action, fields = {}) => send(action, tokenOf(await ask(path), `action="${action}"`), fields),
    sendAgain: () => last(),
    send: async (path, action, fields = {}) => send(action, tokenOf(await ask(path), 'method="post"'), fields),
  };
}

/** What a browser sends: with a file, in parts. */
async function bodyOf(fields: FormFields): Promise<{ readonly type: string; readonly body: ArrayBuffer | string }> {
  const entries = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  if (entries.some(([, value]) => value instanceof File)) {
    const parts = new FormData();
    for (const [name, value] of entries) parts.append(name, value);
    const whole = new Response(parts);
    return { type: whole.headers.get("Content-Type") ?? "", body: await whole.arrayBuffer() };
  }
  const pairs = new URLSearchParams();
  for (const [name, value] of entries) if (typeof value === "string") pairs.append(name, value);
  return { type: "application/x-www-form-urlencoded", body: pairs.toString() };
}

function keepCookie(headers: Headers, cookie: string): void {
  const kept = headers.get("Cookie");
  const [pair = ""] = cookie.split(";");
  headers.set("Cookie", kept === null ? pair : `${kept}; ${pair}`);
}

/** The token of the first form of a page whose tag has these words. */
function tokenOf(page: Visited, words: string): string {
  const form = page.html.split("<form").find((part) => part.replaceAll("&amp;", "&").includes(words));
  const token = /name="form-token" value="([^"]+)"/.exec(form ?? "")?.[1];
  if (token === undefined)
    throw new Error(`the page has no form with ${words}: ${page.status} ${page.words.slice(0, 300)}`);
  return token;
}

function wordsIn(html: string): string {
  return html
    .replace(/<(head|style|script|select|datalist)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
