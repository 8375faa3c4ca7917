import sanitizeHtml from "sanitize-html";
import { unturned } from "./neutral.ts";

/**
 * What a post says, without its HTML: a line for each paragraph and line break, for reading replies such as "add me".
 * `plainText("<p>Count me in<br>please</p>")` is "Count me in\nplease".
 */
export function plainText(html: string): string {
  const broken = html.slice(0, 50_000).replace(/<br\b[^>]{0,20}>|<\/(?:p|li|h[1-6]|blockquote|div|pre)>/gi, "\n");
  const escaped = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {}, nestingLimit: 24 });
  const text = escaped
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return unturned(text)
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
