/** What a browser shows after a request. */
export interface Shown {
  readonly status: number;
  /** Where the server led, if it did; a path when it is this server's. */
  readonly location: string | undefined;
  readonly html: string;
  /** What a person reads: no tags, white space as single blanks. */
  readonly words: string;
  readonly headers: Headers;
}

/** A browser as far as servers see it: it keeps cookies, fills in forms with their hidden fields, and follows nothing by itself. */
export interface CookieBrowser {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string): Promise<Shown>;
  /** Looks at a page and sends the form on it that posts to `action`. A page without that form makes the test fail. */
  submit(path: string, action: string, fields?: FormFields): Promise<Shown>;
  /** Sends a form that was looked at before: what a person does who leaves a page open, or a hostile site without one. */
  post(action: string, fields: FormFields, headers?: Readonly<Record<string, string>>): Promise<Shown>;
  /** The form on a page that posts to `action`, as it would be sent untouched. */
  formOn(page: Shown, action: string): Readonly<Record<string, string>>;
  setCookie(name: string, value: string): void;
}

/** What is typed, by the names of the fields; a list for a field that is sent several times. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A browser for the server at `origin`, from a network address. */
export function cookieBrowser(
  ask: (request: Request) => Response | Promise<Response>,
  origin: URL,
  address: string,
): CookieBrowser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = new Headers({ "Accept-Language": "en", "User-Agent": firefox, "Test-Address": address });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    if (cookies.size > 0) headers.set("Cookie", Array.from(cookies, (pair) => pair.join("=")).join("; "));
    const response = await ask(new Request(new URL(path, origin), { ...init, headers }));
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return shown(response);
  };
  const post: CookieBrowser["post"] = (action, fields, headers = { Origin: origin.origin }) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    return send(action, { method: "POST", headers: { ...type, ...headers }, body: body.toString() });
  };
  return {
    cookies,
    get: (path) => send(path),
    post,
    formOn,
    submit: async (path, action, fields = {}) => post(action, { ...formOn(await send(path), action), ...fields }),
    setCookie: (name, value) => void cookies.set(name, value),
  };
}

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = "", ...attributes] = cookie.split(";");
  const place = pair.indexOf("=");
  const name = pair.slice(0, place);
  if (attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, pair.slice(place + 1));
}

async function shown(response: Response): Promise<Shown> {
  // Where a line may end within a handle is nothing that anybody reads.
  const html = (await response.text()).replaceAll("<wbr/>", "");
  const location = response.headers.get("Location") ?? undefined;
  return { status: response.status, location, html, words: wordsIn(html), headers: response.headers };
}

function formOn(page: Shown, action: string): Readonly<Record<string, string>> {
  const start = page.html.split("<form").find((part) => part.includes(`action="${action}"`));
  const form = start?.split("</form>")[0];
  if (form === undefined) throw new Error(`no form for ${action}: ${page.status} ${page.words.slice(0, 300)}`);
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(Array.from(hidden, ([, name = "", value = ""]) => [unescaped(name), unescaped(value)]));
}

function wordsIn(html: string): string {
  const seen = html.replace(/<(head|style|script)\b.*?<\/\1>/gs, " ").replace(/<[^>]+>/g, " ");
  return unescaped(seen).replace(/\s+/g, " ").trim();
}

function unescaped(html: string): string {
  return html
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
