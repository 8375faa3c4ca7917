import type { SnacProcess } from "./snac2-process.ts";

/** The values of a form; a list stands for several fields of one name, `undefined` for none. */
export type Fields = { readonly [name: string]: string | readonly string[] | undefined };

/** One person's two ways of doing things at a snac2. */
export type SnacForms = {
  /** Fills in a form of the private pages: `action` (follow, boost, …), `note` (any post) or `vote`. */
  submit(form: "action" | "note" | "vote", fields: Fields): Promise<void>;
  /** Calls the Mastodon-compatible API as an app that this person has signed in to, and gives what it answered. */
  call(method: "GET" | "POST" | "PUT", path: string, fields?: Fields): Promise<unknown>;
};

/** The forms of the person `name`. Each call throws, with the end of snac2's log, when snac2 does not take it. */
export function formsOf(snac: SnacProcess, name: string, password: string): SnacForms {
  const basic = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  let token: Promise<string> | undefined;

  return {
    async submit(form, fields) {
      const address = `${snac.origin}/${name}/admin/${form}`;
      // snac2 takes each form in the encoding in which its page sends it.
      const filledIn = form === "note" ? { body: multipart(fields), headers: {} } : urlEncoded(fields);
      const headers = { ...filledIn.headers, authorization: basic };
      const answer = await fetch(address, { method: "POST", headers, body: filledIn.body, redirect: "manual" });
      if (answer.status !== 303) throw refusal(snac, `POST ${address}`, answer.status);
    },
    async call(method, path, fields) {
      token ??= signInAsApp(snac, name, password);
      const filledIn = fields === undefined ? { headers: {} } : urlEncoded(fields);
      const headers = { ...filledIn.headers, authorization: `Bearer ${await token}` };
      const answer = await fetch(`${snac.origin}${path}`, { ...filledIn, method, headers });
      if (!answer.ok) throw refusal(snac, `${method} ${path}`, answer.status);
      const answered: unknown = await answer.json();
      return answered;
    },
  };
}

/** snac2's own page for apps that know no redirects: name and password in, an access token out. */
async function signInAsApp(snac: SnacProcess, name: string, password: string): Promise<string> {
  const filledIn = urlEncoded({ login: name, passwd: password });
  const answer = await fetch(`${snac.origin}/oauth/x-snac-get-token`, { method: "POST", ...filledIn });
  const token = await answer.text();
  if (!/^[0-9a-f]{32}$/.test(token)) throw refusal(snac, `the sign-in of ${name}`, answer.status);
  return token;
}

function refusal(snac: SnacProcess, what: string, status: number): Error {
  return new Error(`snac2 answered ${status} to ${what}\n${snac.logEnd()}`);
}

/** With the bare content type: snac2's pages do not know one that names a character set, as `fetch` would send. */
function urlEncoded(fields: Fields): { readonly body: string; readonly headers: Readonly<Record<string, string>> } {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return { body: new URLSearchParams(pairsOf(fields)).toString(), headers };
}

function multipart(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of pairsOf(fields)) form.append(name, value);
  return form;
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}
