/**
 * Plain text as the HTML that fediverse software shows: paragraphs, line breaks, and links where a URL stands.
 *
 * `htmlFromText("Come!\nhttps://gather.example/1")` is
 * `<p>Come!<br><a href="https://gather.example/1">https://gather.example/1</a></p>`.
 */
export function htmlFromText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${linked(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** Paragraphs of plain text as HTML; a URL alone in its paragraph becomes a link. */
export function htmlFromParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `<p>${lineWithLink(text)}</p>`).join("");
}

function lineWithLink(text: string): string {
  const safe = escapeHtml(text);
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${safe}">${safe}</a>` : safe.replaceAll("\n", "<br>");
}

/** The text with everything that HTML reads as markup written out. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function linked(text: string): string {
  // A full stop or bracket after a URL belongs to the sentence.
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/);
  return parts.map((part, place) => (place % 2 === 1 ? link(part) : escapeHtml(part))).join("");
}

function link(url: string): string {
  const safe = escapeHtml(url);
  return `<a href="${safe}">${safe}</a>`;
}
