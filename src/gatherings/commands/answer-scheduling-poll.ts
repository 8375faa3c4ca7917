import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { applyAnswer, type Availability } from "../model/availability.ts";
import type { SlotId } from "../model/gathering.ts";
import { answerOf } from "../store/polls.read.ts";
import { writeAnswer } from "../store/polls.write.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { openPollOf, type PollRefusal } from "./open-poll.ts";
import { talliesChanged } from "./send-tallies.ts";
import { actingPerson, mayTakePart } from "./standing.ts";

/**
 * A person's whole grid: yes, if need be or no for each slot, with a note. It replaces whatever they answered before.
 *
 * Slots that are left out become unanswered. Refuses `poll-closed`, `unknown-slot`, and what standing refuses.
 */
export const answerSchedulingPoll = defineCommand({
  name: "gatherings/answer-scheduling-poll",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    answers: z.record(z.string().max(64), z.enum(["yes", "if-need-be", "no"])),
    note: z.string().trim().max(500).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly slots: number }, PollRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openPollOf(context, input.gatheringId);
    if (!open.ok) return open;
    const poll = open.value;
    const availability = new Map<SlotId, Availability>();
    for (const slot of poll.slots) {
      const said = input.answers[slot.id];
      if (said !== undefined) availability.set(slot.id, said);
    }
    if (availability.size !== Object.keys(input.answers).length) return refused({ kind: "unknown-slot" });
    const note = input.note === "" ? null : input.note;
    const before = await answerOf(context.db, poll.id, person);
    const after = applyAnswer(before, { kind: "grid", person, availability, note });
    await writeAnswer(context.db, poll.id, before, after, context.now);
    await talliesChanged(context, input, { poll: poll.id });
    context.emit({
      name: "scheduling-poll-answered",
      version: 1,
      payload: { gathering: input.gatheringId, poll: poll.id, person, by: "grid" },
    });
    return accepted({ slots: availability.size });
  },
});
