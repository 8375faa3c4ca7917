import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { documentsOf } from "../../store/ladder/evidence.read.ts";
import { deleteEvidence } from "../../store/ladder/ladder.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";
import { dropVersions } from "./keep-version.ts";
import { spokenPlace, type LadderRefusal } from "./ladder-refusals.ts";
import { settleSteps } from "./settle-steps.ts";

/**
 * Whoever speaks for a place no longer names a delegate, or no longer shows a document; the copies of that go with it.
 *
 * Refuses `not-found`, `only-who-speaks`, and `sign-in-needed`.
 */
export const takeBackEvidence = defineCommand({
  name: "directory/take-back-evidence",
  input: z.object({
    entryId: z.string().min(1).max(64),
    what: z.enum(["delegate", "document"]),
    id: z.string().min(1).max(64),
  }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, what, id }): Promise<Result<null, LadderRefusal | DirectoryRefusal>> {
    const spoken = await spokenPlace(context, entryId);
    if (typeof spoken === "string") return refused({ kind: spoken });
    if (what === "document") {
      await dropVersions(
        context,
        (await documentsOf(context.db, entryId)).filter((document) => document.id === id),
      );
    }
    if (!(await deleteEvidence(context.db, what, { entryId, id }))) return refused({ kind: "not-found" });
    context.emit({ name: "directory-evidence-taken-back", version: 1, payload: { entryId, what, id } });
    await settleSteps(context, entryId);
    return accepted(null);
  },
});
