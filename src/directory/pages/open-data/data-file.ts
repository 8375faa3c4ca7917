import type { PageContext } from "../../../ui/request.ts";
import { unlessUnchanged } from "../../../ui/unless-unchanged.ts";
import { licence } from "../../model/open-data/licence.ts";

/** A file of the directory: with its licence, with where the next part is, and not sent again to whoever has it. */
export function dataFile(c: PageContext, text: string, type: string, next?: string): Response {
  const links = [`<${licence.url}>; rel="license"`, ...(next === undefined ? [] : [`<${next}>; rel="next"`])];
  return unlessUnchanged(c, text, {
    "Content-Type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    // Anybody's program may read it, wherever it runs: nothing in it depends on who asks.
    "Access-Control-Allow-Origin": "*",
    Link: links.join(", "),
  });
}

/** JSON as a file of the directory. */
export function jsonFile(c: PageContext, content: unknown, type = "application/json", next?: string): Response {
  return dataFile(c, `${JSON.stringify(content)}\n`, type, next);
}
