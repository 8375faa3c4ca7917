import sanitizeHtml from "sanitize-html";
import type { CleanedHtml } from "../base/cleaned-html.ts";
import { shownHost } from "./handle.ts";
import { unturned } from "./neutral.ts";

// What is longer is cut before it is parsed: no post needs more, and a parser's time grows with its input.
const mostCharacters = 50_000;

/**
 * HTML from elsewhere, made fit to stand on our pages: paragraphs, lists, quotes, emphasis, code and links, nothing else. This is the one
 * place where foreign HTML is cleaned.
 *
 * Links lead to http, https or mailto only, say `rel="ugc nofollow noopener"`, and one whose words name another host than it leads to shows
 * its true host. Pictures give way to their description, so that no reader's browser asks a foreign server for anything. Headings
 * stand two levels lower than they came.
 */
export function cleanHtml(html: string): CleanedHtml {
  return cleanWholeHtml(html.slice(0, mostCharacters));
}

/** As {@link cleanHtml}, for HTML whose length is bounded already, such as that made of a bounded text. */
export function cleanWholeHtml(html: string): CleanedHtml {
  return showTrueHosts(sanitizeHtml(html, cleaning)) as CleanedHtml;
}

const cleaning: sanitizeHtml.IOptions = {
  allowedTags:
    "p br hr blockquote pre code em strong del sub sup a ul ol li h3 h4 h5 h6 table thead tbody tr th td".split(" "),
  allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  nonTextTags:
    "script style textarea option noscript template svg math title xmp iframe noembed noframes object plaintext audio video".split(
      " ",
    ),
  nestingLimit: 24,
  transformTags: {
    a: (_tag, attributes) => link(attributes["href"]),
    img: (_tag, attributes) => ({ tagName: "img", attribs: {}, text: attributes["alt"] ?? "" }),
    b: "strong",
    i: "em",
    s: "del",
    h1: "h3",
    h2: "h4",
    h3: "h5",
    h4: "h6",
    h5: "h6",
  },
  textFilter: unturned,
};

function link(href: string | undefined): sanitizeHtml.Tag {
  const url = href === undefined ? null : URL.parse(href.trim());
  // A span is not allowed, so only its words stay.
  if (url === null || !["http:", "https:", "mailto:"].includes(url.protocol)) return { tagName: "span", attribs: {} };
  // Names and passwords in an address serve only to make it look like another one's.
  url.username = "";
  url.password = "";
  return { tagName: "a", attribs: { href: url.href, rel: "ugc nofollow noopener" } };
}

/** Puts the true host behind links whose words name another one (Mastodon's advisory CVE-2023-36462 tells of such links). */
function showTrueHosts(clean: string): string {
  return clean.replace(/<a href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gs, (anchor, href: string, content: string) => {
    const host = URL.parse(decodeEntities(href))?.host;
    const named = hostNamedIn(decodeEntities(content.replace(/<[^>]*>/g, "")));
    if (host === undefined || named === undefined || namesPlainly(named, host)) return anchor;
    return `${anchor} <span class="true-host">(${sanitizeHtml(shownHost(host))})</span>`;
  });
}

/** The host that a reader takes a link's words for, if they look like an address or a handle. */
function hostNamedIn(words: string): string | undefined {
  const start = words.trim().slice(0, 300);
  const found =
    /^(?:[a-z]{2,10}:\/\/|@?[^\s@/]{1,64}@)?((?:[\p{L}\p{N}\p{M}-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,30})/iu.exec(
      start,
    );
  return found?.[1];
}

/** Whether words name a host as people may trust it: the same one, in letters that pass for no others. */
function namesPlainly(named: string, host: string): boolean {
  const bare = (text: string) => text.replace(/^www\./, "").replace(/:\d+$/, "");
  return bare(named.normalize("NFC").toLowerCase()) === bare(shownHost(host));
}

/** Only what our cleaner writes: it escapes these four. */
function decodeEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
