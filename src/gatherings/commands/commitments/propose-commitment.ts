import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { checkDue, type DueRefusal } from "../../model/commitments/commitment.ts";
import { mostCharactersPromised } from "../../model/commitments/read-answer.ts";
import type { PersonId } from "../../model/gathering.ts";
import { commitmentCounts, countUnanswered } from "../../store/commitments/commitments.read.ts";
import { insertCommitment } from "../../store/commitments/commitments.write.ts";
import { dayInput } from "../day-input.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { isKnownAt, todayAt } from "../known-at.ts";
import { actingPerson, gatheringOf, mayTakePart, type StandingRefusal } from "../standing.ts";
import { scheduleCommitment } from "./commitment-jobs.ts";

/** More than these are no list that anybody keeps. */
const mostOfGathering = 300;
/** So many people one person may keep waiting for an answer. */
const mostUnanswered = 20;

export type ProposeCommitmentRefusal =
  | StandingRefusal
  | DueRefusal
  | { readonly kind: "not-of-the-gathering" }
  | { readonly kind: "gathering-cancelled" }
  | { readonly kind: "too-many-commitments"; readonly most: number }
  | { readonly kind: "too-many-unanswered"; readonly most: number };

/**
 * Says who does what by when: oneself, which holds at once, or somebody of the gathering, who is asked and may decline.
 *
 * What was read from words in a message is a proposal even to oneself, until it is confirmed.
 */
export const proposeCommitment = defineCommand({
  name: "gatherings/propose-commitment",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    what: z.string().trim().min(1).max(mostCharactersPromised),
    /** Empty for oneself. */
    ownerId: z.string().max(64).default(""),
    due: dayInput,
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly commitmentId: string; readonly isAsked: boolean }, ProposeCommitmentRefusal>> {
    const proposerId = actingPerson(context);
    const gathering = await gatheringOf(context, input);
    if (proposerId === undefined || gathering === undefined) return refused({ kind: "not-found" });
    if (gathering.state === "cancelled") return refused({ kind: "gathering-cancelled" });
    const due = checkDue(Temporal.PlainDate.from(input.due), todayAt(context, gathering));
    if (!due.ok) return due;
    const ownerId = (input.ownerId === "" ? proposerId : input.ownerId) as PersonId;
    const isForOneself = ownerId === proposerId;
    if (!isForOneself && !(await isKnownAt(context.db, gathering, ownerId))) {
      return refused({ kind: "not-of-the-gathering" });
    }
    const counts = await commitmentCounts(context.db, gathering.id);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (all >= mostOfGathering) return refused({ kind: "too-many-commitments", most: mostOfGathering });
    if ((await countUnanswered(context.db, gathering.id, proposerId)) >= mostUnanswered) {
      return refused({ kind: "too-many-unanswered", most: mostUnanswered });
    }
    const isAsked = !isForOneself || context.origin.from === "federated";
    const commitment = {
      id: context.ids.next<"commitment">(),
      communityId: gathering.communityId,
      gatheringId: gathering.id,
      what: input.what,
      ownerId,
      proposerId,
      state: isAsked ? "proposed" : "accepted",
      due: due.value,
      moves: 0,
      askedOn: undefined,
      proposedAt: context.now,
      changedAt: context.now,
    } as const;
    await insertCommitment(context.db, commitment);
    await scheduleCommitment(context, gathering, commitment);
    const payload = {
      gathering: gathering.id,
      commitment: commitment.id,
      owner: ownerId,
      proposer: proposerId,
      via: context.origin.from,
    };
    context.emit({ name: isAsked ? "commitment-proposed" : "commitment-made", version: 1, payload });
    return accepted({ commitmentId: commitment.id, isAsked });
  },
});
