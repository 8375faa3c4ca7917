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
import { castNativeVote } from "../../commands/proposals/cast-native-vote.ts";
import { openProposal } from "../../commands/proposals/open-proposal.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { decisionCatalogues } from "../../messages/catalogue.ts";
import { lifecycleNotices } from "../../notices/lifecycle.ts";
import { decisionsSchema } from "../../store/decisions-schema.ts";
import { stanceOf } from "../../store/proposals/stances.read.ts";
import { decisionInbox } from "../inbox.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;
let proposalId: string;
let inReplyTo: string;

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

/** Grace disagrees in the native poll of a proposal that wants a reason of those who do, and is asked why by a message. */
beforeEach(() => askGrace("stance"));

async function askGrace(method: string): Promise<void> {
  const { application, clock } = cast;
  const { execute } = application;
  const opened = { communityId, title: "T", text: "Could we?", language: "en" };
  const { threadId } = valueOf(await execute(openThread, opened, byPerson(ada)));
  const closesAt = clock.now().add({ hours: 48 }).toString();
  const rules = { method, zone: "UTC", closesAt, reasons: "required-when-disagreeing" } as const;
  const put = { communityId, threadId, title: "Pay a moderator", ...rules };
  proposalId = valueOf(await execute(openProposal, put, byPerson(ada))).proposalId;
  valueOf(await execute(castNativeVote, { communityId, proposalId, place: 2 }, byPerson(grace)));
  const event = cast.events.findLast(({ name }) => name === "reason-wanted");
  if (event === undefined) throw new Error("no reason was wanted");
  await tellSubscriber(application, tellPeople(lifecycleNotices), event);
  const told = toldPeople([
    contact(grace, { ways: { decisions: "fediverse" }, actorUri: "https://social.example/users/grace" }),
  ]);
  await pumpJobs(application, [sendNoticeJob(told.options)]);
  const [message] = told.messages;
  if (message === undefined) throw new Error("Grace was not asked");
  inReplyTo = directMessageUri(application.origin, message);
}

/** What comes of an activity: whether it was done, and the key of what is said to its sender. */
async function arrive(activity: ReceivedActivity) {
  const { read, origin, execute } = cast.application;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read, origin });
    if (recognised === undefined) continue;
    const by = { actor: { kind: "person", personId: grace }, origin: { from: "federated", key: activity.id } } as const;
    const answer = await execute(recognised.command, recognised.input, by);
    return { isDone: answer.ok, said: (await recogniser.reply?.(activity, answer, { read, origin }))?.key };
  }
  return undefined;
}

const stance = async () => stanceOf(cast.application.read, proposalId, grace);

test("a reply to the question why is the reason, and the answer stays what it was", async () => {
  const reply = directNote("grace", "We cannot pay for it in winter.", { inReplyTo });
  expect(await arrive(reply)).toEqual({ isDone: true, said: "decisions.lifecycle.answer.reason-taken" });
  expect(await stance()).toMatchObject({ ballot: { choice: 2 }, reason: "We cannot pay for it in winter." });
});

test("a reply to it that is another answer is taken as one", async () => {
  expect(await arrive(directNote("grace", "Agree", { inReplyTo }))).toEqual({
    isDone: true,
    said: "decisions.answer.taken",
  });
  expect(await stance()).toMatchObject({ ballot: { choice: 0 }, reason: "" });
});

test("whoever objects under lazy consent is asked why as well, and their reply is the reason", async () => {
  await askGrace("lazy-consent");
  expect(await stance()).toMatchObject({ ballot: { choice: 2 }, reason: "" });
  const reply = directNote("grace", "Nobody has asked the neighbours.", { inReplyTo });
  expect(await arrive(reply)).toEqual({ isDone: true, said: "decisions.lifecycle.answer.reason-taken" });
  expect(await stance()).toMatchObject({ ballot: { choice: 2 }, reason: "Nobody has asked the neighbours." });
});

test("a reason given in the same breath as the answer needs no question", async () => {
  await askGrace("lazy-consent");
  const before = cast.events.filter(({ name }) => name === "reason-wanted").length;
  const reply = directNote("grace", "I object: nobody has asked the neighbours.", { inReplyTo });
  expect(await arrive(reply)).toEqual({ isDone: true, said: "decisions.answer.taken" });
  expect(await stance()).toMatchObject({ ballot: { choice: 2 }, reason: "nobody has asked the neighbours." });
  expect(cast.events.filter(({ name }) => name === "reason-wanted")).toHaveLength(before);
});

test("a reason that comes after closing is too late, and its writer hears so", async () => {
  cast.clock.pass({ hours: 49 });
  const reply = directNote("grace", "We cannot pay for it.", { inReplyTo });
  expect(await arrive(reply)).toEqual({ isDone: false, said: "decisions.answer.voting-closed" });
  expect(await stance()).toMatchObject({ reason: "" });
});
