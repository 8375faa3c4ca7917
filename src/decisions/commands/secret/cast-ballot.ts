import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { readCode } from "../../model/secret/secret-ballot.ts";
import { boxOf, hasSealedBallot, hasVoted } from "../../store/secret/secret.read.ts";
import { insertMark, writeSealed } from "../../store/secret/secret.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { openToElector, type GiveStanceRefusal } from "../proposals/give-stance.ts";
import { mayAnswer } from "../standing.ts";
import { finderOf, sealBallot } from "./seals.ts";

export type BallotRefusal =
  | GiveStanceRefusal
  | { readonly kind: "not-secret" }
  | { readonly kind: "already-voted" }
  | { readonly kind: "receipt-code-unreadable"; readonly field: "code" }
  | { readonly kind: "receipt-code-unknown"; readonly field: "code" }
  | { readonly kind: "receipt-code-used" };

/** What both commands about a secret ballot are told. */
export const ballotInput = z.object({
  communityId: communityInput,
  proposalId: idInput,
  ballot: z.json(),
  /** The receipt code: made by whoever asks, kept nowhere. */
  code: z.string().max(100),
});

/**
 * Somebody's ballot in a secret proposal: they are marked as having voted, and the ballot goes into the box, in one commit that leaves
 * nothing by which to tell whose it is (docs/decisions/0080). The receipt of this command holds neither ballot nor code.
 *
 * Refuses what giving a stance does, `not-secret`, `already-voted` (a second ballot needs the code of the first),
 * `receipt-code-unreadable` and `receipt-code-used`.
 */
export const castBallot = defineCommand({
  name: "decisions/cast-ballot",
  input: ballotInput,
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(context, input): Promise<Result<Record<string, never>, BallotRefusal>> {
    const open = await openToElector(context, input);
    if (!open.ok) return open;
    const { proposal, person, colleagues } = open.value;
    const key = (await boxOf(context.db, proposal.id))?.key;
    if (key === undefined) return refused({ kind: "not-secret" });
    for (const each of [person, ...colleagues]) {
      if (await hasVoted(context.db, proposal.id, each)) return refused({ kind: "already-voted" });
    }
    const code = readCode(input.code);
    if (code === undefined) return refused({ kind: "receipt-code-unreadable", field: "code" });
    const ballot = methodOf(proposal).rules.readBallot(input.ballot as Json, questionOf(proposal));
    if (!ballot.ok) return ballot;
    const finder = finderOf(proposal.id, code);
    if (await hasSealedBallot(context.db, proposal.id, finder)) return refused({ kind: "receipt-code-used" });
    await insertMark(context.db, proposal.id, person);
    await writeSealed(context.db, { proposal_id: proposal.id, finder, sealed: sealBallot(key, code, ballot.value) });
    const payload = { thread: proposal.threadId, proposal: proposal.id };
    context.emitUnnamed({ name: "ballot-received", version: 1, payload });
    return accepted({});
  },
});
