import { ownPath, withQuery } from "./address.ts";
import type { PageContext } from "./request.ts";

/**
 * Answers a form that was carried out: the reader goes on to `path` on this server, by GET, so that reloading sends nothing again.
 * `done` names what the page there says has happened; see {@link doneKey}.
 */
export function seeOther(c: PageContext, path: string, done?: string): Response {
  const target = ownPath(path, "/");
  return c.redirect(done === undefined ? target : withQuery(target, "done", done), 303);
}

/** What was just done, if it is one of `known`: anyone can write an address, so nothing else is said. */
export function doneKey<Known extends string>(c: PageContext, known: readonly Known[]): Known | undefined {
  const done = c.req.query("done");
  return known.find((key) => key === done);
}
