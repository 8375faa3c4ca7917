import type { Bylaws } from "./charter/bylaws.ts";

/** The rules of one community or movement, by which another can decide too. */
export interface Preset extends Bylaws {
  readonly id: string;
  /** Where the rule is written down. */
  readonly source: string;
  /** Whom it asks where the community has written down its organisations; everywhere else all members. */
  readonly asks?: "organisations";
}

const atOnce = 0;
const noQuorum = 0;

/** Rules that communities live by, each with its source; what we set where one leaves something open is said beside it. */
export const presets: readonly Preset[] = [
  {
    id: "socialcoop-bylaws",
    method: "stance",
    settings: { share: "75 %", reach: "at-least", base: "answered", blocks: "stops-unless", blockShare: "95 %" },
    quorumPercent: noQuorum,
    days: 10,
    threadDays: atOnce,
    source: "social.coop, vote on its bylaws, 1 to 11 August 2017, https://www.loomio.org/d/tB5wveTb",
  },
  {
    // One voice for each contributing co-op; where none are written down, each member has one.
    id: "cotech-fund",
    asks: "organisations",
    method: "lazy-consent",
    settings: {},
    quorumPercent: noQuorum,
    days: 7,
    threadDays: atOnce,
    source: "CoTech fund, https://git.autonomic.zone/autonomic-cooperative/cotech-fund",
  },
  {
    // Counted against those who take part, not against all members: no quorum, and the share is of those who take a side.
    id: "sunbeam",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorumPercent: noQuorum,
    days: 3,
    threadDays: 4,
    source:
      "Sunbeam City, governance policy until November 2022, https://wiki.sunbeam.city/doku.php?id=governance_policy",
  },
  {
    // 72 hours, so that people in every zone and with every week can take part. A veto has no weight “without a justification”.
    id: "apache-lazy",
    method: "lazy-consent",
    settings: {},
    quorumPercent: noQuorum,
    days: 3,
    threadDays: atOnce,
    reasons: "required-when-disagreeing",
    source: "Apache Software Foundation, Apache Voting Process, https://www.apache.org/foundation/voting.html",
  },
  {
    // More for than against among those who take a side, when at least half of the members do; the numbers are ours.
    id: "majority-with-quorum",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorumPercent: 50,
    days: 7,
    threadDays: atOnce,
    source: "Robert’s Rules of Order Newly Revised, 12th edition (2020), sections 40 (quorum) and 44 (majority vote)",
  },
  {
    // Two thirds of those who take a side; the time is ours.
    id: "two-thirds",
    method: "stance",
    settings: { share: "2/3", reach: "at-least", base: "took-a-side", blocks: "none" },
    quorumPercent: noQuorum,
    days: 7,
    threadDays: atOnce,
    source: "Robert’s Rules of Order Newly Revised, 12th edition (2020), section 44 (two-thirds vote)",
  },
  {
    // The time is ours.
    id: "condorcet",
    method: "schulze",
    settings: { seats: 1 },
    quorumPercent: noQuorum,
    days: 7,
    threadDays: atOnce,
    source:
      "M. Schulze, “A new monotonic, clone-independent … election method”, Social Choice and Welfare 36 (2011), 267",
  },
];

/** The preset with this id; undefined where there is none. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

/** Rules that are no proposal with a count, but a process of their own: choosing one leads to its form, filled in. */
export interface ProcessPreset {
  readonly id: "sociocratic-consent" | "request-for-comments";
  /** What its form is filled in with, by the names of its fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly source: string;
}

export const processPresets: readonly ProcessPreset[] = [
  {
    // Everybody is heard or nothing is decided; the days of each round are ours.
    id: "sociocratic-consent",
    fields: { silence: "needs-all", clarifyDays: "3", reactDays: "3", consentDays: "5", termMonths: "12" },
    source: "Sociocracy For All, Consent decision making, https://www.sociocracyforall.org/consent-decision-making/",
  },
  {
    // The states of EIP-1; its last call is “typically 14 days”.
    id: "request-for-comments",
    fields: {},
    source:
      "Ethereum Improvement Proposals, EIP-1, https://eips.ethereum.org/EIPS/eip-1, after the RFCs of the internet",
  },
];

export function processPresetById(id: string): ProcessPreset | undefined {
  return processPresets.find((preset) => preset.id === id);
}
