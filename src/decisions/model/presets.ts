import type { Json } from "../../kernel/base/canonical-json.ts";

/** The rules of one community or movement, as a start that another can take and change. */
export interface Preset {
  readonly id: string;
  /** The method by which it decides, by its id. */
  readonly method: string;
  /** The settings of that method. */
  readonly settings: { readonly [name: string]: Json };
  /** The least share of those eligible who must take part, in whole percent; 0 for none. */
  readonly quorumPercent: number;
  /** How long it is open at least. */
  readonly days: number;
  /** Where the rule is written down. */
  readonly source: string;
}

/** Rules that communities live by, each with its source; what we set where one leaves something open is said beside it. */
export const presets: readonly Preset[] = [
  {
    id: "socialcoop-bylaws",
    method: "stance",
    settings: { share: "75 %", reach: "at-least", base: "answered", blocks: "stops-unless", blockShare: "95 %" },
    quorumPercent: 0,
    days: 10,
    source: "social.coop, vote on its bylaws, 1 to 11 August 2017, https://www.loomio.org/d/tB5wveTb",
  },
  {
    id: "sunbeam",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorumPercent: 0,
    days: 3,
    source:
      "Sunbeam City, governance policy until November 2022, https://wiki.sunbeam.city/doku.php?id=governance_policy",
  },
  {
    // More for than against among those who take a side, when at least half of the members do; the numbers are ours.
    id: "majority-with-quorum",
    method: "stance",
    settings: { share: "50 %", reach: "more-than", base: "took-a-side", blocks: "none" },
    quorumPercent: 50,
    days: 7,
    source: "Robert’s Rules of Order Newly Revised, 12th edition (2020), sections 40 (quorum) and 44 (majority vote)",
  },
  {
    // The time is ours.
    id: "condorcet",
    method: "schulze",
    settings: { seats: 1 },
    quorumPercent: 0,
    days: 7,
    source:
      "M. Schulze, “A new monotonic, clone-independent … election method”, Social Choice and Welfare 36 (2011), 267",
  },
];

/** The preset with this id; undefined where there is none. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
