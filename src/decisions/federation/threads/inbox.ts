import type { InboxReading, ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { editPost } from "../../commands/threads/edit-post.ts";
import { privateReply } from "../../commands/threads/private-reply.ts";
import { react } from "../../commands/threads/react.ts";
import { takeBackPost } from "../../commands/threads/take-back-post.ts";
import { takeBackReaction } from "../../commands/threads/take-back-reaction.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { longestPost } from "../../model/thread.ts";
import { likeKind } from "../../model/threads/reactions.ts";
import { postById, postBySource, threadById, type Post, type Thread } from "../../store/threads/threads.read.ts";
import { postOfLike } from "../../store/threads/voices.read.ts";
import { carriedElsewhere, saysAnything } from "../attachments/carried-elsewhere.ts";
import { matterOf, postUrl } from "../addresses.ts";

/**
 * A post that came from another server was edited there; one that is not for the world any more is taken back. That it is the author
 * who says so, the commands see to.
 */
const editing: Recogniser = {
  name: "decisions/post-editing",
  types: ["Update"],
  async recognise({ object }, { read }) {
    const post = object?.id === undefined ? undefined : await postBySource(read, object.id);
    const thread = post === undefined ? undefined : await threadById(read, post.threadId);
    if (object === undefined || post === undefined || thread === undefined) return undefined;
    const isHidden = thread.audience === "everyone" && !object.isPublic;
    if (!saysAnything(object) || isHidden) return { command: takeBackPost, input: about(thread, post) };
    const text = (object.text ?? "").slice(0, longestPost);
    return { command: editPost, input: { ...about(thread, post), text, elsewhere: carriedElsewhere(object) } };
  },
};

/** A post that came from another server was deleted there. */
const deleting: Recogniser = {
  name: "decisions/post-deleting",
  types: ["Delete"],
  async recognise({ objectId }, { read }) {
    const post = objectId === undefined ? undefined : await postBySource(read, objectId);
    const thread = post === undefined ? undefined : await threadById(read, post.threadId);
    if (post === undefined || thread === undefined) return undefined;
    return { command: takeBackPost, input: about(thread, post) };
  },
};

/**
 * A reply to our message about a post answers that post: in a thread among members as a message to the community, in one that the world
 * may read only if the reply is for the world too; else its author is told why it is not there.
 */
const answeringNotice: Recogniser = {
  name: "decisions/answering-notice",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note === undefined || note.name !== undefined || !saysAnything(note)) return undefined;
    const found = await toldOf(activity, reading);
    if (found === undefined) return undefined;
    const { communityId, threadId } = about(found.thread, found.post);
    if (found.thread.audience === "everyone" && !note.isPublic) {
      return { command: privateReply, input: { communityId, threadId } };
    }
    const text = (note.text ?? "").slice(0, longestPost);
    return {
      command: writePost,
      input: {
        communityId,
        threadId,
        parentId: found.post.id,
        text,
        sourceUri: note.id ?? "",
        elsewhere: carriedElsewhere(note),
      },
    };
  },
  async reply(activity, answer, reading) {
    const found = answer.ok ? undefined : await toldOf(activity, reading);
    if (answer.ok || found === undefined) return undefined;
    const { kind } = answer.refusal;
    const told = ["said-in-private", "thread-closed", "kept-out"].includes(kind) ? kind : "post-not-taken";
    const values = { title: found.thread.title, page: postUrl(reading.origin, found.post.id) };
    return { from: found.thread.communityId, key: `decisions.answer.${told}`, values };
  },
};

/** Somebody likes a post of a thread, wherever that was written. */
const liking: Recogniser = {
  name: "decisions/liking",
  types: ["Like"],
  async recognise({ id, objectId }, reading) {
    const liked = await postAt(reading, objectId);
    if (liked === undefined) return undefined;
    return { command: react, input: { ...about(liked.thread, liked.post), kind: likeKind, likeUri: id } };
  },
};

/** They do not any more: by the `Like` as a whole, or by its id alone. */
const unliking: Recogniser = {
  name: "decisions/unliking",
  types: ["Undo"],
  async recognise({ inner, objectId }, reading) {
    if (inner !== undefined && inner.type !== "Like") return undefined;
    const likeUri = inner?.id ?? objectId;
    const byId = likeUri === undefined ? undefined : await postOfLike(reading.read, likeUri);
    const liked = byId === undefined ? await postAt(reading, inner?.objectId) : await withThread(reading, byId);
    if (liked === undefined) return undefined;
    return { command: takeBackReaction, input: { ...about(liked.thread, liked.post), kind: likeKind } };
  },
};

/** What threads make of what arrives, besides new posts. */
export const threadInbox: readonly Recogniser[] = [answeringNotice, editing, deleting, liking, unliking];

interface Found {
  readonly post: Post;
  readonly thread: Thread;
}

async function postAt(reading: InboxReading, uri: string | undefined): Promise<Found | undefined> {
  if (uri === undefined) return undefined;
  const matter = matterOf(reading.origin, uri);
  if (matter?.kind === "post") return withThread(reading, matter.postId);
  const post = await postBySource(reading.read, uri);
  return post === undefined ? undefined : withThread(reading, post.id);
}

/** The post that a message of ours told of, which somebody answers. */
async function toldOf(activity: ReceivedActivity, reading: InboxReading): Promise<Found | undefined> {
  const notice = await answeredNotice(reading, activity);
  const [, postId] = /^post:([0-9a-f-]{36})$/.exec(notice?.matter ?? "") ?? [];
  return postId === undefined ? undefined : withThread(reading, postId);
}

async function withThread({ read }: InboxReading, postId: string): Promise<Found | undefined> {
  const post = await postById(read, postId);
  const thread = post === undefined ? undefined : await threadById(read, post.threadId);
  return post === undefined || thread === undefined ? undefined : { post, thread };
}

function about(thread: Thread, post: Post) {
  return { communityId: thread.communityId, threadId: thread.id, postId: post.id };
}
