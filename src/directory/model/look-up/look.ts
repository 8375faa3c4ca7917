import type { Claim } from "../claims.ts";
import { fieldValue, longest, type FieldName } from "../entry-fields.ts";

/**
 * What came of looking at a place.
 * - `found`: it said something of itself;
 * - `nothing-said`: it answers, and says nothing that can be read;
 * - `unreachable`: nobody answers, or too slowly, or its server is in trouble: perhaps later;
 * - `elsewhere`: it leads to another host, which is another place;
 * - `disallowed`: its `robots.txt` asks programs to stay away;
 * - `noindex`: its front page asks not to be in any index;
 * - `opted-out`: it does not want to be listed here.
 */
export const lookOutcomes = [
  "found",
  "nothing-said",
  "unreachable",
  "elsewhere",
  "disallowed",
  "noindex",
  "opted-out",
] as const;
export type LookOutcome = (typeof lookOutcomes)[number];

/**
 * Why a place is looked at: `by-itself`, as a program does that goes about, or because somebody who says they speak for it `asked` for
 * its verification. Whoever goes about by itself stays away where it is asked to; see decision 0120.
 */
export type LookManner = "by-itself" | "asked";

/** One thing a place says of itself, and at which address. */
export interface Fact {
  readonly field: FieldName;
  readonly value: string | readonly string[];
  readonly source: string;
}

/** By what a place can show that whoever speaks for it has its domain in hand. */
export const domainProofs = ["well-known", "dns", "rel-me"] as const;
export type DomainProof = (typeof domainProofs)[number];

/** What looking at a place gave. */
export interface Look {
  readonly outcome: LookOutcome;
  readonly at: Temporal.Instant;
  readonly facts: readonly Fact[];
  /** The address of the account that the server names as its contact, on the server itself. */
  readonly contact: string | undefined;
  /** The host to which it leads, where it leads to another. */
  readonly leadsTo: string | undefined;
  /** Codes of verification that the place shows, and where. */
  readonly shown: readonly { readonly by: DomainProof; readonly code: string }[];
  /** Whether all the ways to show a code could be looked at; what was not seen may be there otherwise. */
  readonly sawAllWays: boolean;
}

/** Why nothing is looked at: too many are being looked at, or whoever asks has had enough looked at for this hour. */
export type NoLook = "busy" | "enough";

/** Looks at the place of a host, for a person if one asks. Never fails: what went wrong is an outcome. */
export type LookAt = (host: string, manner: LookManner, personId?: string) => Promise<Look | NoLook>;

/** The longest text of each field that a server may fill as it likes; what is longer is cut, not refused. */
const cutAt: Partial<Record<FieldName, number>> = { name: longest.name, summary: longest.text, version: 60 };

/** A fact in the shape of its field; undefined where what the server says cannot be one. Control characters and odd spaces are mended. */
export function factOf(field: FieldName, said: unknown, source: string): Fact | undefined {
  const value = fieldValue(field, typeof said === "string" ? shortened(field, said) : said);
  return value === undefined ? undefined : { field, value, source };
}

function shortened(field: FieldName, said: string): string {
  // Whoever reads it must not be misled by signs that turn the direction of writing, or that cannot be seen.
  const plain = said
    .slice(0, 20_000)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/g, "")
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  const most = cutAt[field];
  return most === undefined || plain.length <= most ? plain : `${plain.slice(0, most - 1).toWellFormed()}…`;
}

/** The claims that a look makes: measured, by this server. */
export function claimsOfLook({ facts, at }: Look): readonly Claim[] {
  return facts.flatMap(({ field, value, source }) => {
    const said = fieldValue(field, value);
    if (said === undefined) return [];
    const claimant = { kind: "program" } as const;
    const basis = "measured" as const;
    const certainty = "high" as const;
    return [
      { field, value: said, basis, claimant, at, asOf: "", sources: [source], certainty, doubt: undefined, note: "" },
    ];
  });
}

/** How long after a look the next one is due. */
export const lookAgainAfter = {
  /** A place that answered. */
  usually: Temporal.Duration.from({ hours: 24 * 7 }),
  /** One that did not, the first few times. */
  soon: Temporal.Duration.from({ hours: 24 }),
  /** One that has not answered for long, or does not want to be looked at: it stays on the list, and is asked once in a while. */
  seldom: Temporal.Duration.from({ hours: 24 * 30 }),
} as const;

/** So often in a row a place may not answer before that counts. */
export const mostFailures = 5;

/** Within so long nobody's server is looked at again because somebody wishes it. */
const notAgainWithin = Temporal.Duration.from({ hours: 1 });

/** Whether a place may be looked at because somebody wishes it: not while another wish waits, nor soon after a look. */
export function mayLookAgain(
  look: { readonly askedAt: Temporal.Instant | undefined; readonly lookedAt: Temporal.Instant | undefined } | undefined,
  now: Temporal.Instant,
): boolean {
  const last = look?.askedAt ?? look?.lookedAt;
  return last === undefined || Temporal.Instant.compare(last.add(notAgainWithin), now) <= 0;
}

/** After how many days without an answer or a new look what was measured counts as old. */
const oldAfter = Temporal.Duration.from({ hours: 24 * 30 });

/** Whether what was measured then is to be shown as old. */
export function isOld(answeredAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(answeredAt.add(oldAfter), now) < 0;
}

/** When a place is to be looked at again; `failures` are those in a row, this one included. */
export function nextLook(outcome: LookOutcome, failures: number, now: Temporal.Instant): Temporal.Instant {
  if (outcome === "found") return now.add(lookAgainAfter.usually);
  if (outcome === "unreachable" && failures < mostFailures) return now.add(lookAgainAfter.soon);
  return now.add(lookAgainAfter.seldom);
}
