import MarkdownIt from "markdown-it";
import { cleanWholeHtml } from "./clean-html.ts";

// As in the cleaner: what is longer is cut, so that hostile text cannot hold up the server.
const mostCharacters = 50_000;

/**
 * HTML of what somebody wrote as plain text or Markdown, made when it is shown; the text itself is kept as written. HTML within it is text like
 * any other, and the result has been cleaned (see `cleanHtml`).
 */
export function htmlFromMarkdown(text: string): string {
  return cleanWholeHtml(markdown.render(text.slice(0, mostCharacters)));
}

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 });
// A picture becomes a link to it: whoever reads a page asks no other server for anything.
markdown.renderer.rules.image = (tokens, place, options, env, self) => {
  const token = tokens[place];
  const address = String(token?.attrGet("src") ?? "");
  const words = self.renderInlineAsText(token?.children ?? [], options, env);
  const { escapeHtml } = markdown.utils;
  return `<a href="${escapeHtml(address)}">${escapeHtml(words === "" ? address : words)}</a>`;
};
// Tables of a character a cell make a hundred times their length in HTML; what people write needs none.
markdown.disable("table");
// markdown-it would show hosts in their own letters, whatever they look like; the cleaner says which they are.
markdown.normalizeLinkText = (url) => url;
