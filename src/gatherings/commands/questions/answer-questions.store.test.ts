import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { openGatheringPost, type GatheringPost } from "../../../../testing/gathering-post.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { communityById, type CommunityId, type PersonId } from "../../../communities/index.ts";
import { changeProfile } from "../../../communities/commands/community/change-profile.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { Question } from "../../model/questions/questions.ts";
import { questionNotices } from "../../notices/questions.ts";
import { acceptedConduct, accessNeedsOf, answersOfPerson } from "../../store/questions/questions.read.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { moveSession } from "../move-session.ts";
import { gatheringPersonalData } from "../people/personal-data.ts";
import { answerQuestions } from "./answer-questions.ts";
import { chooseQuestions } from "./choose-questions.ts";
import { conductDigest } from "./conduct-digest.ts";
import { keepAnswersFor } from "./keep-answers-for.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { mayReadAccessNeeds } from "./may-read-access-needs.ts";

const code = { en: "Let others finish." };

let cast: GatheringCast;
let post: GatheringPost;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let session: string;

beforeAll(async () => {
  cast = await openGatheringCast();
  post = openGatheringPost(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada, { codeOfConduct: code });
  about = await cast.gathering(ada, community);
  session = await cast.date(ada, about, "2027-03-04T19:00");
  await ask("languages", "access", "recording", "introduction", "exchange", "conduct");
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const ask = async (...questions: readonly Question[]) =>
  valueOf(await cast.application.execute(chooseQuestions, { ...about, questions: [...questions] }, byPerson(ada)));
const comes = async (person: PersonId) =>
  valueOf(await cast.application.execute(answerRsvp, { ...about, answer: "going" }, byPerson(person)));
const answer = (person: PersonId, said: object) =>
  cast.application.execute(answerQuestions, { ...about, ...said }, byPerson(person));
const answersOf = (person: PersonId) => answersOfPerson(read(), about.gatheringId, person);
const needsOf = (person: PersonId) => accessNeedsOf(read(), about.gatheringId, person);
const refusalKind = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  result.refusal?.kind;

test("only organisers choose the questions, and only who comes answers them", async () => {
  const chosen = await cast.application.execute(chooseQuestions, { ...about, questions: [] }, byPerson(grace));
  expect(refusalKind(chosen)).toBe("not-an-organiser");
  expect(refusalKind(await answer(grace, { recording: "no" }))).toBe("rsvp-first");
  await comes(grace);
  valueOf(await answer(grace, { recording: "no", languages: ["de"] }));
  expect(await answersOf(grace)).toMatchObject({ recording: "no", languages: ["de"] });
});

test("what is not asked is not kept, and what is left out stays as it was", async () => {
  await ask("introduction", "recording");
  await comes(grace);
  valueOf(await answer(grace, { introduction: "I mend servers.", captions: true, languages: ["de"] }));
  valueOf(await answer(grace, { recording: "unnamed" }));
  expect(await answersOf(grace)).toEqual({
    languages: [],
    recording: "unnamed",
    introduction: "I mend servers.",
    brings: "",
    seeks: "",
  });
  expect(await needsOf(grace)).toBe(undefined);
});

test("access needs are read by the person alone: neither organisers nor stewards may", async () => {
  await comes(grace);
  valueOf(await answer(grace, { captions: true, other: "Breaks every half hour." }));
  const gathering = await gatheringById(read(), about.gatheringId);
  if (gathering === undefined) throw new Error("the gathering is gone");
  const asking = { db: read(), gathering, person: grace };
  expect(await mayReadAccessNeeds({ ...asking, reader: grace })).toBe(true);
  expect(await mayReadAccessNeeds({ ...asking, reader: ada })).toBe(false);
  expect(await mayReadAccessNeeds({ ...asking, reader: undefined })).toBe(false);
});

test("the code of conduct is accepted once, and asked for again only when it changed", async () => {
  await comes(grace);
  const digest = conductDigest(code) ?? "";
  expect(refusalKind(await answer(grace, { acceptsConduct: "0".repeat(64) }))).toBe("conduct-changed");
  valueOf(await answer(grace, { acceptsConduct: digest }));
  expect(await acceptedConduct(read(), community, grace)).toBe(digest);
  const present = await communityById(read(), community);
  if (present === undefined) throw new Error("no community");
  const { name, purpose, description, languages, zone, links, hue } = present;
  const changed = { name, purpose, description, languages: [...languages], zone, links: [...links], hue };
  const codeOfConduct = { en: "Let others finish. Be kind." };
  const input = { ...changed, codeOfConduct, communityId: community };
  valueOf(await cast.application.execute(changeProfile, input as never, byPerson(ada)));
  expect(refusalKind(await answer(grace, { acceptsConduct: digest }))).toBe("conduct-changed");
});

test("whoever says yes by message is asked once, and may answer by reply", async () => {
  await post.write(about, "@rosa@reply.example", "yes");
  const [confirmed] = cast.events.filter(({ name }) => name === "rsvp-confirmed").slice(-1);
  const [asked] = confirmed === undefined ? [] : await questionNotices.notices(cast.application, confirmed);
  expect(asked).toMatchObject({ matter: `questions:${about.gatheringId}`, values: { recording: "yes" } });
  await post.write(about, "@rosa@reply.example", "Sprachen: Deutsch, Englisch\nAufnahme: nein\nUntertitel: ja");
  const rosa = asked?.personId as PersonId;
  expect(await answersOf(rosa)).toMatchObject({ languages: ["de", "en"], recording: "no" });
  expect(await needsOf(rosa)).toMatchObject({ captions: true });
  const [answered] = cast.events.slice(-1);
  const told = answered === undefined ? [] : await questionNotices.notices(cast.application, answered);
  expect(told).toMatchObject([{ key: "gatherings.questions.notice.taken" }]);
  const again = confirmed === undefined ? [] : await questionNotices.notices(cast.application, confirmed);
  expect(again).toEqual([]);
});

test("whoever answers by reply without saying that they come is told to say so first", async () => {
  await post.write(about, "@stranger@reply.example", "Recording: no");
  expect(post.replies.at(-1)?.key).toBe("gatherings.answer.rsvp-first");
});

test("no event holds what anybody wrote", async () => {
  await comes(grace);
  valueOf(await answer(grace, { introduction: "Quillet-introduction", other: "Quillet-need", languages: ["ga"] }));
  expect(JSON.stringify(cast.events)).not.toMatch(/Quillet|"ga"/);
});

test("answers are deleted thirty days after the gathering, and not a day earlier", async () => {
  await comes(grace);
  valueOf(await answer(grace, { introduction: "I mend servers.", captions: true }));
  cast.clock.set("2027-04-03T18:59:00Z");
  await cast.pumpClock();
  expect(await answersOf(grace)).toBeDefined();
  cast.clock.set("2027-04-03T19:00:00Z");
  await cast.pumpClock();
  expect(await answersOf(grace)).toBe(undefined);
  expect(await needsOf(grace)).toBe(undefined);
});

test("stewards set the time, also for what is kept already; a session that moves moves it too", async () => {
  await comes(grace);
  valueOf(await answer(grace, { introduction: "I mend servers." }));
  const keep = (person: PersonId, days: number) =>
    cast.application.execute(keepAnswersFor, { communityId: community, days }, byPerson(person));
  expect(refusalKind(await keep(grace, 7))).toBe("only-stewards");
  valueOf(await keep(ada, 7));
  const time = { start: "2027-03-10T19:00", zone: "Europe/Rome", lengthMinutes: 60, reason: "Later." };
  valueOf(await cast.application.execute(moveSession, { ...about, sessionId: session, ...time }, byPerson(ada)));
  cast.clock.set("2027-03-17T18:59:00Z");
  await cast.pumpClock();
  expect(await answersOf(grace)).toBeDefined();
  cast.clock.set("2027-03-17T19:00:00Z");
  await cast.pumpClock();
  expect(await answersOf(grace)).toBe(undefined);
});

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const people = defineCommand({
  name: "test/people",
  input: z.object({ kept: z.string().optional(), joined: z.string().optional(), leaves: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, leaves }) {
    if (kept !== undefined && joined !== undefined) await gatheringPersonalData.join(context, kept, joined);
    if (leaves !== undefined) await gatheringPersonalData.forget(context, leaves);
    return accepted(null);
  },
});

test("people take their answers along, join them, and leave none behind", async () => {
  const [kept, joined] = [await cast.person("Kept"), await cast.person("Joined", "b.example")];
  await comes(joined);
  valueOf(await answer(joined, { introduction: "I mend servers.", captions: true }));
  valueOf(await cast.application.execute(people, { kept, joined }, by({ kind: "server" })));
  const exported = await gatheringPersonalData.export(read(), kept);
  expect(exported["answers"]).toMatchObject([{ introduction: "I mend servers." }]);
  expect(exported["accessNeeds"]).toMatchObject([{ captions: true }]);
  valueOf(await cast.application.execute(people, { leaves: kept }, by({ kind: "server" })));
  expect(await answersOf(kept)).toBe(undefined);
  expect(await needsOf(kept)).toBe(undefined);
});
