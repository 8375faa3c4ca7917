/** One thing in a feed. */
export interface AtomEntry {
  /** Its address, which never changes. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly published: Temporal.Instant;
  readonly updated: Temporal.Instant;
  readonly html: string;
}

/** A feed as a whole. */
export interface AtomFeed {
  /** The address of the feed itself. */
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  readonly title: string;
  readonly language: string;
  readonly updated: Temporal.Instant;
  /** The newest first. */
  readonly entries: readonly AtomEntry[];
}

/** A feed in the Atom syndication format (RFC 4287). */
export function atomFeed(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">`,
    `<id>${xml(feed.self)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${feed.updated.toString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.page)}"/>`,
    ...feed.entries.map(entryElement),
    "</feed>",
    "",
  ].join("\n");
}

function entryElement(entry: AtomEntry): string {
  return [
    "<entry>",
    `<id>${xml(entry.id)}</id>`,
    `<title>${xml(entry.title)}</title>`,
    `<author><name>${xml(entry.author)}</name></author>`,
    `<published>${entry.published.toString()}</published>`,
    `<updated>${entry.updated.toString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(entry.id)}"/>`,
    `<content type="html">${xml(entry.html)}</content>`,
    "</entry>",
  ].join("\n");
}

/** Text as it may stand in an element or an attribute; what XML 1.0 has no room for (section 2.2) is left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
