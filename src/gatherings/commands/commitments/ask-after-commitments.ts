import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { isToBeAsked, isToBeFollowedUp } from "../../model/commitments/asking-after.ts";
import { commitmentById, commitmentsIn, type HeldCommitment } from "../../store/commitments/commitments.read.ts";
import { deleteCommitment, noteAsked } from "../../store/commitments/commitments.write.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { todayAt } from "../known-at.ts";
import { gatheringOf } from "../standing.ts";

type ClockRefusal = { readonly kind: "not-found" } | { readonly kind: "not-allowed" };

const about = { communityId: communityInput, gatheringId: gatheringInput };
const onlyTheClock = async ({ actor }: CommandContext): Promise<ClockRefusal | undefined> =>
  actor.kind === "clock" ? undefined : { kind: "not-allowed" };

/** On its day, the owner of an open commitment is asked how it went. */
export const askAfterCommitment = defineCommand({
  name: "gatherings/ask-after-commitment",
  input: z.object({ ...about, commitmentId: z.string() }),
  chain: (input) => input.communityId,
  authorise: onlyTheClock,
  async run(context, input): Promise<Result<{ readonly asked: number }, ClockRefusal>> {
    const gathering = await gatheringOf(context, input);
    const commitment = await commitmentById(context.db, input.commitmentId);
    if (gathering === undefined || commitment?.gatheringId !== gathering.id) return refused({ kind: "not-found" });
    if (!isToBeAsked(commitment, todayAt(context, gathering))) return accepted({ asked: 0 });
    await ask(context, gathering, commitment);
    return accepted({ asked: 1 });
  },
});

/** Weeks after a gathering, the owners of all its open commitments are asked, unless they were asked today or have time still. */
export const followUpCommitments = defineCommand({
  name: "gatherings/follow-up-commitments",
  input: z.object(about),
  chain: (input) => input.communityId,
  authorise: onlyTheClock,
  async run(context, input): Promise<Result<{ readonly asked: number }, ClockRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const today = todayAt(context, gathering);
    // A gathering has three hundred commitments at most.
    const open = await commitmentsIn(context.db, gathering.id, "accepted", 300);
    const asked = open.filter((commitment) => isToBeFollowedUp(commitment, today));
    for (const commitment of asked) await ask(context, gathering, commitment);
    return accepted({ asked: asked.length });
  },
});

/** What nobody took on is forgotten after a while. */
export const forgetUnmadeCommitment = defineCommand({
  name: "gatherings/forget-unmade-commitment",
  input: z.object({ ...about, commitmentId: z.string() }),
  chain: (input) => input.communityId,
  authorise: onlyTheClock,
  async run(context, input): Promise<Result<{ readonly forgotten: boolean }, ClockRefusal>> {
    const commitment = await commitmentById(context.db, input.commitmentId);
    const isUnmade = commitment?.state === "proposed" || commitment?.state === "declined";
    if (commitment === undefined || !isUnmade) return accepted({ forgotten: false });
    await deleteCommitment(context.db, commitment.id);
    return accepted({ forgotten: true });
  },
});

async function ask(context: CommandContext, gathering: Gathering, commitment: HeldCommitment): Promise<void> {
  const day = todayAt(context, gathering);
  await noteAsked(context.db, commitment.id, day);
  context.emit({
    name: "commitment-asked-after",
    version: 1,
    payload: { gathering: gathering.id, commitment: commitment.id, owner: commitment.ownerId, day: day.toString() },
  });
}
