import { sendRequest } from "./http-exchange.ts";
import type { SnacUser } from "./snac2-user.ts";

/** Where snac2 sends the browser after a person has signed in. */
export type SignInRedirect = {
  /** The `Location` header as it stands; snac2 escapes nothing in it. */
  readonly location: string;
  readonly code: string;
  /** `undefined` when the sign-in was started without one. */
  readonly state: string | undefined;
};

/**
 * Opens `authorizeUrl` at snac2 as the person's browser would, types their name and password into its form, and gives the redirect
 * without following it. Throws when the page is no sign-in form, or the password is not theirs.
 *
 * What snac2 2.96 serves and checks (measured):
 * - `POST /api/v1/apps` by form or JSON, fields `client_name` and `redirect_uris` (a string); answers 200 with `name`, `redirect_uri`,
 *   `client_id` and `client_secret` (32 hexadecimal digits), `vapid_key`, `id`, `client_secret_expires_at: 0`. Scopes are ignored.
 * - `GET /oauth/authorize` needs `client_id`, `redirect_uri`, `response_type=code`, else 400. **It does not compare `redirect_uri`
 *   with the registered one**: any scheme and any host will do, and `urn:ietf:wg:oauth:2.0:oob` shows the code instead.
 * - The form posts `login`, `passwd`, `redir`, `cid`, `state` to `/oauth/x-snac-login`. A wrong password gives the form again with
 *   200; a right one 303 to `redirect_uri?code=…&state=…`. `state` comes back unescaped, so it should need no escaping.
 * - `POST /oauth/token` needs `grant_type`, `code`, `client_id`, `client_secret` (or Basic), `redirect_uri`; answers `access_token`,
 *   `token_type`, `created_at`, `scope`; no refresh token. **Neither the code nor `redirect_uri` is compared with anything, and PKCE
 *   is ignored**: any code gives a token for whoever signed in last through that `client_id`. So a client that is kept per server lets
 *   one person in as another: register a new one for each sign-in.
 * - `GET /api/v1/accounts/verify_credentials` answers `id` (MD5 of the actor's URL), `username`, `acct` (without a host), `url` and `uri`
 *   (both the ActivityPub id) and more; 422 for a token of nobody.
 * - `/.well-known/oauth-authorization-server` and `/oauth/userinfo`: 404. WebFinger and NodeInfo answer over plain http, but the
 *   intent templates in WebFinger (`subscribe`, FEP-3b86) always begin with https.
 */
export async function authorizeWithoutBrowser(user: SnacUser, authorizeUrl: string): Promise<SignInRedirect> {
  const page = await sendRequest({ url: authorizeUrl });
  const action = /<form method="post" action="([^"]+)">/.exec(page.text)?.[1];
  if (action === undefined) throw new Error(`${authorizeUrl} is no sign-in form (${page.status}):\n${page.text}`);
  const hidden = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const form = new URLSearchParams(hidden.map(([, name = "", value = ""]) => [name, unescapeHtml(value)]));
  form.set("login", user.name);
  form.set("passwd", user.password);

  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answered = await sendRequest({ method: "POST", url: action, headers, body: form.toString() });
  const location = answered.headers["location"];
  if (answered.status !== 303 || location === undefined) {
    throw new Error(`snac2 did not let ${user.name} in (${answered.status})`);
  }
  const parameters = new URL(location).searchParams;
  return { location, code: parameters.get("code") ?? "", state: parameters.get("state") ?? undefined };
}

function unescapeHtml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
