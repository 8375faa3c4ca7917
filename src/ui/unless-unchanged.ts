import { createHash } from "node:crypto";
import type { PageContext } from "./request.ts";

/**
 * A file that is the same for everybody, with a mark of what it holds: whoever has that mark already is told so and sent nothing (RFC 9110,
 * section 13.1.2), since those who follow a register ask for it far more often than it changes.
 */
export function unlessUnchanged(c: PageContext, text: string, headers: Readonly<Record<string, string>>): Response {
  const mark = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const all = { ...headers, "Cache-Control": "public, max-age=60", ETag: mark };
  const known = (c.req.header("If-None-Match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(mark) || known.includes("*") ? c.body(null, 304, all) : c.body(text, 200, all);
}
