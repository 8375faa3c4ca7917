import { contactOf } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonalRecord } from "../../../kernel/personal-data.ts";
import { wallPostsBy } from "../../store/wall/wall.read.ts";
import { deleteWallPostsBy } from "../../store/wall/wall.write.ts";

/** What a person wrote about gatherings from their own server, for them to take along. */
export async function wallPostsKept(
  read: Database,
  personId: string,
): Promise<Readonly<Record<"wallPosts", readonly PersonalRecord[]>>> {
  const uri = (await contactOf(read, personId))?.actorUri;
  const posts = uri === undefined ? [] : await wallPostsBy(read, uri);
  return {
    wallPosts: posts.map(({ gatheringId, url, html, state, postedAt }) => ({
      gathering: gatheringId,
      url,
      html,
      state,
      since: postedAt.toString(),
    })),
  };
}

/** Somebody left for good: what they wrote is on no wall any more. Who joins two accounts keeps both their posts, which go by account. */
export async function forgetWallPosts(context: CommandContext, personId: string): Promise<void> {
  const uri = (await contactOf(context.db, personId))?.actorUri;
  if (uri !== undefined) await deleteWallPostsBy(context.db, uri);
}
