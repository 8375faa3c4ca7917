/**
 * Whom a proposal or a consent process asks: all members, those entrusted with a role, a circle, people named one by one, or organisations with one voice
 * each (decisions reference, section 1, items 1 and 8).
 */
export type ElectorateKind = "members" | "stewards" | "circle" | "people" | "organisations";
export const electorateKinds: readonly ElectorateKind[] = ["members", "stewards", "circle", "people", "organisations"];

/** Why somebody may answer. */
export type WhyMay = "member" | "steward" | "circle" | "named" | "delegate";

/** Why a member may not, as it was written down when the proposal opened; `set-aside` after an upheld challenge. */
export type WhyLeftOut =
  | "class"
  | "dues"
  | "waiting"
  | "not-a-steward"
  | "not-in-circle"
  | "not-named"
  | "not-a-delegate"
  | "set-aside";

/**
 * Why somebody may not answer: as written down, or because they came later, do not belong to the community, or do not speak for the
 * organisation any more for which they did.
 */
export type WhyNot = WhyLeftOut | "came-later" | "no-member" | "speaks-no-more";

/** Whom a proposal asks, as needed to tell of one member whether it asks them. */
export type Asked =
  | { readonly kind: "members" | "stewards" }
  | { readonly kind: "circle" | "people" | "organisations"; readonly people: ReadonlySet<string> };

/** What speaks against a member's vote; see `noVote` of communities. */
export interface AgainstVote {
  readonly why: "class" | "dues" | "waiting";
}

/**
 * Whether a member is asked, and why or why not. An organisation's voice is its own: what stands against its delegate's vote as a
 * person does not silence it.
 *
 * `placeOf({ kind: "stewards" }, { personId, role: "member" }, undefined)` is `{ may: false, why: "not-a-steward" }`.
 */
export function placeOf(
  asked: Asked,
  member: { readonly personId: string; readonly role: "member" | "steward" },
  against: AgainstVote | undefined,
): { readonly may: true; readonly why: WhyMay } | { readonly may: false; readonly why: WhyLeftOut } {
  const { kind } = asked;
  if (kind === "organisations") {
    return asked.people.has(member.personId) ? { may: true, why: "delegate" } : { may: false, why: "not-a-delegate" };
  }
  if (kind === "stewards" && member.role !== "steward") return { may: false, why: "not-a-steward" };
  if (kind === "circle" && !asked.people.has(member.personId)) return { may: false, why: "not-in-circle" };
  if (kind === "people" && !asked.people.has(member.personId)) return { may: false, why: "not-named" };
  if (against !== undefined) return { may: false, why: against.why };
  return { may: true, why: whyMay[kind] };
}

const whyMay = { members: "member", stewards: "steward", circle: "circle", people: "named" } as const;

/** So many are named one by one at most. */
export const mostNamed = 500;

/** So many days an outcome can be challenged at most. */
export const mostChallengeDays = 30;
