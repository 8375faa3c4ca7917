import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { blockLevelOf } from "../../store/blocks.read.ts";
import { sharedPost } from "../../store/announcements.read.ts";
import { insertSharedPost } from "../../store/announcements.write.ts";
import { communityById } from "../../store/communities.read.ts";
import { isMember } from "../../store/members.read.ts";
import { communityIdField, personIdField } from "../fields.ts";
import type { NotFound } from "../guards.ts";

/** The community passes nothing on, or not this: only public posts of members that are not held at arm's length. */
export interface NotPassedOn extends AnyRefusal {
  readonly kind: "not-passed-on";
}

type Refusal = NotFound | NotPassedOn;

/**
 * A member's public post that mentions the community is passed on to all who listen, if the community wants that. Passed on once.
 *
 * Refuses with `not-passed-on`, `not-found`.
 */
export const sharePost = defineCommand({
  name: "communities/share-post",
  input: z.object({
    communityId: communityIdField,
    personId: personIdField,
    uri: z.url().max(2_000),
    authorUri: z.url().max(2_000),
  }),
  chain: ({ communityId }) => communityId,
  authorise: async (context): Promise<Refusal | undefined> =>
    context.origin.from === "federated" ? undefined : { kind: "not-found" },
  async run(context, { communityId, personId, uri, authorUri }): Promise<Result<null, Refusal>> {
    const community = await communityById(context.db, communityId);
    if (community === undefined) return refused({ kind: "not-found" });
    const isOurs = await isMember(context.db, communityId, personId);
    const onlyHost = await blockLevelOf(context.db, communityId, { host: authorUri });
    if (!community.sharesMentions || !isOurs || onlyHost !== undefined) return refused({ kind: "not-passed-on" });
    if ((await sharedPost(context.db, communityId, uri)) !== undefined) return accepted(null);
    const id = context.ids.next();
    await insertSharedPost(context.db, { id, communityId, uri, authorUri, sharedAt: context.now });
    context.emit({ name: "post-shared", version: 1, payload: { communityId, shareId: id, personId, uri, authorUri } });
    return accepted(null);
  },
});
