import { isActorRefused, personByActor } from "../../../accounts/index.ts";
import { isBlocked } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { WallRule } from "../../model/wall/wall.ts";
import { wallPostsOf, wallRuleOf, type WallPost } from "../../store/wall/wall.read.ts";
import type { GatheringVisit } from "../visit.ts";

/** So many posts a page shows. */
const postsAtOnce = 20;

/** What the page of a wall shows to this reader. */
export interface WallView {
  readonly visit: GatheringVisit;
  readonly shown: readonly WallPost[];
  /** For those who organise: what waits for their word, the newest first. */
  readonly waiting: readonly WallPost[];
  /** For those who organise: what they hid. */
  readonly hidden: readonly WallPost[];
  readonly rule: WallRule;
  /** Where the older ones begin; undefined when there are none. */
  readonly older: Temporal.Instant | undefined;
}

/** Reads it; posts before an instant, or the newest. */
export async function readWallView(visit: GatheringVisit, before: Temporal.Instant | undefined): Promise<WallView> {
  const { application, gathering, standing } = visit;
  const { read } = application;
  const shown = await wallPostsOf(read, gathering.id, "shown", { before, limit: postsAtOnce + 1 });
  const page = shown.slice(0, postsAtOnce);
  const settling = (state: "waiting" | "hidden") =>
    standing.organises ? wallPostsOf(read, gathering.id, state, { limit: postsAtOnce }) : [];
  return {
    visit,
    shown: await withoutBlocked(read, gathering.communityId, page),
    waiting: await withoutBlocked(read, gathering.communityId, await settling("waiting")),
    hidden: await withoutBlocked(read, gathering.communityId, await settling("hidden")),
    rule: await wallRuleOf(read, gathering.id),
    older: shown.length > postsAtOnce ? page.at(-1)?.postedAt : undefined,
  };
}

/** Posts without those of accounts and servers that were blocked since they came, by the community or by this server. */
export async function withoutBlocked(
  read: Database,
  communityId: string,
  posts: readonly WallPost[],
): Promise<readonly WallPost[]> {
  const blocked = new Map<string, boolean>();
  for (const { authorUri: uri, authorHost: host } of posts) {
    if (blocked.has(uri)) continue;
    const isOut =
      (await isActorRefused(read, { uri, host })) ||
      (await isBlocked(read, communityId, { personId: await personByActor(read, uri), host }));
    blocked.set(uri, isOut);
  }
  return posts.filter(({ authorUri }) => blocked.get(authorUri) !== true);
}
