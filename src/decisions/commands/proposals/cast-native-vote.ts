import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { asListedInPoll } from "../../store/lifecycle/lives.read.ts";
import { communityInput, idInput } from "../inputs.ts";
import { mayAnswer } from "../standing.ts";
import { openFor, stanceOfVoice, take, type GiveStanceRefusal, type StanceGiven } from "./give-stance.ts";

/**
 * One option picked in the native poll of a proposal; a multiple choice arrives as one such vote per option, each added to those before.
 *
 * Refuses as giving a stance does, and `unknown-option` for a place the poll does not list.
 */
export const castNativeVote = defineCommand({
  name: "decisions/cast-native-vote",
  input: z.object({
    communityId: communityInput,
    proposalId: idInput,
    /** The option's place in the poll. */
    place: z.number().int().min(-1).max(1_000),
  }),
  chain: (input) => input.communityId,
  authorise: mayAnswer,
  async run(context, input): Promise<Result<StanceGiven, GiveStanceRefusal | { readonly kind: "unknown-option" }>> {
    const open = await openFor(context, input);
    if (!open.ok) return open;
    const { proposal, person } = open.value;
    const method = methodOf(proposal);
    const question = questionOf(proposal);
    // Places in the poll stay what they are when options are added; "none of these" stands there after those it lists.
    const listed = questionOf(await asListedInPoll(context.db, proposal));
    const poll = method.wire.asPoll(listed);
    if (poll === null || input.place < 0) return refused({ kind: "unknown-option" });
    const before = await stanceOfVoice(context, open.value);
    // What a colleague picked in their own poll is not shown as picked in this one.
    const earlier = poll.multiple && before?.personId === person ? before.nativeVotes : [];
    const picked = [...new Set([...earlier, input.place])].toSorted((one, other) => one - other);
    const ballot = method.rules.readBallot(method.wire.fromPoll(picked, listed), question);
    if (!ballot.ok) return ballot;
    const reason = before?.reason ?? "";
    return accepted(
      await take(context, proposal, person, before, {
        ballot: ballot.value,
        reason,
        by: "native-poll",
        nativeVotes: picked,
      }),
    );
  },
});
