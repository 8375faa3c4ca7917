import type { Json } from "../../kernel/base/canonical-json.ts";

/** The rules of one community or movement, as settings that another can take and change. */
export interface Preset {
  readonly id: PresetId;
  /** The method by which it decides, by its id. */
  readonly method: string;
  /** The settings of that method; those left out are its defaults. */
  readonly settings: Json;
  /** The least share of those eligible who must take part (`50 %`), or none. */
  readonly quorum: string | null;
  /** What comes before the outcome, in order, with the shortest time for each; answers are taken in the last. */
  readonly steps: readonly PresetStep[];
  readonly silence: SilenceRule;
  /** Who has a voice: each member, or each organisation through somebody who speaks for it. */
  readonly who: "members" | "organisations";
  /** Whether outcomes are numbered and stay in one series, in which a later one can supersede an earlier one. */
  readonly numbered: boolean;
  /** Where the rule is written down. */
  readonly source: string;
}

/** The names of the presets, stable in rows and files. */
export type PresetId =
  | "socialcoop-bylaws"
  | "cotech-fund"
  | "sunbeam"
  | "lazy-consent"
  | "soc-consent"
  | "majority-with-quorum"
  | "condorcet"
  | "numbered-rfc";

/** One part of the way to an outcome. */
export interface PresetStep {
  readonly step: "thread" | "draft" | "comments" | "clarify" | "react" | "amend" | "answers" | "last-call" | "consent";
  readonly daysAtLeast: number;
}

/** What not answering means: everybody must answer, whoever is silent consents, or whoever is silent is not present. */
export type SilenceRule = "needs-all" | "silence-is-consent" | "silence-is-not-present";

/** Rules that communities live by, each with its source; where one leaves something open, what we set is said beside it. */
export const presets: readonly Preset[] = [
  {
    id: "socialcoop-bylaws",
    method: "stance",
    settings: { share: "75 %", reach: "at-least", base: "answered", blocks: "stops-unless", blockShare: "95 %" },
    quorum: null,
    steps: [{ step: "answers", daysAtLeast: 10 }],
    silence: "silence-is-not-present",
    who: "members",
    numbered: false,
    source: "social.coop, vote on its bylaws, 1 to 11 August 2017, https://www.loomio.org/d/tB5wveTb",
  },
  {
    // A co-op blocks by an objection with its reason; the fund falls back to one co-op, one vote, which is a proposal of its own.
    id: "cotech-fund",
    method: "consent",
    settings: {},
    quorum: null,
    steps: [{ step: "consent", daysAtLeast: 7 }],
    silence: "silence-is-consent",
    who: "organisations",
    numbered: false,
    source: "CoTech common fund, https://git.autonomic.zone/autonomic-cooperative/cotech-fund",
  },
  {
    id: "sunbeam",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorum: null,
    steps: [
      { step: "thread", daysAtLeast: 4 },
      { step: "answers", daysAtLeast: 3 },
    ],
    silence: "silence-is-not-present",
    who: "members",
    numbered: false,
    source:
      "Sunbeam City, governance policy until November 2022, https://wiki.sunbeam.city/doku.php?id=governance_policy",
  },
  {
    // A veto there needs a technical reason: an objection. 72 hours are for votes in general; we set them here, too.
    id: "lazy-consent",
    method: "consent",
    settings: {},
    quorum: null,
    steps: [{ step: "consent", daysAtLeast: 3 }],
    silence: "silence-is-consent",
    who: "members",
    numbered: false,
    source:
      "Apache Software Foundation, Apache Voting Process, lazy consensus, https://www.apache.org/foundation/voting.html",
  },
  {
    // The times are ours.
    id: "soc-consent",
    method: "consent",
    settings: {},
    quorum: null,
    steps: [
      { step: "clarify", daysAtLeast: 3 },
      { step: "react", daysAtLeast: 3 },
      { step: "amend", daysAtLeast: 2 },
      { step: "consent", daysAtLeast: 5 },
    ],
    silence: "needs-all",
    who: "members",
    numbered: false,
    source: "Sociocracy For All, consent decision making, https://www.sociocracyforall.org/consent-decision-making/",
  },
  {
    // More votes for than against among those who vote, when at least half of the members do; the numbers are ours.
    id: "majority-with-quorum",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorum: "50 %",
    steps: [{ step: "answers", daysAtLeast: 7 }],
    silence: "silence-is-not-present",
    who: "members",
    numbered: false,
    source: "Robert’s Rules of Order Newly Revised, 12th edition (2020), sections 40 (quorum) and 44 (majority vote)",
  },
  {
    // The time is ours.
    id: "condorcet",
    method: "schulze",
    settings: { seats: 1 },
    quorum: null,
    steps: [{ step: "answers", daysAtLeast: 7 }],
    silence: "silence-is-not-present",
    who: "members",
    numbered: false,
    source:
      "M. Schulze, “A new monotonic, clone-independent … election method”, Social Choice and Welfare 36 (2011), 267",
  },
  {
    // The last call of two weeks is from the source; that comments take two weeks, and that silence then consents, is ours.
    id: "numbered-rfc",
    method: "consent",
    settings: {},
    quorum: null,
    steps: [
      { step: "draft", daysAtLeast: 0 },
      { step: "comments", daysAtLeast: 14 },
      { step: "last-call", daysAtLeast: 14 },
    ],
    silence: "silence-is-consent",
    who: "members",
    numbered: true,
    source: "S. Bradner, “The Internet Standards Process, Revision 3”, RFC 2026 (1996), section 6.1.2",
  },
];

/** Where a numbered request for comments stands: on its way, final, withdrawn by its author, or superseded by a later one. */
export const requestStates = ["draft", "comments", "last-call", "final", "withdrawn", "superseded"] as const;

/** One of {@link requestStates}. */
export type RequestState = (typeof requestStates)[number];

/** The preset with this id; undefined where there is none. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** The shortest time from the beginning to the outcome, in days. Of the bylaws of social.coop it is 10. */
export function shortestDays({ steps }: Preset): number {
  return steps.reduce((sum, { daysAtLeast }) => sum + daysAtLeast, 0);
}

/** Which states may follow: a request goes on step by step, may be withdrawn until it is final, and may be superseded once it is. */
export function requestMayBecome(from: RequestState, to: RequestState): boolean {
  const following: Readonly<Record<RequestState, readonly RequestState[]>> = {
    draft: ["comments", "withdrawn"],
    // What the comments change is a new draft.
    comments: ["draft", "last-call", "withdrawn"],
    "last-call": ["comments", "final", "withdrawn"],
    final: ["superseded"],
    withdrawn: [],
    superseded: [],
  };
  return following[from].includes(to);
}
