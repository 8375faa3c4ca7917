import type { CommandContext } from "../../../kernel/commands/command.ts";
import { askingInstant, followUpDays } from "../../model/commitments/asking-after.ts";
import type { Commitment } from "../../model/commitments/commitment.ts";
import type { Gathering } from "../../store/gatherings.read.ts";

export const askAfterJob = "gatherings/ask-after-commitment";
export const followUpJob = "gatherings/follow-up-commitments";
export const forgetUnmadeJob = "gatherings/forget-unmade-commitment";

/** What nobody took on is kept for so long, so that whoever proposed it can see that it was declined. */
const unmadeIsKeptFor = Temporal.Duration.from({ hours: 24 * 90 });

/** Writes down, or takes back, what is due for a commitment in its state: the question on its day, or forgetting what nobody took on. */
export async function scheduleCommitment(
  context: CommandContext,
  gathering: Gathering,
  commitment: Commitment & { readonly id: string },
): Promise<void> {
  const { id: gatheringId, communityId } = gathering;
  const job = { key: commitment.id, payload: { communityId, gatheringId, commitmentId: commitment.id } };
  await context.unschedule(askAfterJob, commitment.id);
  await context.unschedule(forgetUnmadeJob, commitment.id);
  switch (commitment.state) {
    case "accepted":
      await context.schedule({ ...job, kind: askAfterJob, due: askingInstant(commitment.due, gathering.zone) });
      break;
    case "proposed":
    case "declined":
      await context.schedule({ ...job, kind: forgetUnmadeJob, due: context.now.add(unmadeIsKeptFor) });
      break;
    case "done":
    case "dropped":
  }
}

/** Writes down that the commitments of a gathering are followed up, two and six weeks after it was held. */
export async function scheduleFollowUps(
  context: CommandContext,
  gathering: Gathering,
  heldAt: Temporal.Instant,
): Promise<void> {
  const { id: gatheringId, communityId, zone } = gathering;
  for (const day of followUpDays(heldAt.toZonedDateTimeISO(zone).toPlainDate())) {
    const key = `${gatheringId}:${day.toString()}`;
    await context.schedule({
      kind: followUpJob,
      key,
      due: askingInstant(day, zone),
      payload: { communityId, gatheringId },
    });
  }
}
