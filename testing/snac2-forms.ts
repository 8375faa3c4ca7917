import { sendRequest, type Answered, type Headers } from "./http-exchange.ts";
import type { SnacProcess } from "./snac2-process.ts";

/** The values of a form; a list stands for several fields of one name. */
export type Fields = { readonly [name: string]: string | readonly string[] };

/** One person's two ways of doing things at a snac2. */
export type SnacForms = {
  /** Fills in a form of the private pages: `action` (follow, boost, …), `note` (any post) or `vote`. */
  submit(form: "action" | "note" | "vote", fields: Fields): Promise<void>;
  /** Calls the Mastodon-compatible API as an app that this person has signed in to. */
  call(method: "POST" | "PUT", path: string, fields: Fields): Promise<void>;
};

type FilledIn = { readonly body: string | Buffer; readonly headers: Headers };

/** The forms of the person `name`. Each call throws, with the end of snac2's log, when snac2 does not take it. */
export function formsOf(snac: SnacProcess, name: string, password: string): SnacForms {
  const basic = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  let token: Promise<string> | undefined;

  return {
    async submit(form, fields) {
      const url = `${snac.origin}/${name}/admin/${form}`;
      // snac2 takes each form in the encoding in which its page sends it.
      const filledIn = form === "note" ? await multipart(fields) : urlEncoded(fields);
      const answered = await post(url, filledIn, basic);
      if (answered.status !== 303) throw refusal(snac, `POST ${url}`, answered);
    },
    async call(method, path, fields) {
      token ??= signInAsApp(snac, name, password);
      const answered = await post(`${snac.origin}${path}`, urlEncoded(fields), `Bearer ${await token}`, method);
      if (answered.status !== 200) throw refusal(snac, `${method} ${path}`, answered);
    },
  };
}

/** Sends a form. Without keep-alive: snac2 closes each connection after its answer and does not say so beforehand. */
function post(url: string, filledIn: FilledIn, authorization: string, method: string = "POST"): Promise<Answered> {
  return sendRequest({ method, url, body: filledIn.body, headers: { ...filledIn.headers, authorization } });
}

/** snac2's own page for apps that know no redirects: name and password in, an access token out. */
async function signInAsApp(snac: SnacProcess, name: string, password: string): Promise<string> {
  const url = `${snac.origin}/oauth/x-snac-get-token`;
  const answered = await sendRequest({ method: "POST", url, ...urlEncoded({ login: name, passwd: password }) });
  if (!/^[0-9a-f]{32}$/.test(answered.text)) throw refusal(snac, `the sign-in of ${name}`, answered);
  return answered.text;
}

function refusal(snac: SnacProcess, what: string, answered: Answered): Error {
  return new Error(`snac2 answered ${answered.status} to ${what}\n${snac.logEnd()}`);
}

function urlEncoded(fields: Fields): FilledIn {
  // The bare content type: snac2's pages know none that names a character set.
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return { body: new URLSearchParams(pairsOf(fields)).toString(), headers };
}

async function multipart(fields: Fields): Promise<FilledIn> {
  const form = new FormData();
  for (const [name, value] of pairsOf(fields)) form.append(name, value);
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  return { body: Buffer.from(await encoded.arrayBuffer()), headers };
}

function pairsOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}
