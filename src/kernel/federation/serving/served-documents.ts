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
  /** Forgets all of them. */
  changed(): void;
}

interface Entry {
  readonly document: ServedDocument;
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
  return {
    changed: () => {
      generation += 1;
      entries.clear();
    },
    answer: async (request, make) => {
      const { pathname, search } = new URL(request.url);
      const key = `${pathname}${search}`;
      const known = entries.get(key);
      if (known !== undefined && Temporal.Instant.compare(clock(), known.until) < 0) return respond(request, known);
      const begun = generation;
      const document = await make();
      if (document === undefined) return undefined;
      const entry = { document, etag: etagOf(document), until: clock().add(fresh) };
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

function respond(request: Request, { document, etag }: Entry): Response {
  const headers = { ...openly, "content-type": document.type, etag };
  if (document.status === 200 && request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers });
  const body = request.method === "HEAD" ? null : document.body;
  return new Response(body, { status: document.status, headers });
}

function etagOf(document: ServedDocument): string {
  return `"${createHash("sha256").update(document.body).digest("base64url").slice(0, 22)}"`;
}
