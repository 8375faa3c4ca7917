import type { Place, Tie } from "../../methods/method.ts";

/** What ties in a scoring round are broken by. */
export interface StarMarks {
  /** How many ballots give the first option of a pair a higher score than the second, as `first * size + second`. */
  readonly preferred: readonly number[];
  /** How many ballots give each option the highest score. */
  readonly highest: readonly number[];
  readonly size: number;
  /** The order that the lot gives; what is earlier in it comes first. */
  readonly lot: readonly Place[];
}

/** Those of a tie who go on, in the order in which they were found, and what the last of them was found by. */
export interface BrokenTie {
  readonly on: readonly Place[];
  readonly by: Tie["by"];
}

/**
 * Breaks a tie of the scoring round by the Official Tiebreaker Protocol of the Equal Vote Coalition (https://www.starvoting.org/ties, as of
 * 2025-09-12), so that `seats` of those tied go on: the tied are compared head to head, and those who lost most match-ups are out, again
 * and again; where that parts nobody, those with most of the highest scores go on, or those with fewest are out; then the lot.
 */
export function breakScoringTie(tied: readonly Place[], seats: number, marks: StarMarks): BrokenTie {
  const on: Place[] = [];
  let remaining = [...tied];
  let by: Tie["by"] = "further-rule";
  while (on.length < seats) {
    const step = byMatchUps(remaining, marks) ?? byHighestScores(remaining, seats - on.length, marks);
    if (step === null) {
      const drawn = marks.lot.find((place) => remaining.includes(place));
      if (drawn === undefined) throw new Error(`the lot names none of the options ${remaining.join(", ")}`);
      on.push(drawn);
      remaining = remaining.filter((place) => place !== drawn);
      by = "lot";
    } else if (step.ahead.length <= seats - on.length) {
      on.push(...step.ahead);
      remaining = step.behind;
    } else {
      remaining = step.ahead;
    }
  }
  return { on, by };
}

interface Parted {
  readonly ahead: Place[];
  readonly behind: Place[];
}

/** Parts those who lost most match-ups from the others; null where all lost as many. */
function byMatchUps(tied: readonly Place[], { preferred, size }: StarMarks): Parted | null {
  const lost = (place: Place) =>
    tied.filter((other) => (preferred[other * size + place] ?? 0) > (preferred[place * size + other] ?? 0)).length;
  const most = Math.max(...tied.map(lost));
  return parted(tied, (place) => lost(place) < most);
}

/** Parts those with most of the highest scores from the others when they all can go on, else the others from those with fewest. */
function byHighestScores(tied: readonly Place[], seats: number, { highest }: StarMarks): Parted | null {
  const scores = tied.map((place) => highest[place] ?? 0);
  const [most, fewest] = [Math.max(...scores), Math.min(...scores)];
  const leaders = scores.filter((score) => score === most).length;
  return parted(tied, (place) => (leaders <= seats ? highest[place] === most : (highest[place] ?? 0) > fewest));
}

function parted(tied: readonly Place[], isAhead: (place: Place) => boolean): Parted | null {
  const ahead = tied.filter(isAhead);
  const behind = tied.filter((place) => !ahead.includes(place));
  return ahead.length === 0 || behind.length === 0 ? null : { ahead, behind };
}
