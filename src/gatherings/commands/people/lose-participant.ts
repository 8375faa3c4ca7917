import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { deleteAnswers, deleteInterest, deleteRsvp, eraseNotes } from "../../store/people.write.ts";
import { pollOfGathering } from "../../store/polls.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { promoteAfterChange } from "../rsvp-list.ts";
import { leaveMinutes } from "../minutes/leave-minutes.ts";
import { gatheringOf } from "../standing.ts";

/**
 * Somebody left the server for good: they are off the list, their places in sessions to come are free for others, and what they
 * wrote is gone. What was counted in closed polls and past sessions stays counted. No edge offers it.
 */
export const loseParticipant = defineCommand({
  name: "gatherings/lose-participant",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, personId: z.string() }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<null, { readonly kind: "not-found" }>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const { personId } = input;
    await deleteInterest(context.db, gathering.id, personId);
    await eraseNotes(context.db, gathering.id, personId);
    await leaveMinutes(context, gathering, personId);
    const poll = await pollOfGathering(context.db, gathering.id);
    if (poll !== undefined && poll.closedAt === undefined) await deleteAnswers(context.db, poll.id, personId);
    await freePlaces(context, gathering, personId);
    context.emit({ name: "participant-lost", version: 1, payload: { gathering: gathering.id, person: personId } });
    return accepted(null);
  },
});

async function freePlaces(context: CommandContext, gathering: Gathering, personId: string): Promise<void> {
  for (const session of await sessionsOf(context.db, gathering.id)) {
    const isAhead = session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, context.now) > 0;
    if (!isAhead) continue;
    await deleteRsvp(context.db, session.id, personId);
    await promoteAfterChange(context, gathering, session);
  }
}
