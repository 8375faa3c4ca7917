import type { Json } from "../../../kernel/base/canonical-json.ts";
import { certainties, doubts, type Certainty, type Doubt, type Heard } from "../claims.ts";
import { fieldValue, isFieldName, longest, saidFieldNames, type FieldName, type FieldValue } from "../entry-fields.ts";
import { hostFrom } from "../host.ts";
import type { Fault } from "./origin.ts";

/** What another directory says of a field of a place. */
export interface SharedClaim {
  readonly domain: string;
  readonly field: FieldName;
  readonly value: FieldValue<FieldName>;
  readonly heard: Heard;
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  readonly doubt: Doubt | undefined;
  readonly note: string;
}

/** A change of another directory: something is said, something stands no more, or a place is gone there. */
export interface SharedChange {
  readonly number: number;
  /** The entry there. */
  readonly entry: string;
  /** The claims there that stand no more. */
  readonly ends: readonly string[];
  readonly says: SharedClaim | undefined;
  readonly isGone: boolean;
}

/** Changes of another directory, in their order. */
export interface SharedChanges {
  readonly changes: readonly SharedChange[];
  /** Whoever has these has all up to this number. */
  readonly last: number;
  readonly hasMore: boolean;
  /** How many claims could not be read. */
  readonly unreadable: number;
}

/** From whom, and what is known of how far they were heard. */
export interface Hearing {
  readonly host: string;
  readonly actorUri: string;
  readonly after: number;
  readonly now: Temporal.Instant;
}

/** So many changes come at once, and so far may clocks differ. */
const most = { changes: 200, number: 1e15, sources: 10, words: 80 } as const;
const tolerance = Temporal.Duration.from({ hours: 1 });

type Members = { readonly [name: string]: Json | undefined };

/** Why nothing of it is taken. */
type WholeFault = Extract<Fault, "not-changes" | "of-another" | "disordered" | "of-the-future">;

/**
 * Reads changes as another directory tells them. Only what it says itself is taken: what it heard from others is asked of those. Nothing of the whole is taken where
 * it is no list of changes, tells of entries that are another server's, has numbers that do not grow, or times that have not come.
 */
export function readSharedChanges(document: Json, hearing: Hearing): SharedChanges | WholeFault {
  const members = membersOf(document);
  const { changes, last, actor, next } = members;
  if (!isList(changes) || changes.length > most.changes || !isNumber(last)) return "not-changes";
  if (actor !== hearing.actorUri) return "of-another";
  const read: SharedChange[] = [];
  let unreadable = 0;
  let before = hearing.after;
  for (const given of changes) {
    const change = membersOf(given);
    const { number, entry } = change;
    if (!isNumber(number) || typeof entry !== "string") return "not-changes";
    if (number <= before) return "disordered";
    if (entry.length > longest.url || !isSameOrigin(entry, hearing.actorUri)) return "of-another";
    if (isOfTheFuture(change["at"], hearing.now)) return "of-the-future";
    before = number;
    const says = claimIn(change, hearing);
    if (says === "of-the-future") return says;
    if (says === "unreadable") unreadable += 1;
    read.push({
      number,
      entry,
      ends: endedBy(change),
      says: typeof says === "string" ? undefined : says,
      isGone: change["type"] === "tombstone",
    });
  }
  if (last < before) return "disordered";
  // Whoever has more must also get on.
  const hasMore = typeof next === "string";
  if (hasMore && last <= hearing.after) return "disordered";
  return { changes: read, last, hasMore, unreadable };
}

function endedBy(change: Members): readonly string[] {
  const { replaces, claimId, type } = change;
  return [replaces, type === "retraction" ? claimId : undefined].flatMap((id) => idIn(id) ?? []);
}

/** `nothing`: none is told, it is heard, or of a field that this version does not take from others. */
function claimIn(change: Members, { host, now }: Hearing): SharedClaim | "nothing" | "unreadable" | "of-the-future" {
  const { field, claim: given, domain: written } = change;
  if (given === null || given === undefined || typeof written !== "string" || typeof field !== "string")
    return "nothing";
  const said = membersOf(given);
  const isTaken = isFieldName(field) && saidFieldNames.includes(field);
  if (!isTaken || said["basis"] === "heard") return "nothing";
  const basis = ownBases.find((one) => one === said["basis"]);
  const claim = idIn(change["claimId"]);
  const domain = hostFrom(written);
  const value = fieldValue(field, cleaned(said["value"]));
  const at = instantIn(said["at"]);
  if (basis === undefined || claim === undefined || domain === undefined || value === undefined || at === undefined) {
    return "unreadable";
  }
  if (isOfTheFuture(said["at"], now)) return "of-the-future";
  const by = textIn(said["by"]).slice(0, most.words);
  return {
    domain,
    field,
    value,
    heard: { host, claim, basis, by, at },
    asOf: textIn(said["asOf"]).slice(0, 40),
    sources: addressesIn(said["sources"]),
    certainty: certainties.find((one) => one === said["certainty"]) ?? "medium",
    doubt: doubts.find((one) => one === said["doubt"]),
    note: textIn(said["note"]).slice(0, longest.line),
  };
}

const ownBases = ["self-declared", "measured", "attested"] as const;

function isOfTheFuture(given: Json | undefined, now: Temporal.Instant): boolean {
  const at = instantIn(given);
  return at !== undefined && Temporal.Instant.compare(at, now.add(tolerance)) > 0;
}

function instantIn(given: Json | undefined): Temporal.Instant | undefined {
  try {
    return typeof given === "string" && given.length < 60 ? Temporal.Instant.from(given) : undefined;
  } catch {
    return undefined;
  }
}

function addressesIn(given: Json | undefined): readonly string[] {
  if (!isList(given)) return [];
  const addresses = given.map(textIn).filter((text) => {
    return text.length <= longest.url && /^https?:\/\//.test(text) && URL.canParse(text);
  });
  return [...new Set(addresses)].slice(0, most.sources);
}

function cleaned(given: Json | undefined): Json | undefined {
  if (isList(given)) return given.map((one) => (typeof one === "string" ? textIn(one) : one));
  return typeof given === "string" ? textIn(given) : given;
}

/** Text as a row can hold it: PostgreSQL stores no NUL, and half a surrogate pair has no UTF-8. */
function textIn(given: Json | undefined): string {
  return typeof given === "string" ? given.toWellFormed().replaceAll("\u0000", "").trim() : "";
}

function idIn(given: Json | undefined): string | undefined {
  return typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : undefined;
}

function isNumber(given: Json | undefined): given is number {
  return typeof given === "number" && Number.isSafeInteger(given) && given >= 0 && given < most.number;
}

function isSameOrigin(one: string, other: string): boolean {
  const origin = URL.parse(one)?.origin;
  return origin !== undefined && origin !== "null" && origin === URL.parse(other)?.origin;
}

function isList(given: Json | undefined): given is readonly Json[] {
  return Array.isArray(given);
}

function membersOf(given: Json | undefined): Members {
  return typeof given === "object" && given !== null && !isList(given) ? given : {};
}
