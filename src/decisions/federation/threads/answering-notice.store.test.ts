import { afterAll, beforeAll, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { directNote } from "../../../../testing/received-notes.ts";
import { byPerson, pumpJobs, tellSubscriber } from "../../../../testing/test-application.ts";
import { contact, toldPeople } from "../../../../testing/told-people.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { directMessageUri } from "../../../kernel/federation/deliveries/direct-message.ts";
import type { ReceivedActivity } from "../../../kernel/federation/received.ts";
import { notificationCatalogues } from "../../../kernel/notifications/messages/catalogue.ts";
import { noticeSchema } from "../../../kernel/notifications/notices.tables.ts";
import { sendNoticeJob } from "../../../kernel/notifications/send-notice.ts";
import { tellPeople } from "../../../kernel/notifications/tell-people.ts";
import { decisionsSchema } from "../../store/decisions-schema.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { writePost } from "../../commands/threads/write-post.ts";
import { decisionCatalogues } from "../../messages/catalogue.ts";
import { threadNotices } from "../../notices/threads.ts";
import { postsOf } from "../../store/threads/threads.read.ts";
import { decisionInbox } from "../inbox.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;

beforeAll(async () => {
  cast = await openCommunityCast({
    schema: [...decisionsSchema, ...noticeSchema],
    messages: [decisionCatalogues, notificationCatalogues],
  });
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
});
afterAll(() => cast.close());

/** Grace opens a thread, Ada answers, and Grace is told by a message; gives the thread, Ada's post and the message's address. */
async function graceIsAnswered(audience: "everyone" | "members") {
  const { application } = cast;
  const opened = { communityId, title: "T", text: "What do you think?", language: "en", audience };
  const { threadId } = valueOf(await application.execute(openThread, opened, byPerson(grace)));
  const input = { communityId, threadId, text: "Tell me more." };
  const { postId } = valueOf(await application.execute(writePost, input, byPerson(ada)));
  const event = cast.events.at(-1);
  if (event === undefined) throw new Error("nothing was written");
  await tellSubscriber(application, tellPeople([threadNotices]), event);
  const told = toldPeople([contact(grace, { actorUri: "https://social.example/users/grace" })]);
  await pumpJobs(application, [sendNoticeJob(told.options)]);
  const [message] = told.messages;
  if (message === undefined) throw new Error("Grace was not told");
  return { threadId, postId, inReplyTo: directMessageUri(application.origin, message) };
}

/** What comes of an activity: whether it was done, and the key of what is said to its sender. */
async function arrive(activity: ReceivedActivity) {
  const { read, origin, execute } = cast.application;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read, origin });
    if (recognised === undefined) continue;
    const federated = { from: "federated", key: activity.id } as const;
    const by = { actor: { kind: "person", personId: grace }, origin: federated } as const;
    const answer = await execute(recognised.command, recognised.input, by);
    const reply = await recogniser.reply?.(activity, answer, { read, origin });
    if (reply !== undefined) expect(decisionCatalogues.en[reply.key]).toBeDefined();
    return { isDone: answer.ok, said: reply?.key };
  }
  return undefined;
}

const textsIn = async (threadId: string) =>
  (await postsOf(cast.application.read, threadId, { from: 0, limit: 9 })).map(({ text, parentId }) => [text, parentId]);

test("a reply to the message that told of a post among members answers that post", async () => {
  const { threadId, postId, inReplyTo } = await graceIsAnswered("members");
  expect(await arrive(directNote("grace", "With pleasure.", { inReplyTo }))).toEqual({ isDone: true, said: undefined });
  expect((await textsIn(threadId)).at(-1)).toEqual(["With pleasure.", postId]);
});

test("a private reply to a message about a public thread is not published, and its author hears why", async () => {
  const { threadId, postId, inReplyTo } = await graceIsAnswered("everyone");
  expect(await arrive(directNote("grace", "Between us.", { inReplyTo }))).toEqual({
    isDone: false,
    said: "decisions.answer.said-in-private",
  });
  expect(await textsIn(threadId)).toHaveLength(2);
  expect(await arrive(directNote("grace", "For all.", { inReplyTo, isPublic: true }))).toMatchObject({ isDone: true });
  expect((await textsIn(threadId)).at(-1)).toEqual(["For all.", postId]);
});
