import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isMember } from "../../store/members.read.ts";
import { deleteApplication, deleteInvitation } from "../../store/members.write.ts";
import { deleteListenersOfPerson } from "../../store/listeners.write.ts";
import { upsertBlock } from "../../store/moderation.write.ts";
import { communityIdField, personIdField, reasonField } from "../fields.ts";
import { actingPerson, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** A member's standing is ended by a decision of its own, or not at all; a block alone does not take it. */
export interface StandingHolds extends AnyRefusal {
  readonly kind: "standing-holds";
}

type Refusal = OnlyStewards | SignInNeeded | StandingHolds;

/**
 * A steward keeps a person out, with the reason on record: they no longer listen, and cannot join.
 *
 * Refuses with `standing-holds` for a member.
 */
export const blockPerson = defineCommand({
  name: "communities/block-person",
  input: z.object({
    communityId: communityIdField,
    personId: personIdField,
    level: z.enum(["limit", "block"]),
    reason: reasonField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, level, reason }): Promise<Result<null, Refusal>> {
    const decidedBy = actingPerson(context);
    if (decidedBy === undefined) return refused({ kind: "sign-in-needed" });
    if (await isMember(context.db, communityId, personId)) return refused({ kind: "standing-holds" });
    const block = { communityId, kind: "person", subject: personId, level, reason } as const;
    await upsertBlock(context.db, { ...block, decidedBy, decidedAt: context.now });
    context.emit({ name: "person-blocked", version: 1, payload: { communityId, personId, level, reason } });
    if (level === "limit") return accepted(null);
    await deleteApplication(context.db, { communityId, personId });
    await deleteInvitation(context.db, { communityId, personId });
    for (const { actorId, uri, followId } of await deleteListenersOfPerson(context.db, communityId, personId)) {
      const payload = { actorId, uri, followId: followId ?? null, reason: "" };
      context.emit({ name: "listening-declined", version: 1, payload });
    }
    return accepted(null);
  },
});
