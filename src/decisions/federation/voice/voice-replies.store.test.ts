import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { disagree } from "../../../../testing/decision-cast.ts";
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
import { openProposal } from "../../commands/proposals/open-proposal.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { answerVoice } from "../../commands/voice/answer-voice.ts";
import { handOverVoice } from "../../commands/voice/hand-over-voice.ts";
import { recordStance } from "../../commands/voice/record-stance.ts";
import { decisionCatalogues } from "../../messages/catalogue.ts";
import { voiceNotices } from "../../notices/voice.ts";
import { stanceOf } from "../../store/proposals/stances.read.ts";
import { voicesInForce } from "../../store/voice/handed.read.ts";
import { recordedOf } from "../../store/voice/recorded.read.ts";
import { decisionsSchema } from "../../store/decisions-schema.ts";
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
});
beforeEach(async () => {
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
});
afterAll(() => cast.close());

/** What the last event tells people: the words of the only message, and its address, to answer it. */
async function told() {
  const { application } = cast;
  const event = cast.events.at(-1);
  if (event === undefined) throw new Error("nothing happened");
  await tellSubscriber(application, tellPeople(voiceNotices), event);
  const ways = { decisions: "fediverse" } as const;
  const people = toldPeople([
    contact(grace, { actorUri: "https://social.example/users/grace", ways }),
    contact(ada, { actorUri: "https://social.example/users/ada", ways }),
  ]);
  await pumpJobs(application, [sendNoticeJob(people.options)]);
  const message = people.messages.at(-1);
  if (message === undefined) throw new Error(`nobody was told of ${event.name}`);
  return { words: JSON.stringify(message), inReplyTo: directMessageUri(application.origin, message) };
}

/** What comes of a message: the key of what is said to its sender. */
async function arrive(person: PersonId, activity: ReceivedActivity): Promise<string | undefined> {
  const { read, origin, execute } = cast.application;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read, origin });
    if (recognised === undefined) continue;
    const federated = { from: "federated", key: activity.id } as const;
    const by = { actor: { kind: "person", personId: person }, origin: federated } as const;
    const answer = await execute(recognised.command, recognised.input, by);
    const reply = await recogniser.reply?.(activity, answer, { read, origin });
    if (reply !== undefined) expect(decisionCatalogues.de[reply.key]).toBeDefined();
    return reply?.key.split(".").at(-1);
  }
  return undefined;
}

const inForce = async () => (await voicesInForce(cast.application.read, communityId, cast.clock.now())).length;

async function graceOffersAda(): Promise<string> {
  const offered = await cast.application.execute(handOverVoice, { communityId, holder: ada }, byPerson(grace));
  return valueOf(offered).voiceId;
}

test("a voice is offered by a message, and taken and laid down by replies to it", async () => {
  await graceOffersAda();
  const { words, inReplyTo } = await told();
  expect(words).toContain("Grace asks you to speak for them");
  expect(await arrive(ada, directNote("ada", "Maybe later", { inReplyTo }))).toBe("unreadable-stance");
  expect(await arrive(ada, directNote("ada", "Ja!", { inReplyTo }))).toBe("voice-taken");
  expect(await inForce()).toBe(1);
  expect((await told()).words).toContain("Ada speaks for you now");
  expect(await arrive(ada, directNote("ada", "no", { inReplyTo }))).toBe("voice-laid-down");
  expect(await inForce()).toBe(0);
});

test("nobody takes a voice that was offered to somebody else", async () => {
  const voiceId = await graceOffersAda();
  expect(
    await cast.application.execute(answerVoice, { communityId, voiceId, answer: "yes" }, byPerson(grace)),
  ).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
});

test("a voice is taken back by a reply, or by a message to the community", async () => {
  const taken = async () => {
    const voiceId = await graceOffersAda();
    valueOf(await cast.application.execute(answerVoice, { communityId, voiceId, answer: "yes" }, byPerson(ada)));
    return (await told()).inReplyTo;
  };
  const inReplyTo = await taken();
  expect(await arrive(grace, directNote("grace", "Take back my voice!", { inReplyTo }))).toBe("voice-taken-back");
  expect(await inForce()).toBe(0);
  await taken();
  const audience = [`https://gather.example/actors/${communityId}`];
  expect(await arrive(grace, directNote("grace", "Je reprends ma voix", { audience }))).toBe("voice-taken-back");
  expect(await inForce()).toBe(0);
  expect(await arrive(grace, directNote("grace", "Riprendo la mia voce", { audience }))).toBe("no-voice-out");
});

test("an answer given by phone is told to whoever gave it, and confirmed or refused by a reply", async () => {
  const opened = { communityId, title: "T", text: "Text.", language: "en" };
  const { threadId } = valueOf(await cast.application.execute(openThread, opened, byPerson(ada)));
  const closesAt = cast.clock.now().add({ hours: 99 }).toString();
  const put = { communityId, threadId, title: "Pay", method: "stance", zone: "UTC", closesAt };
  const { proposalId } = valueOf(await cast.application.execute(openProposal, put, byPerson(ada)));
  const said = { communityId, proposalId, person: grace, ballot: disagree, note: "At noon." };
  valueOf(await cast.application.execute(recordStance, said, byPerson(ada)));
  const { words, inReplyTo } = await told();
  expect(words).toContain("Ada wrote down what you answered by phone to “Pay”: Disagree.");
  expect(await arrive(grace, directNote("grace", "Sí", { inReplyTo }))).toBe("phone-confirmed");
  expect((await recordedOf(cast.application.read, proposalId, grace))?.state).toBe("confirmed");
  expect(await arrive(grace, directNote("grace", "Nein", { inReplyTo }))).toBe("phone-refused");
  expect(await stanceOf(cast.application.read, proposalId, grace)).toBeUndefined();
  expect((await told()).words).toContain("Grace says that the answer you wrote down");
});
