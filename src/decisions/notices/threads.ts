import { isMember } from "../../communities/index.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { postById, postsOf, threadById, type Post, type Thread } from "../store/threads/threads.read.ts";
import { followersOfAll, followLevelOf } from "../store/threads/following.read.ts";
import { mentionedIn } from "../store/threads/voices.read.ts";

const PEOPLE_AT_ONCE = 500;

/**
 * A new post: told to whom it answers, to whom it names, and to those who hear of every post of its thread, each once and by the first of
 * these; to nobody who chose to hear nothing of the thread, and of a thread among members to members alone.
 */
export const threadNotices: NoticeSource = {
  name: "decisions/threads",
  events: ["post-written", "thread-opened"],
  async notices(application, event) {
    const id = event.payload["post"];
    const post = typeof id === "string" ? await postById(application.read, id) : undefined;
    const thread = post === undefined ? undefined : await threadById(application.read, post.threadId);
    if (post === undefined || post.removedAt !== undefined || thread === undefined) return [];
    const told = new Map<string, Notice>();
    const passedOver = new Set<string>([post.authorId, ...(await toldElsewhere(application, post))]);
    for await (const { personId, key } of addressed(application, thread, post)) {
      if (passedOver.has(personId) || told.has(personId)) continue;
      if (await hears(application, thread, personId)) told.set(personId, noticeTo(thread, post, personId, key));
      else passedOver.add(personId);
    }
    return [...told.values()];
  },
};

async function* addressed(application: Application, thread: Thread, post: Post) {
  const { read } = application;
  const answered = await answeredBy(application, thread, post);
  if (answered !== undefined) yield { personId: answered.authorId, key: "decisions.notice.answered" };
  for (const personId of await mentionedIn(read, post.id)) yield { personId, key: "decisions.notice.mentioned" };
  if (post.place === 0) return;
  let after = "";
  for (;;) {
    const people = await followersOfAll(read, thread.id, { after, limit: PEOPLE_AT_ONCE });
    for (const personId of people) yield { personId, key: "decisions.notice.written" };
    after = people.at(-1) ?? "";
    if (people.length < PEOPLE_AT_ONCE) return;
  }
}

/** The post that is answered: what answers none answers the one that opened the thread. */
async function answeredBy({ read }: Application, thread: Thread, post: Post): Promise<Post | undefined> {
  if (post.place === 0) return undefined;
  if (post.parentId !== undefined) return postById(read, post.parentId);
  const [first] = await postsOf(read, thread.id, { from: 0, limit: 1 });
  return first;
}

/** Whoever is answered at their own server hears of it there. */
async function toldElsewhere({ read }: Application, post: Post): Promise<readonly string[]> {
  const parent = post.parentId === undefined ? undefined : await postById(read, post.parentId);
  return parent?.sourceUri === undefined ? [] : [parent.authorId];
}

async function hears({ read }: Application, thread: Thread, personId: string): Promise<boolean> {
  if ((await followLevelOf(read, thread.id, personId)) === "none") return false;
  return thread.audience === "everyone" || isMember(read, thread.communityId, personId);
}

function noticeTo(thread: Thread, post: Post, personId: string, key: string): Notice {
  return {
    personId,
    kind: "replies",
    matter: `post:${post.id}`,
    from: thread.communityId,
    key,
    values: { title: thread.title },
    path: `/posts/${post.id}`,
    urgent: false,
  };
}
