import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostInvitationLinks } from "../../model/membership.ts";
import { linksOf } from "../../store/admissions.read.ts";
import { insertInvitationLink } from "../../store/invitation-links.write.ts";
import { communityIdField } from "../fields.ts";
import { actingPerson, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** As many links hold as a community may have; take one back first. */
export interface TooManyInvitationLinks extends AnyRefusal {
  readonly kind: "too-many-invitation-links";
  readonly most: number;
}

type Refusal = OnlyStewards | SignInNeeded | TooManyInvitationLinks;

/**
 * A steward makes a link by which so many people may join until a day. The edge makes the token and keeps it nowhere; here only its
 * SHA-256 arrives. Refuses with `too-many-invitation-links`.
 */
export const makeInvitationLink = defineCommand({
  name: "communities/make-invitation-link",
  input: z.object({
    communityId: communityIdField,
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    uses: z.coerce.number().int().min(1).max(500),
    days: z.coerce.number().int().min(1).max(90),
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, tokenHash, uses, days }): Promise<Result<{ readonly linkId: string }, Refusal>> {
    const madeBy = actingPerson(context);
    if (madeBy === undefined) return refused({ kind: "sign-in-needed" });
    const links = await linksOf(context.db, communityId, context.now);
    const most = mostInvitationLinks;
    if (links.length >= most) return refused({ kind: "too-many-invitation-links", most });
    const id = context.ids.next();
    const expiresAt = context.now.add({ hours: 24 * days });
    await insertInvitationLink(context.db, {
      id,
      communityId,
      tokenHash,
      madeBy,
      madeAt: context.now,
      expiresAt,
      uses,
    });
    const payload = { communityId, linkId: id, uses, expiresAt: expiresAt.toString() };
    context.emit({ name: "invitation-link-made", version: 1, payload });
    return accepted({ linkId: id });
  },
});
