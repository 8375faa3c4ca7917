import type { Id } from "../../../kernel/base/ids.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { PersonId } from "../gathering.ts";

/** One promise of one person: who does what by when. */
export type CommitmentId = Id<"commitment">;

/**
 * Where a commitment stands: `proposed` until its owner has answered, `accepted` while it is open, and then `done` or `dropped`;
 * `declined` was never taken on.
 */
export type CommitmentState = "proposed" | "accepted" | "declined" | "done" | "dropped";

/** What somebody does with a commitment. `move` gives it another day, `resume` takes up again what was done, dropped or declined. */
export const commitmentActs = ["accept", "decline", "finish", "drop", "move", "resume", "withdraw"] as const;

export type CommitmentAct = (typeof commitmentActs)[number];

/** What is decided about a commitment. */
export interface Commitment {
  readonly state: CommitmentState;
  /** The day by whose end it is to be done, in the gathering's zone. */
  readonly due: Temporal.PlainDate;
  /** How often its owner has given it another day. */
  readonly moves: number;
}

/** Who acts: its owner, and whether they may take back what others were asked for. */
export interface CommitmentActor {
  readonly isOwner: boolean;
  /** Whoever proposed it, and whoever organises the gathering. */
  readonly mayWithdraw: boolean;
}

/** Why an act on a commitment is not possible. */
export type CommitmentRefusal =
  | { readonly kind: "commitment-not-yours" }
  | { readonly kind: "commitment-moved-on"; readonly state: CommitmentState }
  | { readonly kind: "until-when" }
  | DueRefusal;

/** Why a day cannot be the one by which something is to be done. */
export type DueRefusal = { readonly kind: "due-in-the-past" } | { readonly kind: "due-too-far" };

/** Beyond two years nobody remembers what was meant. */
const longestAhead = Temporal.Duration.from({ years: 2 });

/** Somebody who does a thing, and by when. */
export interface Promised {
  readonly what: string;
  readonly due: Temporal.PlainDate;
}

const reach: Readonly<
  Record<CommitmentAct, { readonly from: readonly CommitmentState[]; readonly to: CommitmentState }>
> = {
  accept: { from: ["proposed", "declined"], to: "accepted" },
  decline: { from: ["proposed"], to: "declined" },
  finish: { from: ["accepted"], to: "done" },
  drop: { from: ["accepted"], to: "dropped" },
  move: { from: ["accepted"], to: "accepted" },
  resume: { from: ["done", "dropped"], to: "accepted" },
  withdraw: { from: ["proposed", "declined"], to: "dropped" },
};

/**
 * The commitment after an act, or why it cannot be: `commitment-not-yours`, `commitment-moved-on`, and for `move` and
 * `resume`, which need a day to come, `until-when`, `due-in-the-past`, `due-too-far`.
 *
 * Only its owner answers for a commitment; others can but take back what nobody took on. `accept` of a proposed one gives `accepted`.
 */
export function applyCommitmentAct(
  before: Commitment,
  act: CommitmentAct,
  by: CommitmentActor,
  { today, until }: { readonly today: Temporal.PlainDate; readonly until: Temporal.PlainDate | null },
): Result<Commitment, CommitmentRefusal> {
  const may = act === "withdraw" ? by.mayWithdraw : by.isOwner;
  if (!may) return refused({ kind: "commitment-not-yours" });
  const { from, to } = reach[act];
  if (!from.includes(before.state)) return refused({ kind: "commitment-moved-on", state: before.state });
  if (act !== "move" && act !== "resume") return accepted({ ...before, state: to });
  // What is taken up again keeps its day if that is still to come.
  const day = until ?? (act === "resume" && isAhead(before.due, today) ? before.due : null);
  if (day === null) return refused({ kind: "until-when" });
  const due = checkDue(day, today);
  if (!due.ok) return due;
  return accepted({ state: to, due: due.value, moves: act === "move" ? before.moves + 1 : before.moves });
}

/** The acts that this person has now; `actsOn(proposed, owner)` is accept and decline. */
export function actsOn(state: CommitmentState, by: CommitmentActor): readonly CommitmentAct[] {
  return commitmentActs.filter(
    (act) => reach[act].from.includes(state) && (act === "withdraw" ? by.mayWithdraw && !by.isOwner : by.isOwner),
  );
}

/** A day by which something can be done: today at the earliest, in two years at the latest. */
export function checkDue(due: Temporal.PlainDate, today: Temporal.PlainDate): Result<Temporal.PlainDate, DueRefusal> {
  const last = today.add(longestAhead);
  if (!isAhead(due, today)) return refused({ kind: "due-in-the-past" });
  if (Temporal.PlainDate.compare(due, last) > 0) return refused({ kind: "due-too-far" });
  return accepted(due);
}

/** Whose it is, and who asked for it. */
export interface CommitmentPeople {
  readonly ownerId: PersonId;
  readonly proposerId: PersonId;
}

function isAhead(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) >= 0;
}
