import { createHash } from "node:crypto";
import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { proofCode } from "../../model/verification/proof-code.ts";
import type { Proof } from "../../model/verification/proofs.ts";
import { entryById } from "../../store/entries.read.ts";
import { keepProof } from "../../store/verification/proofs.write.ts";
import { mustBeSomebody, type DirectoryRefusal } from "../directory-guards.ts";

/**
 * Somebody who speaks for a place begins to prove that they have its domain in hand: gives the code that it has to show. Begun again, the code
 * stays the same.
 *
 * Refuses `not-found`, also for a place without a host, and `sign-in-needed`.
 */
export const beginProof = defineCommand({
  name: "directory/begin-proof",
  input: z.object({ entryId: z.string().min(1).max(64) }),
  chain: () => serverChain,
  authorise: mustBeSomebody,
  async run(context, { entryId }): Promise<Result<null, DirectoryRefusal>> {
    const entry = await entryById(context.db, entryId);
    if (entry?.domain === undefined) return refused({ kind: "not-found" });
    if (entry.proofs.some(({ kind }) => kind === "domain")) return accepted(null);
    await keepProof(context.db, entry.id, newProof(context, "domain", undefined), { personId: personOf(context) });
    context.emit({ name: "directory-proof-begun", version: 1, payload: { entryId: entry.id, kind: "domain" } });
    return accepted(null);
  },
});

/** A proof that was only begun, with a code of its own. */
export function newProof(context: CommandContext, kind: Proof["kind"], account: Proof["account"]): Proof {
  const random = `${context.ids.unordered()}${context.ids.unordered()}`;
  return {
    kind,
    state: "asked",
    code: proofCode(createHash("sha256").update(random).digest()),
    method: undefined,
    account,
    askedAt: context.now,
    provedAt: undefined,
    checkedAt: undefined,
    failures: 0,
    staleBecause: undefined,
  };
}

/** Who acts, where it is a person. */
export function personOf({ actor }: CommandContext): string | undefined {
  return actor.kind === "person" ? actor.personId : undefined;
}
