import type { Application } from "../../../kernel/application.ts";

/** The job that sweeps out what is left of boxes once their ballots are counted or destroyed; its key is the proposal's id. */
export const sweepBoxesJob = "decisions/sweep-boxes";

/** Leaves nothing of keys, sealed ballots and the order of marks in the log of the database or between its rows, as far as it is ours. */
export async function sweepBoxes({ database }: Application): Promise<void> {
  await database.sweep(["secret_boxes", "sealed_ballots", "ballot_marks"]);
}
