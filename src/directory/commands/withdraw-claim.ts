import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { fieldNames } from "../model/entry-fields.ts";
import { endClaims, settleEntry } from "../store/directory.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "./directory-guards.ts";

/**
 * Somebody takes back what they said of a field of a place; it stays in the history as something that was said.
 *
 * Refuses `not-found` where they said nothing of it, and `sign-in-needed`.
 */
export const withdrawClaim = defineCommand({
  name: "directory/withdraw-claim",
  input: z.object({ entryId: z.string().min(1).max(64), field: z.enum(fieldNames) }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId, field }): Promise<Result<null, DirectoryRefusal>> {
    const { actor, db, now } = context;
    if (actor.kind !== "person") return refused({ kind: "sign-in-needed" });
    const claimant = { kind: "person", personId: actor.personId } as const;
    const ended = await endClaims(db, { entryId, fields: [field], claimant, at: now });
    if (ended === 0) return refused({ kind: "not-found" });
    await settleEntry(db, entryId, now);
    context.emit({ name: "directory-claim-withdrawn", version: 1, payload: { entryId, field } });
    return accepted(null);
  },
});
