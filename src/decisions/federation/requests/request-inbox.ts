import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { longestPost } from "../../model/thread.ts";
import { requestById } from "../../store/requests/requests.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { requestAt, requestUrl } from "./request-addresses.ts";

/** A reply to a request for comments, or to what told of its move, is a comment in its thread; one said in private is none. */
const commenting: Recogniser = {
  name: "decisions/commenting-on-requests",
  types: ["Create"],
  async recognise({ object }, reading) {
    if (object?.text === undefined || object.name !== undefined) return undefined;
    const request = await requestAnswered(object.inReplyTo, reading);
    const thread = request === undefined ? undefined : await threadById(reading.read, request.threadId);
    if (thread === undefined || (thread.audience === "everyone" && !object.isPublic)) return undefined;
    const { communityId, id: threadId } = thread;
    const text = object.text.slice(0, longestPost);
    return { command: writePost, input: { communityId, threadId, parentId: "", text, sourceUri: object.id ?? "" } };
  },
  reply: whyNot,
};

/** What arrives for requests for comments. */
export const requestInbox: readonly Recogniser[] = [commenting];

async function whyNot(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  const request = answer.ok ? undefined : await requestAnswered(activity.object?.inReplyTo, reading);
  if (answer.ok || request === undefined) return undefined;
  const { kind: refused } = answer.refusal;
  const kind = refused === "thread-closed" || refused === "kept-out" ? refused : "post-not-taken";
  const values = { title: request.title, page: requestUrl(reading.origin, request.id) };
  return { from: request.communityId, key: `decisions.answer.${kind}`, values };
}

async function requestAnswered(url: string | undefined, { origin, read }: InboxReading) {
  const id = requestAt(origin, url);
  return id === undefined ? undefined : requestById(read, id);
}
