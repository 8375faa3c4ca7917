import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
import { decisionJobs } from "../../commands/jobs.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { openProposal } from "../../commands/proposals/open-proposal.ts";
import { proposeTask } from "../../commands/register/propose-task.ts";
import { recordDecision } from "../../commands/register/record-decision.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { decisionPersonalData } from "../../commands/people/personal-data.ts";
import { decisionCatalogues } from "../../messages/catalogue.ts";
import { consentNotices } from "../../notices/consent.ts";
import { registerNotices } from "../../notices/register.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { decisionsSchema } from "../../store/decisions-schema.ts";
import { taskById, tasksOf } from "../../store/register/tasks.read.ts";
import { postsOf } from "../../store/threads/threads.read.ts";
import { decisionInbox } from "../inbox.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
let people = 0;
let community: CommunityId;
let decisionId: string;
let threadId: string;

beforeAll(async () => {
  cast = await openCommunityCast({
    schema: [...decisionsSchema, ...noticeSchema],
    messages: [decisionCatalogues, notificationCatalogues],
  });
  ada = await cast.person("Ada");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  people += 1;
  grace = await cast.person(`Grace${people}`);
  community = await cast.community(ada);
  await cast.join(community, grace);
  const run = cast.application.execute;
  const opened = { communityId: community, title: "Nights", text: "Who?", language: "en" };
  threadId = valueOf(await run(openThread, opened, byPerson(ada))).threadId;
  const closesAt = cast.clock.now().add({ hours: 24 }).toString();
  const put = { communityId: community, threadId, title: "Pay", method: "stance", zone: "Europe/Rome", closesAt };
  const about = { communityId: community, ...valueOf(await run(openProposal, put, byPerson(ada))) };
  valueOf(await run(closeProposal, about, byPerson(ada)));
  const said = { title: "A shared moderator", text: "We pay one.", termMonths: 3 };
  decisionId = valueOf(await run(recordDecision, { ...about, ...said }, byPerson(ada))).decisionId;
});
afterAll(() => cast.close());

/** The last message to Grace about the last event of this name: its words and its address. */
async function toldGrace(name: string): Promise<{ readonly words: string; readonly inReplyTo: string }> {
  const { application } = cast;
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  await tellSubscriber(application, tellPeople([...registerNotices, ...consentNotices]), event);
  const told = toldPeople([
    contact(grace, {
      actorUri: "https://social.example/users/grace",
      ways: { replies: "fediverse", reminders: "fediverse" },
    }),
  ]);
  await pumpJobs(application, [sendNoticeJob(told.options)]);
  const message = told.messages.at(-1);
  if (message === undefined) throw new Error("Grace was not told");
  return { words: JSON.stringify(message), inReplyTo: directMessageUri(application.origin, message) };
}

/** What comes of an activity of Grace: whether it was done, and the key of what is said to her. */
async function arrive(activity: ReceivedActivity) {
  const { read, origin, execute } = cast.application;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read, origin });
    if (recognised === undefined) continue;
    const federated = { from: "federated", key: activity.id } as const;
    const answer = await execute(recognised.command, recognised.input, {
      actor: { kind: "person", personId: grace },
      origin: federated,
    });
    const reply = await recogniser.reply?.(activity, answer, { read, origin });
    if (reply !== undefined) expect(decisionCatalogues.en[reply.key]).toBeDefined();
    return { isDone: answer.ok, said: reply?.key };
  }
  return undefined;
}

async function asked(): Promise<string> {
  const input = { communityId: community, decisionId, what: "Write the advert", ownerId: grace, due: "2027-03-12" };
  return valueOf(await cast.application.execute(proposeTask, input, byPerson(ada))).taskId;
}

const stateOf = async (id: string) => (await taskById(cast.application.read, id))?.state;

test("whoever is asked to do something takes it on by a reply, is asked after on the day, and says that it is done", async () => {
  const taskId = await asked();
  const { words, inReplyTo } = await toldGrace("decision-task-proposed");
  expect(words).toContain("asks you for something, so that “A shared moderator” is carried out");
  expect(await arrive(directNote("grace", "Ja, gerne!", { inReplyTo }))).toMatchObject({ isDone: true });
  expect(await stateOf(taskId)).toBe("accepted");
  cast.clock.set("2027-03-12T17:00:00Z");
  await pumpJobs(cast.application, decisionJobs);
  const after = await toldGrace("decision-task-asked-after");
  expect(after.words).toContain("How did it go");
  expect(await arrive(directNote("grace", "done", { inReplyTo: after.inReplyTo }))).toMatchObject({ isDone: true });
  expect(await stateOf(taskId)).toBe("done");
});

test("a reply about a task that says nothing of it changes nothing, and tells how to answer", async () => {
  const taskId = await asked();
  const { inReplyTo } = await toldGrace("decision-task-proposed");
  expect(await arrive(directNote("grace", "What a day!", { inReplyTo }))).toEqual({
    isDone: false,
    said: "decisions.register.reply.unreadable-task",
  });
  expect(await stateOf(taskId)).toBe("proposed");
});

test("the weekly word about a review that waits is answered by a reply", async () => {
  cast.clock.set("2027-05-01T09:00:00Z");
  await pumpJobs(cast.application, decisionJobs);
  cast.clock.set("2027-05-08T09:00:00Z");
  await pumpJobs(cast.application, decisionJobs);
  const { inReplyTo } = await toldGrace("decision-review-waits");
  expect(await arrive(directNote("grace", "keep, it works", { inReplyTo }))).toEqual({
    isDone: true,
    said: "decisions.consent.reply.keep",
  });
});

test("a reply to the record is an answer to its review while that is open, and else a post of its thread", async () => {
  const inReplyTo = `https://gather.example/decisions/${decisionId}`;
  const remark = directNote("grace", "Glad we have this.", { inReplyTo, isPublic: true });
  expect(await arrive(remark)).toMatchObject({ isDone: true });
  const posts = await postsOf(cast.application.read, threadId, { from: 0, limit: 9 });
  expect(posts.at(-1)?.text).toBe("Glad we have this.");
  expect(await arrive(directNote("grace", "Between us.", { inReplyTo }))).toBeUndefined();
  cast.clock.set("2027-05-01T09:00:00Z");
  await pumpJobs(cast.application, decisionJobs);
  expect(await arrive(directNote("grace", "end", { inReplyTo }))).toEqual({
    isDone: true,
    said: "decisions.consent.reply.end",
  });
  expect(await decisionById(cast.application.read, decisionId)).toMatchObject({ state: "review-due" });
});

test("whoever leaves takes their tasks along: what they promised is dropped, what waited for them is gone", async () => {
  const promised = await asked();
  const { inReplyTo } = await toldGrace("decision-task-proposed");
  await arrive(directNote("grace", "yes", { inReplyTo }));
  await asked();
  const kept = await decisionPersonalData.export(cast.application.read, grace);
  expect(kept["decisionTasks"]).toHaveLength(2);
  const { forget } = decisionPersonalData;
  await cast.application.database.write(async (db) =>
    forget({ db, now: cast.clock.now(), unschedule: async () => {} } as never, grace),
  );
  expect(await tasksOf(cast.application.read, decisionId)).toMatchObject([{ id: promised, state: "dropped" }]);
});
