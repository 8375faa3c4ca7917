import { z } from "zod";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../kernel/commands/command.ts";
import { talliesSentAt } from "../model/tallies.ts";
import { pollById } from "../store/polls.read.ts";
import { sessionById } from "../store/sessions.read.ts";
import { communityInput, gatheringInput } from "./inputs.ts";
import { mayOrganise, type AboutGathering, type StandingRefusal } from "./standing.ts";

/** The kind of the job that sends counts; there is one per poll, however many votes come. */
export const sendTalliesJob = "gatherings/send-tallies";

/** Which poll's counts: of a scheduling poll, or of the question who comes to a session. */
export type CountedPoll = { readonly poll: string } | { readonly session: string };

/** Sees to it that servers which show this poll hear of its counts before long. */
export async function talliesChanged(
  context: CommandContext,
  about: AboutGathering,
  counted: CountedPoll,
): Promise<void> {
  const { communityId, gatheringId } = about;
  const payload = { communityId, gatheringId, ...counted };
  const key = "poll" in counted ? counted.poll : counted.session;
  await context.schedule({ kind: sendTalliesJob, key, due: talliesSentAt(context.now), payload });
}

/** The clock's word that the counts of a poll are to be sent; a poll that closed meanwhile has sent its last ones already. */
export const sendTallies = defineCommand({
  name: "gatherings/send-tallies",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    poll: z.string().max(64).optional(),
    session: z.string().max(64).optional(),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly sent: boolean }, StandingRefusal>> {
    if (context.actor.kind !== "clock") return refused({ kind: "not-an-organiser" });
    const poll = input.poll === undefined ? undefined : await pollById(context.db, input.poll);
    const session = input.session === undefined ? undefined : await sessionById(context.db, input.session);
    const found = (poll ?? session)?.gatheringId === input.gatheringId;
    if (!found || poll?.closedAt !== undefined || session?.cancelledAt !== undefined) return accepted({ sent: false });
    const counted = poll === undefined ? { session: session?.id ?? "" } : { poll: poll.id };
    const name = poll === undefined ? "rsvp-tallies-due" : "scheduling-tallies-due";
    context.emit({ name, version: 1, payload: { gathering: input.gatheringId, ...counted } });
    return accepted({ sent: true });
  },
});
