import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import type { PageContext } from "../../../ui/request.ts";
import { sessionLasts } from "../../model/lifetimes.ts";

/** The token of the session cookie; undefined for a visitor. */
export function sessionToken(c: PageContext): string | undefined {
  const token = getCookie(c, cookieName(c));
  return token === undefined || token.length > 100 ? undefined : token;
}

/** Signs the browser in: from the next request on it shows this token. */
export function setSessionCookie(c: PageContext, token: string): void {
  setCookie(c, cookieName(c), token, { ...options(c), maxAge: sessionLasts.hours * 3_600 });
}

/** Signs the browser out. */
export function dropSessionCookie(c: PageContext): void {
  deleteCookie(c, cookieName(c), options(c));
}

/** What the forms of a session are bound to: a secret like its token, but not its token. */
export function bindingOf(token: string): string {
  return hashOfToken(`form-binding\n${token}`);
}

function cookieName(c: PageContext): string {
  // The prefix keeps sub-domains from setting the cookie for us (RFC 6265bis, section 4.1.3.2); browsers take it over TLS only.
  return isSecure(c) ? "__Host-koinon-session" : "koinon-session";
}

function options(c: PageContext) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure(c) } as const;
}

function isSecure(c: PageContext): boolean {
  return c.var.frame.site.origin.protocol === "https:";
}
