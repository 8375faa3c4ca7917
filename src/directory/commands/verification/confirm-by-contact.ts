import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { afterCheck, isLater } from "../../model/verification/proofs.ts";
import { settleEntry } from "../../store/directory.write.ts";
import { proofByCode } from "../../store/verification/proofs.read.ts";
import { keepProof } from "../../store/verification/proofs.write.ts";
import type { DirectoryRefusal } from "../directory-guards.ts";
import { scheduleLook } from "../look-up/schedule-look.ts";
import { settleAfterAccount } from "../ladder/settle-steps.ts";
import { tellChange } from "./check-proofs.ts";

/**
 * The account that a server names as its contact answers for it, with the code it was sent, in a message that its key signed.
 *
 * Refuses `unknown-code`; `not-the-contact` for every other account, and for one of the same name elsewhere; `account-moved`; and `other-key` where the
 * account has shown another key since it was asked.
 */
export const confirmByContact = defineCommand({
  name: "directory/confirm-by-contact",
  input: z.object({
    code: z.string().max(80),
    uri: z.string().max(2_000),
    hasMoved: z.boolean(),
    keyChangedAt: z.string().optional(),
  }),
  chain: () => serverChain,
  // Whoever says the code is who signed it: the account is the proof.
  authorise: async () => undefined,
  async run(context, { code, uri, hasMoved, keyChangedAt }): Promise<Result<null, DirectoryRefusal>> {
    const found = await proofByCode(context.db, code);
    if (found === undefined || found.proof.kind !== "account") return refused({ kind: "unknown-code" });
    const { entryId, proof } = found;
    if (proof.account?.uri !== uri) return refused({ kind: "not-the-contact" });
    if (hasMoved) return refused({ kind: "account-moved" });
    const changedAt = keyChangedAt === undefined ? undefined : Temporal.Instant.from(keyChangedAt);
    if (isLater(changedAt, proof.askedAt)) return refused({ kind: "other-key" });
    // A code is good for one answer: what went stale is asked anew.
    if (proof.state !== "asked") return proof.state === "proved" ? accepted(null) : refused({ kind: "unknown-code" });
    const after = afterCheck(proof, { kind: "shown", method: "contact-account" }, context.now);
    await keepProof(context.db, entryId, after, "as-it-was");
    await settleEntry(context.db, entryId, context.now);
    await settleAfterAccount(context, entryId, { before: [proof], after: [after] });
    await scheduleLook(context, entryId, context.now);
    tellChange(context, { id: entryId }, proof, after);
    return accepted(null);
  },
});
