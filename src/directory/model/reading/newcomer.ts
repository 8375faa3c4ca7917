import { fieldValue } from "../entry-fields.ts";
import type { DescribedEntry } from "../entry.ts";
import { unknown, type Facet, type Filter } from "../filter.ts";
import { collectiveOwnerships, type Ownership, type Practice } from "../typology.ts";

/** By whom a newcomer wants the place run. */
export const runBy = ["members", "nonprofit"] as const;

/** What a newcomer looks for; what is left out does not matter to them. */
export interface Wishes {
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly runBy?: (typeof runBy)[number] | undefined;
  /** They want to take part in deciding. */
  readonly decides: boolean;
  /** They cannot pay. */
  readonly free: boolean;
  readonly software?: string | undefined;
}

const ownershipsOf: Readonly<Record<(typeof runBy)[number], readonly Ownership[]>> = {
  members: collectiveOwnerships,
  nonprofit: ["affiliated_nonprofit", "nonprofit_operator"],
};

/** Ways to decide in which others than one person, or whoever happens to do the work, have a say. */
const sharedPractices: readonly Practice[] = [
  "consensus",
  "sociocratic_consent",
  "elected_board",
  "working_groups",
  "assembly",
  "jury_sortition",
  "majority_vote",
];

/** The wishes that an address names: `?language=es&run-by=members&decides=yes`. What is no answer does not matter. */
export function wishesFrom(query: URLSearchParams): Wishes {
  const given = (name: string) => query.get(name)?.trim() ?? "";
  return {
    language: fieldValue("languages", [given("language")])?.[0],
    country: fieldValue("country", [given("country")])?.[0],
    runBy: runBy.find((one) => one === given("run-by")),
    decides: given("decides") === "yes",
    free: given("cost") === "free",
    software: fieldValue("software", [given("software")])?.[0],
  };
}

/**
 * What is asked of a place, facet by facet, and by which wish. A place to join is a server that takes members; whether its life goes on is asked
 * too. What it costs is told in words, so no filter can ask for it: {@link whyItFits} says what is known.
 */
function askedOf(wishes: Wishes): readonly { readonly facet: Facet; readonly answers: readonly string[] }[] {
  const one = (facet: Facet, answer: string | undefined) =>
    answer === undefined ? [] : [{ facet, answers: [answer] }];
  return [
    { facet: "joining", answers: ["open", "application"] },
    ...one("languages", wishes.language),
    ...one("country", wishes.country),
    ...(wishes.runBy === undefined ? [] : [{ facet: "ownership" as const, answers: ownershipsOf[wishes.runBy] }]),
    ...(wishes.decides ? [{ facet: "practice" as const, answers: sharedPractices }] : []),
    ...one("software", wishes.software),
    { facet: "lifecycle", answers: ["active"] },
  ];
}

/** The places of which everything that is asked is known and fits. */
export function filterOfWishes(wishes: Wishes): Filter {
  const wanted = askedOf(wishes).map(({ facet, answers }) => [facet, answers] as const);
  return { words: "", wanted: { ...Object.fromEntries(wanted), kind: ["instance"] }, unwanted: {} };
}

/** As {@link filterOfWishes}, with the places of which some of that is not known. */
export function filterWithUnknown(wishes: Wishes): Filter {
  const wanted = askedOf(wishes).map(({ facet, answers }) => [facet, [...answers, unknown]] as const);
  return { words: "", wanted: { ...Object.fromEntries(wanted), kind: ["instance"] }, unwanted: {} };
}

/** Why a place may be one for whoever wishes this. */
export interface WhyItFits {
  /** What is known of it and fits. */
  readonly fits: readonly Facet[];
  /** What was asked and nobody says. */
  readonly unknown: readonly Facet[];
  readonly cost: "free" | "costs" | "unknown";
}

/** What of that which is asked stands in the entry, and what nobody says of it. */
export function whyItFits(wishes: Wishes, { fields }: Pick<DescribedEntry, "fields">): WhyItFits {
  const answered = askedOf(wishes).map(({ facet, answers }) => {
    const value = facet === "verified" ? undefined : fields[facet]?.claim.value;
    const values = value === undefined ? [] : [value].flat();
    return { facet, fits: values.some((one) => answers.includes(one)) };
  });
  return {
    fits: answered.filter(({ fits }) => fits).map(({ facet }) => facet),
    unknown: answered.filter(({ fits }) => !fits).map(({ facet }) => facet),
    cost: costOf(fields.fee?.claim.value),
  };
}

const saysFree =
  /^(?:0(?:[.,]0+)?(?:\s*[a-z€$£]{1,3})?|no|none|free|no fee|gratis|gratuito|gratuit|kostenlos|kostenfrei|keine)\.?$/iu;

/** What a fee in somebody's words comes to; `costOf("free")` is `free`, `costOf("1-10 USD a month")` is `costs`. */
export function costOf(fee: string | undefined): WhyItFits["cost"] {
  if (fee === undefined) return "unknown";
  return saysFree.test(fee.trim()) ? "free" : "costs";
}

/** Those of which most is known first; who cannot pay sees what costs nothing first, and what is known to cost last. */
export function likeliestFirst<Place>(
  places: readonly { readonly place: Place; readonly why: WhyItFits }[],
  { free }: Wishes,
): readonly { readonly place: Place; readonly why: WhyItFits }[] {
  const cost = ({ why }: { readonly why: WhyItFits }) => (free ? ["free", "unknown", "costs"].indexOf(why.cost) : 0);
  return places.toSorted((one, other) => cost(one) - cost(other) || one.why.unknown.length - other.why.unknown.length);
}
