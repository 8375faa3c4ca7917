import { createHash } from "node:crypto";
import type { Clock } from "../../base/time.ts";
import { boundedMap } from "../bounded-map.ts";

const REMEMBERED = 2000;
const MOST_REMEMBERED_BYTES = 64 * 1024;

/** A document as it goes out. */
export interface ServedDocument {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Documents that anybody may have, made once and served until something changes. */
export interface ServedDocuments {
  /** Answers a GET with the document at its address; `make` is asked when there is none in memory, and says undefined for none. */
  answer(request: Request, make: () => Promise<ServedDocument | undefined>): Promise<Response | undefined>;
  /**
   * What {@link answer} would answer to a GET from memory; undefined when it would have to ask. `target` is path and query as they
   * were sent, `ifNoneMatch` the header of that name.
   */
  remembered(target: string, ifNoneMatch: string | undefined): AnswerFromMemory | undefined;
  /** Forgets all of them. */
  changed(): void;
}

/** An answer that is there already. */
export interface AnswerFromMemory {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8; undefined where the asker has it. */
  readonly body: Uint8Array | undefined;
}

interface Entry {
  readonly document: ServedDocument;
  readonly whole: AnswerFromMemory;
  readonly unchanged: AnswerFromMemory;
  readonly etag: string;
  readonly until: Temporal.Instant;
}

/**
 * After a post, thousands of servers ask for the same few documents within seconds (mastodon#4486): repeats are answered from
 * memory, without the database.
 *
 * @param fresh how long a document is served unchanged when nobody says that it changed: short where other processes write
 */
export function createServedDocuments(clock: Clock, fresh: Temporal.Duration): ServedDocuments {
  const entries = boundedMap<string, Entry>(REMEMBERED);
  let generation = 0;
  const freshAt = (key: string): Entry | undefined => {
    const known = entries.get(key);
    return known !== undefined && Temporal.Instant.compare(clock(), known.until) < 0 ? known : undefined;
  };
  return {
    remembered: (target, ifNoneMatch) => {
      const known = freshAt(target);
      return known === undefined || !isUnchanged(known, ifNoneMatch) ? known?.whole : known.unchanged;
    },
    changed: () => {
      generation += 1;
      entries.clear();
    },
    answer: async (request, make) => {
      const { pathname, search } = new URL(request.url);
      const key = `${pathname}${search}`;
      const known = freshAt(key);
      if (known !== undefined) return respond(request, known);
      const begun = generation;
      const document = await make();
      if (document === undefined) return undefined;
      const entry = entryOf(document, clock().add(fresh));
      // What was read before a change must not be served after it.
      if (begun === generation && document.body.length <= MOST_REMEMBERED_BYTES) entries.set(key, entry);
      return respond(request, entry);
    },
  };
}

/** A document for one reader alone: kept by nobody. */
export function respondPrivately(document: ServedDocument): Response {
  return new Response(document.body, {
    status: document.status,
    headers: { "content-type": document.type, "cache-control": "private, no-store", vary: "Accept, Signature" },
  });
}

const openly = { "cache-control": "public, max-age=60", vary: "Accept", "access-control-allow-origin": "*" };

function entryOf(document: ServedDocument, until: Temporal.Instant): Entry {
  const etag = etagOf(document);
  const headers = { ...openly, "content-type": document.type, etag };
  const body = Buffer.from(document.body);
  const whole = { status: document.status, headers: { ...headers, "content-length": `${body.length}` }, body };
  return { document, whole, unchanged: { status: 304, headers, body: undefined }, etag, until };
}

function isUnchanged({ document, etag }: Entry, ifNoneMatch: string | null | undefined): boolean {
  return document.status === 200 && ifNoneMatch === etag;
}

function respond(request: Request, entry: Entry): Response {
  const { document, whole, unchanged } = entry;
  if (isUnchanged(entry, request.headers.get("if-none-match"))) return new Response(null, unchanged);
  return new Response(request.method === "HEAD" ? null : document.body, whole);
}

function etagOf(document: ServedDocument): string {
  return `"${createHash("sha256").update(document.body).digest("base64url").slice(0, 22)}"`;
}
