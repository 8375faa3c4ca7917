import { canonicalJson, type Json } from "../../kernel/base/canonical-json.ts";
import { fieldNames, type FieldName, type FieldValue } from "./entry-fields.ts";

/**
 * How somebody knows: the place says it of itself; a program measured it; somebody else says so and gives a source; or another directory says
 * so, which may have it by any of these, but not from us.
 */
export const bases = ["self-declared", "measured", "attested", "heard"] as const;
export type Basis = (typeof bases)[number];

/** How sure whoever says it is. */
export const certainties = ["high", "medium", "low"] as const;
export type Certainty = (typeof certainties)[number];

/**
 * Why a claim says more than its source does: the source has a wider word (`cooperative`), or the word was read out of a sentence.
 */
export const doubts = ["wider-word", "read-from-words"] as const;
export type Doubt = (typeof doubts)[number];

/**
 * Who says something of a place: a list that was taken over, somebody by their account here, this server by looking, or another directory that
 * is followed.
 */
export type Claimant =
  | { readonly kind: "list"; readonly name: string }
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "program" }
  | ({ readonly kind: "directory" } & Heard);

/** What another directory tells of a claim of its own. */
export interface Heard {
  /** The host of that directory. */
  readonly host: string;
  /** The id of the claim there. */
  readonly claim: string;
  /** How whoever says it there knows. */
  readonly basis: Exclude<Basis, "heard">;
  /** Who says it there: `list:<name>`, `person`, `program`. */
  readonly by: string;
  /** When it was said there. */
  readonly at: Temporal.Instant;
}

/** What one claimant says of one field of one place. */
export interface Claim<Name extends FieldName = FieldName> {
  readonly field: Name;
  readonly value: FieldValue<Name>;
  readonly basis: Basis;
  readonly claimant: Claimant;
  /** When it was said here. */
  readonly at: Temporal.Instant;
  /** As of when it held, as the source tells it: `2024-08`, `2019 or earlier`; empty where that is not told. */
  readonly asOf: string;
  /** Web addresses of what it rests on. */
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  readonly doubt: Doubt | undefined;
  /** What whoever says it adds. */
  readonly note: string;
}

/** What stands in a field, and who says otherwise. */
export interface Settled<Name extends FieldName = FieldName> {
  readonly claim: Claim<Name>;
  /** Claims of others that say something else, the strongest first. */
  readonly against: readonly Claim<Name>[];
}

/** What is known of a place, field by field; a field of which nobody says anything is not there: it is unknown. */
export type SettledFields = Partial<{ readonly [Name in FieldName]: Settled<Name> }>;

/** What is best measured: a server tells its software more truly than a form does. */
const measuredFirst: ReadonlySet<FieldName> = new Set<FieldName>(["software", "registration"]);

/**
 * What stands in each field. Of several claims the strongest stands: what the place says of itself before what was measured before what others
 * attest before what other directories say, but for software and registration, which are read off the server; among equals the surer one, then the later. Whoever says
 * something else stands beside it: a contradiction is shown, never settled in silence.
 */
export function settledFields(claims: readonly Claim[]): SettledFields {
  const settled: Partial<Record<FieldName, Settled>> = {};
  for (const field of fieldNames) {
    const about = claims.filter((claim) => claim.field === field).toSorted(strongestFirst(field));
    const [first, ...others] = about;
    if (first === undefined) continue;
    const said = canonicalJson(first.value);
    settled[field] = { claim: first, against: others.filter(({ value }) => canonicalJson(value as Json) !== said) };
  }
  return settled as SettledFields;
}

function strongestFirst(field: FieldName) {
  const order = measuredFirst.has(field) ? ["measured", "self-declared", "attested", "heard"] : bases;
  return (one: Claim, other: Claim): number =>
    order.indexOf(one.basis) - order.indexOf(other.basis) ||
    certainties.indexOf(one.certainty) - certainties.indexOf(other.certainty) ||
    Temporal.Instant.compare(other.at, one.at);
}

/** Who says it, as one word that stays the same: two claims of a claimant on a field are an old one and a new one. */
export function claimantKey(claimant: Claimant): string {
  switch (claimant.kind) {
    case "list":
      return `list:${claimant.name}`;
    case "person":
      return `person:${claimant.personId}`;
    case "program":
      return "program";
    case "directory": {
      const { host, claim, basis, by, at } = claimant;
      return `directory:${canonicalJson([host, claim, basis, by, at.toString()])}`;
    }
  }
}

/** Who says it, as readers tell them apart: what another directory has from one of its own at one time is one word of theirs. */
export function sayerKey(claimant: Claimant): string {
  return claimantKey(claimant.kind === "directory" ? { ...claimant, claim: "" } : claimant);
}
