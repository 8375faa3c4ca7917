import type { SettledFields } from "./claims.ts";
import { fieldValue, type FieldName } from "./entry-fields.ts";
import {
  collectiveOwnerships,
  intentions,
  joinings,
  lifecycles,
  ownerships,
  placeKinds,
  practices,
  registrations,
} from "./typology.ts";
import { verifiedAnswers, verifiedAs, type Shown } from "./verification/proofs.ts";

/** What readers filter by: fields of an entry, and what it has proved. */
export const facets = [
  "ownership",
  "practice",
  "joining",
  "registration",
  "country",
  "languages",
  "software",
  "intention",
  "lifecycle",
  "kind",
  "verified",
] as const satisfies readonly (FieldName | "verified")[];
export type Facet = (typeof facets)[number];

/** Where a field says nothing, an entry is found under this word. */
export const unknown = "unknown";

/** The words of a facet, where there is a list of them. */
export const wordsOfFacet: Readonly<Record<Facet, readonly string[] | undefined>> = {
  ownership: ownerships,
  practice: [...practices, unknown],
  joining: [...joinings, unknown],
  registration: [...registrations, unknown],
  country: undefined,
  languages: undefined,
  software: undefined,
  intention: [...intentions, unknown],
  lifecycle: lifecycles,
  kind: placeKinds,
  verified: verifiedAnswers,
};

/** What a reader looks for. Answers within a facet are alternatives; facets add up. */
export interface Filter {
  /** Each stands in the entry; the last one may be the beginning of a word. */
  readonly words: string;
  readonly wanted: Partial<Record<Facet, readonly string[]>>;
  readonly unwanted: Partial<Record<Facet, readonly string[]>>;
}

export const everything: Filter = { words: "", wanted: {}, unwanted: {} };

/** So many answers of a facet are taken from an address, and so long is each. */
const bounds = { answers: 20, answer: 60, words: 120 } as const;

/**
 * The filter that an address names: `?ownership=association&ownership=member_coop&not-ownership=party&country=IT&q=radio`. What is no answer
 * of its facet is passed over.
 */
export function filterFrom(query: URLSearchParams): Filter {
  const answers = (prefix: string) =>
    Object.fromEntries(
      facets.flatMap((facet) => {
        const given = [...new Set(query.getAll(`${prefix}${facet}`))]
          .map((answer) => answer.trim().slice(0, bounds.answer))
          .filter((answer) => isAnswerOf(facet, answer))
          .slice(0, bounds.answers);
        return given.length === 0 ? [] : [[facet, given]];
      }),
    );
  return {
    words: (query.get("q") ?? "").trim().slice(0, bounds.words),
    wanted: answers(""),
    unwanted: answers("not-"),
  };
}

/** Whether an entry may have this answer: a word of the facet's list, or of the shape of its field. */
function isAnswerOf(facet: Facet, answer: string): boolean {
  const known = wordsOfFacet[facet];
  if (known !== undefined || facet === "verified") return known?.includes(answer) ?? false;
  return answer === unknown || fieldValue(facet, [answer]) !== undefined;
}

/** The address of a filter, which {@link filterFrom} reads; the same for the same filter. */
export function queryOf({ words, wanted, unwanted }: Filter): URLSearchParams {
  const query = new URLSearchParams();
  if (words !== "") query.set("q", words);
  for (const facet of facets) {
    for (const answer of wanted[facet] ?? []) query.append(facet, answer);
    for (const answer of unwanted[facet] ?? []) query.append(`not-${facet}`, answer);
  }
  return query;
}

/** What an entry is found by: each facet with each of its answers, `unknown` where nobody says anything. */
export function facetsOf(
  fields: SettledFields,
  shown: readonly Shown[],
): readonly { readonly facet: Facet; readonly answer: string }[] {
  return facets.flatMap((facet) => {
    const value: string | readonly string[] =
      facet === "verified" ? verifiedAs(shown) : (fields[facet]?.claim.value ?? unknown);
    return (typeof value === "string" ? [value] : value).map((answer) => ({ facet, answer }));
  });
}

/**
 * Ways of drawing the line that people use, as filters with names. A community may make one its own; the list itself has no holes.
 * `incorporated`, `unincorporated-too`: as the wiki page of collectively-run instances has it, and as was asked for since.
 */
export const policies = {
  "members-own-it": { words: "", wanted: { ownership: collectiveOwnerships }, unwanted: {} },
  incorporated: {
    words: "",
    wanted: {
      ownership: ["member_coop", "worker_coop", "multi_stakeholder_coop", "association", "affiliated_nonprofit"],
    },
    unwanted: {},
  },
  cooperatives: {
    words: "",
    wanted: { ownership: ["member_coop", "worker_coop", "multi_stakeholder_coop"] },
    unwanted: {},
  },
  "without-parties": { words: "", wanted: {}, unwanted: { ownership: ["party"] } },
  "open-to-join": {
    words: "",
    wanted: { joining: ["open", "application"] },
    unwanted: { lifecycle: ["closed", "planned"] },
  },
} as const satisfies Readonly<Record<string, Filter>>;
