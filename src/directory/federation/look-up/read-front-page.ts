/** What the front page of a server tells programs. */
export interface FrontPage {
  /** Whether it asks not to be in any index. */
  readonly asksForNoIndex: boolean;
  readonly name: string | undefined;
  readonly summary: string | undefined;
  /** Where links lead that say "this is me as well". */
  readonly alsoMe: readonly string[];
}

/** So much of a page is looked through; what it says to programs stands at its beginning. */
const most = { characters: 200_000, tag: 2_000, links: 100 } as const;

/** Reads the tags of a page that are for programs, in one pass and without a parser's memory. */
export function readFrontPage(html: string): FrontPage {
  const names = new Map<string, string>();
  const alsoMe: string[] = [];
  let title: string | undefined;
  for (const piece of html.slice(0, most.characters).split("<")) {
    const tag = /^(meta|link|a|title)\b/i.exec(piece)?.[1]?.toLowerCase();
    if (tag === undefined) continue;
    const end = piece.indexOf(">");
    const inside = piece.slice(0, Math.min(end < 0 ? piece.length : end, most.tag));
    if (tag === "title") title ??= end < 0 ? undefined : words(piece.slice(end + 1));
    else if (tag === "meta") {
      const name = (attribute(inside, "name") ?? attribute(inside, "property"))?.toLowerCase();
      const content = attribute(inside, "content");
      if (name !== undefined && content !== undefined && !names.has(name)) names.set(name, content);
    } else if (alsoMe.length < most.links && /(?:^|\s)me(?:\s|$)/i.test(attribute(inside, "rel") ?? "")) {
      const href = attribute(inside, "href");
      if (href !== undefined) alsoMe.push(href);
    }
  }
  return {
    asksForNoIndex: [names.get("robots"), names.get("koinon")].some(asksForNoIndex),
    name: words(names.get("og:site_name")) ?? title,
    summary: words(names.get("description") ?? names.get("og:description")),
    alsoMe,
  };
}

/** Whether a meta tag or a header `X-Robots-Tag` asks every program not to index. */
export function asksForNoIndex(said: string | undefined): boolean {
  return /(?:^|[,\s])(?:noindex|none)(?:[,\s]|$)/i.test(said?.slice(0, most.tag) ?? "");
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decoded(value);
}

function words(text: string | undefined): string | undefined {
  const said = text === undefined ? "" : decoded(text).replaceAll(/\s+/g, " ").trim();
  return said === "" ? undefined : said;
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
