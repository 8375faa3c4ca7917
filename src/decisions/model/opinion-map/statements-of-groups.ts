import type { VoteCounts } from "./opinion-votes.ts";

/** A statement that a group holds, or rejects, more than the others do. */
export interface HeldStatement {
  readonly statement: number;
  readonly side: "agree" | "disagree";
  readonly counts: VoteCounts;
}

/** A statement that bridges all groups, or divides them; with how strongly, from 0 to 1. */
export interface SharedStatement {
  readonly statement: number;
  readonly side: "agree" | "disagree";
  readonly strength: number;
}

/** The value that a test statistic passes with 90 % confidence when only greater ones count. */
const oneSided90 = 1.2816;
const mostOfEach = 5;

/**
 * What represents each group: statements on one side of which so many of it stand that, by a test of one proportion, it is no half, and, by
 * the test of two proportions, no share as among the others; both at 90 %. The strongest first, at most five (Small et al. 2021, section 5).
 *
 * `counts[group][statement]` says how many said what.
 */
export function representative(counts: readonly (readonly VoteCounts[])[]): readonly (readonly HeldStatement[])[] {
  return counts.map((own, group) => {
    const others = counts.filter((_, index) => index !== group);
    const held = own.flatMap((inside, statement) => {
      const outside = added(others.map((other) => other[statement]));
      return (["agree", "disagree"] as const).flatMap((side) => {
        const weight = weightOf(inside, outside, side);
        return weight === null ? [] : [{ weight, held: { statement, side, counts: inside } }];
      });
    });
    return held
      .sort((one, other) => other.weight - one.weight || one.held.statement - other.held.statement)
      .slice(0, mostOfEach)
      .map(({ held }) => held);
  });
}

/**
 * What bridges the groups (group-informed consensus): statements on the same side of which most of every group stand, by the product of the
 * groups' shares; the strongest first. A large group cannot make up for a small one that does not share it.
 */
export function bridging(counts: readonly (readonly VoteCounts[])[]): readonly SharedStatement[] {
  const statements = counts[0]?.length ?? 0;
  const found = Array.from({ length: statements }, (_, statement) => statement).flatMap((statement) =>
    (["agree", "disagree"] as const).flatMap((side) => {
      const shares = counts.map((group) => likelihood(group[statement], side));
      const strength = shares.reduce((product, share) => product * share, 1);
      return shares.every((share) => share > 0.5) ? [{ statement, side, strength }] : [];
    }),
  );
  return strongest(found);
}

/** What divides the groups: most of one agree and most of another disagree; by how far their shares of agreement lie apart. */
export function dividing(counts: readonly (readonly VoteCounts[])[]): readonly SharedStatement[] {
  const statements = counts[0]?.length ?? 0;
  const found = Array.from({ length: statements }, (_, statement) => statement).flatMap((statement) => {
    const [agree, disagree] = (["agree", "disagree"] as const).map((side) =>
      counts.map((group) => likelihood(group[statement], side)),
    );
    if (!agree?.some((share) => share > 0.5) || !disagree?.some((share) => share > 0.5)) return [];
    return [{ statement, side: "agree" as const, strength: Math.max(...agree) - Math.min(...agree) }];
  });
  return strongest(found);
}

/** How likely somebody of the group stands on that side, one more on each side added, so that two voices are no certainty. */
function likelihood(counts: VoteCounts | undefined, side: "agree" | "disagree"): number {
  if (counts === undefined) return 0.5;
  return (counts[side] + 1) / (saidBy(counts) + 2);
}

/** How strongly a side represents the group, or null where the tests do not pass. */
function weightOf(inside: VoteCounts, outside: VoteCounts, side: "agree" | "disagree"): number | null {
  const ofOne = oneProportion(inside[side], saidBy(inside));
  const ofTwo = twoProportions(inside[side], saidBy(inside), outside[side], saidBy(outside));
  if (ofOne <= oneSided90 || ofTwo <= oneSided90) return null;
  const ratio = likelihood(inside, side) / likelihood(outside, side);
  return ratio * ofTwo * likelihood(inside, side) * ofOne;
}

/** How far a share lies above a half, in standard deviations, with one voice more. */
function oneProportion(part: number, whole: number): number {
  return 2 * Math.sqrt(whole + 1) * ((part + 1) / (whole + 1) - 0.5);
}

/** How far one share lies above another, in standard deviations, with one voice more in each number: `twoProportions(15, 24, 56, 71)` is -1.518. */
export function twoProportions(part: number, whole: number, otherPart: number, otherWhole: number): number {
  const [one, of, other, ofOther] = [part + 1, whole + 1, otherPart + 1, otherWhole + 1];
  const pooled = (one + other) / (of + ofOther);
  // Everybody said the same: nothing sets them apart.
  if (pooled >= 1) return 0;
  return (one / of - other / ofOther) / Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofOther));
}

function strongest(found: readonly SharedStatement[]): readonly SharedStatement[] {
  return found
    .toSorted((one, other) => other.strength - one.strength || one.statement - other.statement)
    .slice(0, mostOfEach);
}

function added(counts: readonly (VoteCounts | undefined)[]): VoteCounts {
  return counts.reduce<VoteCounts>(
    (sum, more) => ({
      agree: sum.agree + (more?.agree ?? 0),
      disagree: sum.disagree + (more?.disagree ?? 0),
      pass: sum.pass + (more?.pass ?? 0),
    }),
    { agree: 0, disagree: 0, pass: 0 },
  );
}

function saidBy({ agree, disagree, pass }: VoteCounts): number {
  return agree + disagree + pass;
}
