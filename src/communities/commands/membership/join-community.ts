import { z } from "zod";
import { accepted, refused, unreachable, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { wayIn } from "../../model/membership.ts";
import { invitationOf, validLink, type Invitation, type InvitationLink } from "../../store/admissions.read.ts";
import { communityById } from "../../store/communities.read.ts";
import { useInvitationLink } from "../../store/invitation-links.write.ts";
import { roleOf } from "../../store/members.read.ts";
import { insertMember, upsertApplication } from "../../store/members.write.ts";
import { communityIdField, noteField } from "../fields.ts";
import {
  actingPerson,
  levelAgainst,
  requirePerson,
  type KeptOut,
  type NotFound,
  type SignInNeeded,
} from "../guards.ts";

/** The community takes members by invitation only, and there is none for this person. */
export interface InvitationNeeded extends AnyRefusal {
  readonly kind: "invitation-needed";
}

/** The invitation link is used up, past its day, taken back, or never was. */
export interface InvitationLinkSpent extends AnyRefusal {
  readonly kind: "invitation-link-spent";
}

/** Whoever asks to join says why. */
export interface ReasonNeeded extends AnyRefusal {
  readonly kind: "reason-needed";
  readonly field: "reason";
}

type Refusal = InvitationNeeded | InvitationLinkSpent | KeptOut | NotFound | ReasonNeeded | SignInNeeded;
type Standing = { readonly standing: "member" | "waiting" };

/**
 * Somebody asks to belong to a community: they are a member at once where it is open or they are invited, else they wait for a
 * steward. Asking again changes the reason; a member stays what they are.
 *
 * Refuses with `invitation-needed`, `invitation-link-spent`, `kept-out`, `reason-needed`, `not-found`, `sign-in-needed`.
 */
export const joinCommunity = defineCommand({
  name: "communities/join-community",
  input: z.object({
    communityId: communityIdField,
    reason: noteField,
    /** SHA-256, hex, of the token in an invitation link. */
    linkTokenHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context): Promise<Refusal | undefined> => requirePerson(context),
  async run(context, { communityId, reason, linkTokenHash }): Promise<Result<Standing, Refusal>> {
    const personId = actingPerson(context);
    const community = await communityById(context.db, communityId);
    if (personId === undefined || community === undefined) return refused({ kind: "not-found" });
    if ((await roleOf(context.db, communityId, personId)) !== undefined) return accepted({ standing: "member" });
    const invitation = await invitationOf(context.db, communityId, personId);
    const link =
      linkTokenHash === undefined ? undefined : await validLink(context.db, communityId, linkTokenHash, context.now);
    if (linkTokenHash !== undefined && link === undefined) return refused({ kind: "invitation-link-spent" });
    const level = await levelAgainst(context, communityId, personId);
    const way = wayIn(community.joining, { isInvited: invitation !== undefined, hasLink: link !== undefined, level });
    const asker = { communityId, personId };
    switch (way) {
      case "joins":
        return becomeMember(context, asker, { invitation, link });
      case "applies":
        return apply(context, asker, reason);
      case "invitation-needed":
      case "kept-out":
        return refused({ kind: way });
      default:
        return unreachable(way);
    }
  },
});

interface Asker {
  readonly communityId: CommunityId;
  readonly personId: PersonId;
}

async function becomeMember(
  context: CommandContext,
  asker: Asker,
  by: { readonly invitation: Invitation | undefined; readonly link: InvitationLink | undefined },
): Promise<Result<Standing, Refusal>> {
  const way = by.invitation !== undefined ? "invitation" : by.link !== undefined ? "link" : "open";
  if (way === "link" && by.link !== undefined) await useInvitationLink(context.db, by.link.id);
  await insertMember(context.db, { ...asker, role: "member", joinedAt: context.now });
  const letInBy = by.invitation?.invitedBy ?? by.link?.madeBy ?? null;
  context.emit({ name: "member-joined", version: 1, payload: { ...asker, way, letInBy } });
  return accepted({ standing: "member" });
}

async function apply(context: CommandContext, asker: Asker, reason: string): Promise<Result<Standing, Refusal>> {
  if (reason === "") return refused({ kind: "reason-needed", field: "reason" });
  await upsertApplication(context.db, { ...asker, reason, appliedAt: context.now });
  context.emit({ name: "membership-asked-for", version: 1, payload: { ...asker, reason } });
  return accepted({ standing: "waiting" });
}
