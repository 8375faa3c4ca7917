import { z } from "zod";
import { personByActor } from "../../../accounts/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { targetOfContact } from "../../store/outreach/targets.read.ts";
import { wallPostByUri, wallPostsBy } from "../../store/wall/wall.read.ts";
import { deleteWallPost, deleteWallPostsBy, refuseWall } from "../../store/wall/wall.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { leaveInterestList } from "../leave-interest-list.ts";
import { actingPerson, gatheringOf, type StandingRefusal } from "../standing.ts";
import { askNeverAgain } from "../outreach/refuse-invitations.ts";
import { scheduleClearing } from "./clear-wall.ts";

const address = z.url().max(2_000);

/** An author deleted a post, or lets the world read it no more: it is gone from the wall, too. Of another author's nothing happens. */
export const takeOffWall = defineCommand({
  name: "gatherings/take-off-wall",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, uri: address, authorUri: address }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, { gatheringId, uri, authorUri }) {
    const post = await wallPostByUri(context.db, uri);
    if (post?.gatheringId !== gatheringId || post.authorUri !== authorUri) return accepted(null);
    await deleteWallPost(context.db, post.id);
    context.emit({ name: "wall-post-taken-off", version: 1, payload: { gathering: gatheringId, post: post.id } });
    return accepted(null);
  },
});

/** An account was deleted at home, whose person nobody knows here: all it wrote goes. */
export const forgetWallAuthor = defineCommand({
  name: "gatherings/forget-wall-author",
  input: z.object({ communityId: communityInput, authorUri: address }),
  chain: (input) => input.communityId,
  authorise: async () => undefined,
  async run(context, { authorUri }) {
    for (const { gatheringId, id } of await wallPostsBy(context.db, authorUri)) {
      context.emit({ name: "wall-post-taken-off", version: 1, payload: { gathering: gatheringId, post: id } });
    }
    await deleteWallPostsBy(context.db, authorUri);
    return accepted(null);
  },
});

/**
 * Somebody says STOP to a gathering: they are off its list, what they wrote is off its wall, and nothing of theirs comes there again. Whom
 * it had invited no board of this server asks any more.
 *
 * Also for those whom the community blocks. Refuses `sign-in-needed`, and `not-found` where the account is not the person's.
 */
export const stopGathering = defineCommand({
  name: "gatherings/stop-gathering",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput, authorUri: address }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<StandingRefusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    const isOwn = (await personByActor(context.db, input.authorUri)) === person;
    return isOwn && (await gatheringOf(context, input)) !== undefined ? undefined : { kind: "not-found" };
  },
  async run(context, { communityId, gatheringId, authorUri }): Promise<Result<null, StandingRefusal>> {
    await refuseWall(context.db, gatheringId, authorUri);
    await scheduleClearing(context, { communityId, gatheringId });
    const asked = await targetOfContact(context.db, gatheringId, authorUri);
    if (asked !== undefined) await askNeverAgain(context, asked);
    const left = await context.execute(leaveInterestList, { communityId, gatheringId });
    return left.ok ? accepted(null) : refused({ kind: "not-found" });
  },
});
