import sanitizeHtml from "sanitize-html";

/** A word to a gathering is short; of an article its beginning is enough. */
const MOST_HTML = 20_000;

// Where a new line begins for the eye. Everything else is removed, scripts and styles with what is in them.
const blocks = ["p", "div", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * The plain text of HTML from strangers: what a reader would see, without markup and without the mentions that it begins with.
 * Items of a list begin with "•", since the sign they were written with is lost: snac2 makes one of every line that begins with "-".
 * `undefined` when nothing is left; snac2 sends `<br>` with every vote, which is nothing.
 *
 * `plainText("<p><a href='…'>@<span>circle</span></a> count me in</p>")` is `"count me in"`.
 */
export function plainText(html: string): string | undefined {
  const clean = sanitizeHtml(html.slice(0, MOST_HTML), { allowedTags: ["br", ...blocks], allowedAttributes: {} });
  const lines = clean
    .replaceAll(/<br ?\/?>/g, "\n")
    .replaceAll(/<\/[a-z0-9]+>/g, "\n")
    .replaceAll("<li>", "\n• ")
    .replaceAll(/<[a-z0-9]+>/g, "")
    .split("\n")
    .map((line) => unescaped(line).replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "" && line !== "•");
  const text = withoutMentions(lines.join("\n")).trim();
  return text === "" ? undefined : text;
}

/** The sanitiser leaves these five and no others. */
function unescaped(line: string): string {
  return line
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** A reply begins with the names of those it is for: `@circle`, `@circle@gather.example`. */
function withoutMentions(text: string): string {
  let rest = text;
  for (;;) {
    const mention = /^@[^\s@]{1,100}(@[^\s@]{1,260})?[,:]?(\s+|$)/u.exec(rest);
    if (mention === null) return rest;
    rest = rest.slice(mention[0].length);
  }
}
