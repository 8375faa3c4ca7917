import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { carryAnswers, carryInterest, carryOrganising, carryRsvp, deleteRsvp } from "../../store/people.write.ts";
import { rsvpsOf, sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { promoteAfterChange } from "../rsvp-list.ts";
import { gatheringOf } from "../standing.ts";

/**
 * Two turned out to be one person, who stands once in each list from now on: with the later answer to a poll, and with the RSVP
 * of the one who goes on, if both gave one. No edge offers it.
 */
export const carryParticipant = defineCommand({
  name: "gatherings/carry-participant",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, kept: z.string(), joined: z.string() }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, input): Promise<Result<null, { readonly kind: "not-found" }>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const { kept, joined } = input;
    await carryInterest(context.db, gathering.id, joined, kept);
    await carryAnswers(context.db, gathering.id, joined, kept);
    await carryOrganising(context.db, gathering.id, joined, kept);
    for (const session of await sessionsOf(context.db, gathering.id)) {
      await carryPlace(context, gathering, session, joined, kept);
    }
    context.emit({ name: "participant-carried", version: 1, payload: { gathering: gathering.id, kept, joined } });
    return accepted(null);
  },
});

async function carryPlace(
  context: CommandContext,
  gathering: Gathering,
  session: HeldSession,
  joined: string,
  kept: string,
) {
  const list = await rsvpsOf(context.db, session.id);
  if (!list.some((entry) => entry.person === joined)) return;
  if (!list.some((entry) => entry.person === kept)) {
    await carryRsvp(context.db, session.id, joined, kept);
    return;
  }
  await deleteRsvp(context.db, session.id, joined);
  const isAhead = session.cancelledAt === undefined && Temporal.Instant.compare(session.startsAt, context.now) > 0;
  if (isAhead) await promoteAfterChange(context, gathering, session);
}
