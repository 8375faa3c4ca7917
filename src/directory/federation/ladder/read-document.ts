import { createHash } from "node:crypto";
import type { Clock } from "../../../kernel/base/time.ts";
import { boundedMap } from "../../../kernel/federation/bounded-map.ts";
import type { Egress, FetchFailure, MediaType } from "../../../kernel/federation/egress/egress.ts";
import { documentBounds, type DocumentAt, type NoDocument } from "../../model/ladder/document.ts";

/** What a document may be. */
const accepts: readonly MediaType[] = [
  { type: "application/pdf" },
  { type: "text/html" },
  { type: "application/xhtml+xml" },
  { type: "text/plain" },
  { type: "text/markdown" },
];

/** So many documents one person may have fetched in so long. */
const perPerson = { documents: 20, within: Temporal.Duration.from({ hours: 1 }) } as const;

/** So many people are remembered with how many they had fetched. */
const askers = 1_000;

/** Fetches documents by the guarded way to other servers, wherever their addresses lead to, a bounded number for each person. */
export function documentReader({ egress, clock }: { readonly egress: Egress; readonly clock: Clock }): DocumentAt {
  const asked = boundedMap<string, { readonly since: Temporal.Instant; readonly documents: number }>(askers);
  const mayAsk = (personId: string): boolean => {
    const now = clock();
    const known = asked.get(personId);
    const isOver = known === undefined || Temporal.Instant.compare(known.since.add(perPerson.within), now) <= 0;
    const { since, documents } = isOver ? { since: now, documents: 0 } : known;
    if (documents >= perPerson.documents) return false;
    asked.set(personId, { since, documents: documents + 1 });
    return true;
  };
  return async (url, personId) => {
    if (personId !== undefined && !mayAsk(personId)) return "enough";
    const fetched = await egress.fetch({ url: url.href, accepts });
    if (!fetched.ok) return noDocumentBecause(fetched.refusal);
    const { status, headers, body } = fetched.value;
    if (status === 429 || status >= 500) return "away";
    if (status !== 200) return "gone";
    if (body.length > documentBounds.bytes || body.length === 0) return "unreadable";
    const mediaType = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    const words = /html/.test(mediaType) ? wordsOf(Buffer.from(body).toString("utf8")) : body;
    return { sha256: sha256(body), wordsSha256: sha256(words), mediaType, bytes: body };
  };
}

/**
 * What there is to read in a page, in one pass: without tags, and without what stands in scripts and styles, so that a page that is made anew for each visit
 * is the same text. `wordsOf("<p title=1>One <b>two</b></p>")` is `"One two"`.
 */
export function wordsOf(html: string): string {
  let hidden: string | undefined;
  const words: string[] = [];
  for (const [place, piece] of html.split("<").entries()) {
    const end = piece.indexOf(">");
    const tag = place === 0 ? undefined : /^\/?(script|style|template|noscript)\b/i.exec(piece);
    const name = tag?.[1]?.toLowerCase();
    if (hidden !== undefined) {
      if (name !== hidden || !piece.startsWith("/")) continue;
      hidden = undefined;
    } else if (name !== undefined && !piece.startsWith("/")) {
      hidden = name;
      continue;
    }
    words.push(place === 0 ? piece : piece.slice(end < 0 ? piece.length : end + 1));
  }
  return words.join(" ").replaceAll(/\s+/g, " ").trim();
}

function noDocumentBecause({ kind }: FetchFailure): NoDocument {
  switch (kind) {
    case "wrong-type":
    case "too-large":
      return "unreadable";
    case "refused":
      return "gone";
    case "unreachable":
    case "timed-out":
      return "away";
    default:
      return kind satisfies never;
  }
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
