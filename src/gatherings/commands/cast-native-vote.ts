import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { applyAnswer } from "../model/availability.ts";
import type { NativePollId } from "../model/gathering.ts";
import { answerOf } from "../store/polls.read.ts";
import { writeAnswer } from "../store/polls.write.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { openPollOf, type PollRefusal } from "./open-poll.ts";
import { talliesChanged } from "./send-tallies.ts";
import { actingPerson, mayTakePart } from "./standing.ts";

/**
 * One option chosen in the native poll of a scheduling poll; a multiple choice arrives as one such vote per option.
 *
 * `option` is the option's text; "none of these" is a no to every slot that the poll lists. The same vote again changes nothing. Refuses as answering on the grid does, and
 * `unknown-slot` for a text that the poll does not list.
 */
export const castNativeVote = defineCommand({
  name: "gatherings/cast-native-vote",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    pollId: z.string().max(64),
    option: z.string().max(500),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly counted: boolean }, PollRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openPollOf(context, input.gatheringId);
    if (!open.ok) return open;
    const poll = open.value;
    // Asked anew meanwhile: the old poll is closed, whatever its own closing time says.
    if (poll.id !== input.pollId) return refused({ kind: "poll-closed", closedAt: poll.openedAt.toString() });
    const listed = poll.slots.filter((slot) => slot.nativeLabel !== undefined);
    const chosen =
      input.option === poll.noneLabel ? "none" : listed.find((slot) => slot.nativeLabel === input.option)?.id;
    if (chosen === undefined) return refused({ kind: "unknown-slot" });
    const before = await answerOf(context.db, poll.id, person);
    const after = applyAnswer(before, {
      kind: "native-vote",
      person,
      poll: poll.id as string as NativePollId,
      listed: listed.map((slot) => slot.id),
      chosen,
    });
    if (after === before) return accepted({ counted: false });
    await writeAnswer(context.db, poll.id, before, after, context.now);
    await talliesChanged(context, input, { poll: poll.id });
    context.emit({
      name: "scheduling-poll-answered",
      version: 1,
      payload: { gathering: input.gatheringId, poll: poll.id, person, by: "native-poll" },
    });
    return accepted({ counted: true });
  },
});
