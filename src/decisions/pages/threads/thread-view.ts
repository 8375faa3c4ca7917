import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { FollowLevel } from "../../model/threads/following.ts";
import { proposalsOfThread, type Proposal } from "../../store/proposals/proposals.read.ts";
import { requestsOfThread, type CommentRequest } from "../../store/requests/requests.read.ts";
import { consentsOfThread, type Consent } from "../../store/consent/consents.read.ts";
import { tagsOf, turnsOf, type ThreadTurn } from "../../store/threads/care.read.ts";
import { followLevelOf } from "../../store/threads/following.read.ts";
import {
  attachedElsewhere,
  attachmentsOf,
  unsentFiles,
  type Attachment,
} from "../../store/attachments/attachments.read.ts";
import type { AttachedElsewhere } from "../../model/attachments/elsewhere.ts";
import { unsentHours } from "../../model/attachments/attachments.ts";
import { postById, postsNested, postsOf, type Post } from "../../store/threads/threads.read.ts";
import { reactionCountsOf, type ReactionCount } from "../../store/threads/voices.read.ts";
import { threadPath } from "../addresses.ts";
import type { CommunityVisit, ThreadVisit } from "../visit.ts";

export const postsPerPage = 50;

/** Where in a thread a page begins, and in which order its posts stand: as they came, or answers below what they answer. */
export interface PlaceInThread {
  readonly order: "linear" | "nested";
  /** The place of the first post shown, as they came. */
  readonly from: number;
  /** The path of the last post on the page before, nested; empty on the first page. */
  readonly after: string;
}

/** All that the page of a thread shows. */
export interface ThreadView extends PlaceInThread {
  readonly visit: ThreadVisit;
  readonly posts: readonly Post[];
  /** Whether posts follow those shown. */
  readonly hasMore: boolean;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly proposals: readonly Proposal[];
  readonly consents: readonly Consent[];
  /** The post that the reader is about to answer, if they chose one. */
  readonly answered: Post | undefined;
  /** How people reacted to each post. */
  readonly reactions: ReadonlyMap<string, readonly ReactionCount[]>;
  readonly requests: readonly CommentRequest[];
  /** What each post carries here and at the server that it came from. */
  readonly files: ReadonlyMap<string, readonly Attachment[]>;
  readonly elsewhere: ReadonlyMap<string, readonly AttachedElsewhere[]>;
  /** What the reader brought and has not sent yet. */
  readonly unsent: readonly Attachment[];
  readonly tags: readonly string[];
  readonly turns: readonly ThreadTurn[];
  /** What the reader hears of the thread; undefined while they neither wrote in it nor chose. */
  readonly level: FollowLevel | undefined;
}

/** Reads a page of a thread: the first one, unless the address says where to go on, and in which order. */
export async function readThreadView(visit: ThreadVisit): Promise<ThreadView> {
  const { application, thread, personId } = visit;
  const { read } = application;
  const place = placeIn(visit);
  const [found, proposals, consents, tags, turns, level] = await Promise.all([
    place.order === "nested"
      ? postsNested(read, thread.id, { after: place.after, limit: postsPerPage + 1 })
      : postsOf(read, thread.id, { from: place.from, limit: postsPerPage + 1 }),
    proposalsOfThread(read, thread.id),
    consentsOfThread(read, thread.id),
    tagsOf(read, [thread.id]),
    turnsOf(read, thread.id),
    personId === undefined ? undefined : followLevelOf(read, thread.id, personId),
  ]);
  const posts = found.slice(0, postsPerPage);
  const answered = await answeredIn(visit, posts);
  const ids = posts.map(({ id }) => id);
  const [reactions, files, elsewhere, unsent] = await Promise.all([
    reactionCountsOf(read, ids),
    attachmentsOf(read, ids),
    attachedElsewhere(read, ids),
    unsentOf(visit),
  ]);
  const people = await describePeople(
    read,
    [thread, ...posts, ...(answered === undefined ? [] : [answered])]
      .map(({ authorId }): string => authorId)
      .concat(turns.map((turn) => turn.personId)),
  );
  return {
    visit,
    posts,
    ...place,
    hasMore: found.length > postsPerPage,
    people,
    proposals,
    // A draft is among members until it is submitted.
    consents: visit.isMember ? consents : consents.filter(({ state }) => state !== "draft"),
    answered,
    reactions,
    files,
    elsewhere,
    unsent,
    requests: await requestsOfThread(read, thread.id),
    tags: tags.get(thread.id) ?? [],
    turns,
    level,
  };
}

/** What the reader brought to a community and has not sent with a post. */
export async function unsentOf({ application, community, personId }: CommunityVisit): Promise<readonly Attachment[]> {
  if (personId === undefined) return [];
  const since = application.clock().subtract({ hours: unsentHours });
  return unsentFiles(application.read, { personId, communityId: community.id, since });
}

/** The address of the thread with the same order and place, and something else besides. */
export function threadAddress(
  view: PlaceInThread & Pick<ThreadView, "visit">,
  more: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams({
    ...(view.order === "nested" && { order: "nested" }),
    ...(view.from > 0 && { from: String(view.from) }),
    ...(view.after !== "" && { after: view.after }),
    ...more,
  });
  return query.size === 0 ? threadPath(view.visit.thread) : `${threadPath(view.visit.thread)}?${query.toString()}`;
}

function placeIn({ c, thread }: ThreadVisit): PlaceInThread {
  if (c.req.query("order") === "nested") {
    const after = c.req.query("after") ?? "";
    return { order: "nested", from: 0, after: /^[0-9]{1,400}$/.test(after) ? after : "" };
  }
  const asked = Number(c.req.query("from") ?? "0");
  const from = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, Math.max(0, thread.posts - 1)) : 0;
  return { order: "linear", from, after: "" };
}

/** The post that the address says is to be answered, if it is of this thread and stands. */
async function answeredIn({ c, application, thread }: ThreadVisit, posts: readonly Post[]): Promise<Post | undefined> {
  const chosen = c.req.query("answer");
  if (chosen === undefined) return undefined;
  const post = posts.find(({ id }) => id === chosen) ?? (await postById(application.read, chosen));
  return post?.threadId === thread.id && post.removedAt === undefined ? post : undefined;
}
