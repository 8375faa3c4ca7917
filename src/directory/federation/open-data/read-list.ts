import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { readStrictJson } from "../../../kernel/federation/inbox/strict-json.ts";
import { nextPartOf, placesInJson } from "../../model/open-data/json-list.ts";
import type { ListAt, NoList } from "../../model/open-data/list-at.ts";

/** So many parts of a list are read, so many characters in all, and no further part is asked for after so long. */
export const bounds = { parts: 20, characters: 3_900_000, timeMs: 30_000 } as const;

const accepts = [{ type: "application/json" }, { type: "application/ld+json" }];

/** Reads the list at an address by the guarded way to other servers. Its further parts are where the first one was: it leads nowhere else. */
export function listReader({
  egress,
  elapsedMs,
}: {
  readonly egress: Egress;
  readonly elapsedMs: () => number;
}): ListAt {
  return async (address) => {
    const endsAt = elapsedMs() + bounds.timeMs;
    const parts: Json[] = [];
    let left: number = bounds.characters;
    for (let next: URL | undefined = address; next !== undefined;) {
      if (parts.length === bounds.parts || elapsedMs() > endsAt) return "list-too-long";
      const part = await partAt(egress, next.href);
      if (typeof part === "string") return part;
      left -= part.length;
      if (left < 0) return "list-too-long";
      if (placesInJson(part.json) === undefined && parts.length === 0) return "not-a-feed";
      parts.push(part.json);
      next = followed(address, nextPartOf(part.json));
    }
    return { parts };
  };
}

function followed(address: URL, next: string | undefined): URL | undefined {
  const url = next === undefined ? null : URL.parse(next, address);
  return url?.origin === address.origin ? url : undefined;
}

async function partAt(egress: Egress, url: string): Promise<{ readonly json: Json; readonly length: number } | NoList> {
  // What is said stands as said by the host that was named, so that host has to say it.
  const fetched = await egress.fetch({ url, accepts, redirects: "told" });
  if (!fetched.ok) return noListBecause(fetched.refusal.kind);
  const { status } = fetched.value;
  if (status !== 200) return status >= 300 && status < 400 ? "not-a-feed" : "list-away";
  const text = Buffer.from(fetched.value.body).toString("utf8");
  const read = readStrictJson(text);
  return read.ok ? { json: read.value, length: text.length } : "not-a-feed";
}

function noListBecause(kind: string): NoList {
  if (kind === "too-large") return "list-too-long";
  return kind === "wrong-type" ? "not-a-feed" : "list-away";
}
