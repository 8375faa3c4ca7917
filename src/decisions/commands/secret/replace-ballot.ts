import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { readCode } from "../../model/secret/secret-ballot.ts";
import { boxOf, hasSealedBallot } from "../../store/secret/secret.read.ts";
import { writeSealed } from "../../store/secret/secret.write.ts";
import { openInTime } from "../proposals/give-stance.ts";
import { proposalOf } from "../standing.ts";
import { ballotInput, type BallotRefusal } from "./cast-ballot.ts";
import { finderOf, sealBallot } from "./seals.ts";

/**
 * Another ballot in the place of the one with this receipt code. Whoever quotes the code may: who they are is neither asked nor noted, and
 * whoever asks says so by acting as a visitor.
 *
 * Refuses `not-found`, `voting-closed`, `proposal-withdrawn`, `not-secret`, `receipt-code-unreadable`, `receipt-code-unknown`, and what the
 * method says of the ballot.
 */
export const replaceBallot = defineCommand({
  name: "decisions/replace-ballot",
  input: ballotInput,
  chain: (input) => input.communityId,
  authorise: async (context, input): Promise<BallotRefusal | undefined> =>
    (await proposalOf(context, input)) === undefined ? { kind: "not-found" } : undefined,
  async run(context, input): Promise<Result<Record<string, never>, BallotRefusal>> {
    const open = await openInTime(context, input);
    if (!open.ok) return open;
    const proposal = open.value;
    const key = (await boxOf(context.db, proposal.id))?.key;
    if (key === undefined) return refused({ kind: "not-secret" });
    const code = readCode(input.code);
    if (code === undefined) return refused({ kind: "receipt-code-unreadable", field: "code" });
    const finder = finderOf(proposal.id, code);
    if (!(await hasSealedBallot(context.db, proposal.id, finder))) {
      return refused({ kind: "receipt-code-unknown", field: "code" });
    }
    const ballot = methodOf(proposal).rules.readBallot(input.ballot as Json, questionOf(proposal));
    if (!ballot.ok) return ballot;
    await writeSealed(context.db, { proposal_id: proposal.id, finder, sealed: sealBallot(key, code, ballot.value) });
    const payload = { thread: proposal.threadId, proposal: proposal.id };
    context.emitUnnamed({ name: "ballot-replaced", version: 1, payload });
    return accepted({});
  },
});
