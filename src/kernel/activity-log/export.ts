import { canonicalJson, type Json } from "../base/canonical-json.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { chainEnd, entriesOf } from "./chain.read.ts";
import { checkChain, type ChainEnd, type ChainVerdict, type EntryWithPayload } from "./chain-check.ts";
import type { Chain } from "./event.ts";

const FORMAT = "koinon-log-1";
/** No payload of ours comes near it; a file that is one endless line must not fill the memory. */
const LONGEST_LINE = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * A chain as a file that anyone can check without us: lines of canonical JSON (RFC 8785), each ending in a line feed.
 *
 * The first line names format and chain. Then comes each entry: `hash` is the SHA-256, in hex, of the line without `hash`, `payload` and
 * `salt`; `previous` is the hash of the entry before, sixty-four zeros at the beginning; `digest` is the SHA-256 of `salt:payload`, both
 * of which are left out where the payload was erased. The last line repeats where the chain ends.
 *
 * `shows` says of which events the payload is for whoever gets the file; where it is not, salt and payload are left out as well.
 */
export async function* exportChain(
  read: Database,
  chain: Chain,
  shows: (event: string) => boolean = () => true,
): AsyncGenerator<string> {
  const end = await chainEnd(read, chain);
  yield line({ chain, format: FORMAT });
  for await (const entry of entriesOf(read, chain, end.sequence)) {
    yield line(entryJson(shows(entry.event) ? entry : { ...entry, salt: null, payload: null }));
  }
  yield line({ end: end.sequence, head: end.hash });
}

/** Checks an exported chain as it is read, keeping nothing of it; one changed octet anywhere is found. */
export async function verifyExport(file: AsyncIterable<Uint8Array>): Promise<ChainVerdict> {
  const lines = linesOf(file);
  const first = await lines.next();
  const chain = first.done === true ? undefined : chainNamedIn(first.value);
  if (chain === undefined) return { isWhole: false, chain: "", sequence: 0, fault: "unreadable" };
  const check = checkChain(chain);
  const broken = (fault: "unreadable" | "beyond-end") =>
    ({ isWhole: false, chain, sequence: check.next(), fault }) as const;
  let end: ChainEnd | undefined;
  for await (const text of lines) {
    if (end !== undefined) return broken("beyond-end");
    const read = text === undefined ? undefined : entryOrEnd(text);
    if (read === undefined) return broken("unreadable");
    if (read.kind === "end") end = read.end;
    else {
      const fault = check.follow(read.entry);
      if (fault !== undefined) return { isWhole: false, chain, sequence: check.next(), fault };
    }
  }
  return end === undefined ? broken("unreadable") : check.close(end);
}

function line(value: Json): string {
  return `${canonicalJson(value)}\n`;
}

function entryJson(entry: EntryWithPayload): Json {
  const { chain, sequence, at, actor, command, event, version, digest, previous_hash, hash, salt, payload } = entry;
  const beside = salt === null || payload === null ? {} : { payload, salt };
  const instant = instantFromMicroseconds(at).toString();
  const chained = { actor, at: instant, chain, command, digest, event, previous: previous_hash, sequence, version };
  return { ...chained, ...beside, hash };
}

/** The lines of a file; undefined in place of one that has no end, is too long or is no UTF-8. */
async function* linesOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield textOf(Buffer.concat([...pieces, chunk.subarray(start, end)]));
      pieces = [];
      length = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) break;
  }
  if (length > 0) yield undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function chainNamedIn(text: string | undefined): Chain | undefined {
  const header = text === undefined ? undefined : parsed(text);
  if (header === undefined || header["format"] !== FORMAT || typeof header["chain"] !== "string") return undefined;
  return Object.keys(header).length === 2 ? header["chain"] : undefined;
}

type ReadLine =
  | { readonly kind: "entry"; readonly entry: EntryWithPayload }
  | { readonly kind: "end"; readonly end: ChainEnd };

/** A line as an entry or an end, if it holds what we write and nothing else. */
function entryOrEnd(text: string): ReadLine | undefined {
  const json = parsed(text);
  if (json === undefined) return undefined;
  const { end, head } = json;
  if (typeof end === "number" && typeof head === "string") {
    return Object.keys(json).length === 2 ? { kind: "end", end: { sequence: end, hash: head } } : undefined;
  }
  const entry = entryFrom(json);
  return entry !== undefined && line(entryJson(entry)) === `${text}\n` ? { kind: "entry", entry } : undefined;
}

function entryFrom(json: Readonly<Record<string, Json | undefined>>): EntryWithPayload | undefined {
  const text = (name: string) => {
    const value = json[name];
    return typeof value === "string" ? value : "";
  };
  const number = (name: string) => {
    const value = json[name];
    return typeof value === "number" ? value : Number.NaN;
  };
  const at = instantFrom(text("at"));
  if (at === undefined || !Number.isFinite(number("sequence")) || !Number.isFinite(number("version"))) return undefined;
  const isErased = json["payload"] === undefined && json["salt"] === undefined;
  return {
    chain: text("chain"),
    sequence: number("sequence"),
    at: microsecondsFromInstant(at),
    actor: text("actor"),
    command: text("command"),
    event: text("event"),
    version: number("version"),
    digest: text("digest"),
    previous_hash: text("previous"),
    hash: text("hash"),
    salt: isErased ? null : text("salt"),
    payload: isErased ? null : text("payload"),
  };
}

function instantFrom(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

/** An object written exactly as we write it: what no hash covers, white space and order, the exact form does. */
function parsed(text: string): Readonly<Record<string, Json | undefined>> | undefined {
  try {
    const json = JSON.parse(text) as Json;
    if (typeof json !== "object" || json === null || Array.isArray(json) || canonicalJson(json) !== text)
      return undefined;
    return json as Readonly<Record<string, Json | undefined>>;
  } catch {
    return undefined;
  }
}
