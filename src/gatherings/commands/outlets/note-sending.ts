import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { troubles } from "../../model/outlets/outlet.ts";
import { afterFailure } from "../../model/outlets/sending.ts";
import { updateStanding } from "../../store/outlets/outlets.write.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { outletOf } from "./keep-outlets.ts";
import { aboutOutlet } from "./outlet-input.ts";

/**
 * Notes what came of telling an outlet something; after too many failures in a row, or one that does not mend by itself, it is paused. The
 * value says after how many seconds to try again; null is never.
 */
export const noteSending = defineCommand({
  name: "gatherings/note-sending",
  input: z.object({
    ...aboutOutlet,
    /** Null: it was taken. */
    trouble: z.enum(troubles).nullable(),
    waitSeconds: z.number().nonnegative().default(0),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    { gatheringId, outletId, trouble, waitSeconds },
  ): Promise<Result<{ readonly againSeconds: number | null }, StandingRefusal>> {
    const outlet = await outletOf(context, gatheringId, outletId);
    if (outlet === undefined) return refused({ kind: "not-found" });
    const { id, takenAt } = outlet;
    if (trouble === null) {
      const standing = { failures: 0, trouble: undefined, takenAt: context.now, pausedAt: outlet.pausedAt };
      await updateStanding(context.db, id, standing);
      return accepted({ againSeconds: null });
    }
    const failures = outlet.failures + 1;
    const next = afterFailure(failures, { trouble, waitSeconds });
    const pausedAt = next.pause ? (outlet.pausedAt ?? context.now) : outlet.pausedAt;
    await updateStanding(context.db, id, { failures, trouble, takenAt, pausedAt });
    if (next.pause && outlet.pausedAt === undefined) {
      context.emit({ name: "outlet-paused", version: 1, payload: { gathering: gatheringId, outlet: id, trouble } });
    }
    return accepted({ againSeconds: next.pause ? null : next.waitSeconds });
  },
});
