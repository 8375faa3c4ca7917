import type { PageContext } from "../../ui/request.ts";

/** The page to sign in, from which the reader goes on to `next`, a path on this server. */
export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}

/** Answers a GET that asks for somebody signed in: they sign in and come back to this very page. */
export function signInFirst(c: PageContext): Response {
  return c.redirect(signInPath(c.var.frame.path), 303);
}
