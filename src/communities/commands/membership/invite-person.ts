import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostInvitations } from "../../model/membership.ts";
import { countInvitations, invitationOf } from "../../store/admissions.read.ts";
import { isMember } from "../../store/members.read.ts";
import { insertInvitation } from "../../store/members.write.ts";
import { communityIdField, noteField, personIdField } from "../fields.ts";
import {
  actingPerson,
  levelAgainst,
  requireSteward,
  type KeptOut,
  type OnlyStewards,
  type SignInNeeded,
} from "../guards.ts";

/** The person is a member, is invited already, or has said no before: nobody is asked twice. */
export interface NeedsNoInvitation extends AnyRefusal {
  readonly kind: "already-a-member" | "already-invited" | "invitation-was-declined";
}

/** As many invitations stand open as a community may have. */
export interface TooManyInvitations extends AnyRefusal {
  readonly kind: "too-many-invitations";
  readonly most: number;
}

type Refusal = KeptOut | NeedsNoInvitation | OnlyStewards | SignInNeeded | TooManyInvitations;

/**
 * A steward invites a person, who is told once and may join without being asked anything more.
 *
 * Refuses with `already-a-member`, `already-invited`, `invitation-was-declined`, `too-many-invitations`, `kept-out`.
 */
export const invitePerson = defineCommand({
  name: "communities/invite-person",
  input: z.object({ communityId: communityIdField, personId: personIdField, note: noteField }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, personId, note }): Promise<Result<null, Refusal>> {
    if (await isMember(context.db, communityId, personId)) return refused({ kind: "already-a-member" });
    const before = await invitationOf(context.db, communityId, personId);
    if (before?.isDeclined === true) return refused({ kind: "invitation-was-declined" });
    if (before !== undefined) return refused({ kind: "already-invited" });
    if ((await levelAgainst(context, communityId, personId)) === "block") return refused({ kind: "kept-out" });
    // Each invitation is a message to a stranger.
    const open = await countInvitations(context.db, communityId);
    if (open >= mostInvitations) return refused({ kind: "too-many-invitations", most: mostInvitations });
    const invitedBy = actingPerson(context);
    if (invitedBy === undefined) return refused({ kind: "sign-in-needed" });
    await insertInvitation(context.db, { communityId, personId, invitedBy, note, invitedAt: context.now });
    context.emit({ name: "person-invited", version: 1, payload: { communityId, personId, note } });
    return accepted(null);
  },
});
