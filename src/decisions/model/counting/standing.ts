import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Conclusion, MethodRefusal, Place, Stage, Tally } from "../../methods/method.ts";
import { isLeftOut, wholeWithin } from "./read-json.ts";
import { unfit } from "./unfit.ts";

/** Options in groups of equal standing, the best first. */
export type Standing = readonly (readonly Place[])[];

/** Who has a seat: those in order, and those who stand equal where not all of them can have one (else empty). */
export interface Seated {
  readonly elected: readonly Place[];
  readonly tied: readonly Place[];
}

/**
 * Groups options by a comparison that is positive when the first stands higher.
 * `standingBy([0, 1, 2], (one, other) => votes[one] - votes[other])` with votes of 3, 5, 3 is `[[1], [0, 2]]`.
 */
export function standingBy(places: readonly Place[], compare: (one: Place, other: Place) => number): Standing {
  const sorted = [...places].sort((one, other) => compare(other, one) || one - other);
  const groups: Place[][] = [];
  for (const place of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], place) === 0) last.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** Fills the seats from the best on; a group that does not fit whole is seated whole and said to be tied. */
export function seat(standing: Standing, seats: number): Seated {
  const elected: Place[] = [];
  for (const group of standing) {
    if (elected.length >= seats) break;
    const fits = elected.length + group.length <= seats;
    elected.push(...group);
    if (!fits) return { elected, tied: group };
  }
  return { elected, tied: [] };
}

/** The tally of a count in one stage: the stage's rows marked, a tie that stands told as one. */
export function seatedTally(
  method: { readonly id: string; readonly version: number },
  ballots: number,
  stage: Stage,
  { elected, tied }: Seated,
): Tally {
  const sure = elected.filter((place) => !tied.includes(place));
  return {
    method: method.id,
    version: method.version,
    ballots,
    elected,
    stages: [markElected(stage, sure)],
    ties: tied.length === 0 ? [] : [{ stage: 0, between: tied, preferred: [], by: "stands" }],
  };
}

/** The stage with the rows of these options marked as elected. */
export function markElected(stage: Stage, elected: readonly Place[]): Stage {
  const rows = stage.rows.map((row) =>
    "place" in row.of && elected.includes(row.of.place) ? { ...row, standing: "elected" as const } : row,
  );
  return { ...stage, rows };
}

/** What a count that fills seats concludes: `chosen`, `tied` when more stand equal than seats are left, `not-carried` without support. */
export function concludeSeats({ ballots, elected, ties }: Tally, seats: number): Conclusion {
  if (ballots === 0) return noAnswers;
  if (elected.length === 0)
    return {
      verdict: "not-carried",
      chosen: [],
      why: [{ key: "decisions.method.why.no-support", values: { ballots } }],
    };
  const standing = ties.find(({ by }) => by === "stands");
  if (standing === undefined) {
    const why = {
      key: "decisions.method.why.chosen",
      values: { chosen: elected.length },
      places: { options: elected },
    };
    return { verdict: "chosen", chosen: elected, why: [why] };
  }
  const sure = elected.filter((place) => !standing.between.includes(place));
  const values = { tied: standing.between.length, seats: seats - sure.length };
  const why = { key: "decisions.method.why.tied", values, places: { options: standing.between } };
  return { verdict: "tied", chosen: sure, why: [why] };
}

/** What is concluded when nobody answered. */
export const noAnswers: Conclusion = {
  verdict: "no-answers",
  chosen: [],
  why: [{ key: "decisions.method.why.no-answers" }],
};

/** How many options are to be chosen: one when left out, at most one fewer than there are; refuses `seats-out-of-range`. */
export function readSeatsOrOne(raw: Json | undefined, options: readonly string[]): Result<number, MethodRefusal> {
  const most = Math.max(1, options.length - 1);
  const seats = isLeftOut(raw) ? 1 : wholeWithin(raw, 1, most);
  return seats === null ? unfit("seats-out-of-range", { least: 1, most }) : accepted(seats);
}

/** The places of a question's options. */
export function placesOf(options: readonly string[]): readonly Place[] {
  return options.map((_, place) => place);
}
