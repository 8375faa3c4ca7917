import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { foundingOrganiser } from "../../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../../testing/koinon.ts";
import { startSnac, type Snac, type SnacUser } from "../../../../testing/snac2.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../../accounts/index.ts";
import { countFollowers, isMember } from "../../../communities/index.ts";
import { schedule } from "../../../kernel/jobs/schedule.ts";
import { openThread } from "../../commands/threads/open-thread.ts";
import { answerConsent } from "../../commands/consent/answer-consent.ts";
import { answerQuestion } from "../../commands/consent/answer-question.ts";
import { answerReview } from "../../commands/consent/answer-review.ts";
import { askForConsent } from "../../commands/consent/ask-for-consent.ts";
import { closeGatheringOfObjections } from "../../commands/consent/close-gathering-of-objections.ts";
import { tendDecisionJob } from "../../commands/consent/consent-jobs.ts";
import { draftConsent } from "../../commands/consent/draft-consent.ts";
import { judgeObjection } from "../../commands/consent/judge-objection.ts";
import { react } from "../../commands/consent/react.ts";
import { sayClear } from "../../commands/consent/say-clear.ts";
import { submitConsent } from "../../commands/consent/submit-consent.ts";
import { writeConsentVersion } from "../../commands/consent/write-consent-version.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { moveDecision } from "../../store/consent/adopted.write.ts";
import { consentById } from "../../store/consent/consents.read.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";
import { questionsOf } from "../../store/consent/rounds.read.ts";
import { actorUrl } from "../addresses.ts";
import { consentOutcomeUrl, roundUrl } from "./consent-addresses.ts";

let snac: Snac<"ana" | "ben">;
let here: RunningKoinon;
let steward: PersonId;
let about: { readonly communityId: string; readonly consentId: string };

beforeAll(async () => {
  [snac, here] = await Promise.all([
    startSnac({ users: ["ana", "ben"], address: "127.0.92.1" }),
    startKoinon({ address: "127.0.92.2" }),
  ]);
  const { personId, communityId } = await foundingOrganiser(here.koinon);
  steward = personId;
  about = { communityId, consentId: "" };
  for (const user of people()) await user.follow(community());
  await waitFor("two followers", async () => (await countFollowers(read(), communityId)) === 2, patience);
  for (const user of people()) {
    await user.directMessage(community(), "join");
    await waitFor(`${user.name} is a member`, () => belongs(user), patience);
  }
  const opened = { communityId, title: "A shared moderator", text: "Could we pay one together?", language: "en" };
  const { threadId } = valueOf(await execute(openThread, opened, byPerson(steward)));
  const draft = { communityId, threadId, zone: "Europe/Rome", title: "Pay a moderator", text: "Ten hours a week." };
  const { consentId } = valueOf(await execute(draftConsent, { ...draft, silence: "needs-all" }, byPerson(steward)));
  about = { communityId, consentId };
}, 90_000);
afterAll(async () => {
  await here?.stop();
  await snac?.stop();
});

const patience = { deadlineMs: 30_000 };
const people = () => Object.values(snac.users);
const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  here.koinon.application.execute(command, input, by);
const read = () => here.koinon.application.read;
const origin = () => new URL(here.origin);
const community = () => actorUrl(origin(), about.communityId);
const round = (kind: "clarify" | "react" | "consent" | "review", number: number) =>
  roundUrl(origin(), about.consentId, { kind, number });
const state = async () => (await consentById(read(), about.consentId))?.state;
const decision = () => decisionOfConsent(read(), about.consentId);

async function personOf(user: SnacUser): Promise<PersonId> {
  const person = await personByActor(read(), user.actorUrl);
  if (person === undefined) throw new Error(`${user.name} is nobody here yet`);
  return person;
}

async function belongs(user: SnacUser): Promise<boolean> {
  const person = await personByActor(read(), user.actorUrl);
  return person !== undefined && (await isMember(read(), about.communityId, person));
}

/** The id of the message with these words that the community sent this person, once it is there. */
function messageWith(user: SnacUser, words: string): Promise<string> {
  return waitFor(
    `“${words}” for ${user.name}`,
    async () =>
      (await user.directMessages()).find(({ content }) => typeof content === "string" && content.includes(words))?.id,
    patience,
  );
}

async function reached(wanted: string): Promise<void> {
  await waitFor(`the state ${wanted}`, async () => (await state()) === wanted, patience);
}

/** Waits until what asks has come to somebody. */
async function asked(user: SnacUser, url: string): Promise<string> {
  await user.waitFor(`${url} for ${user.name}`, async () => (await user.object(url)) !== undefined);
  return url;
}

describe("people on snac2 consent from their own accounts", { timeout: 90_000 }, () => {
  test("they ask what is not clear and get an answer, and say when it is clear", async () => {
    const { ana, ben } = snac.users;
    valueOf(await execute(submitConsent, about, byPerson(steward)));
    await ana.reply(await asked(ana, round("clarify", 1)), "Who pays for it?");
    const question = await waitFor(
      "ana's question",
      async () => (await questionsOf(read(), about.consentId))[0],
      patience,
    );
    const answer = { ...about, questionId: question.id, answer: "Each server, by its size." };
    valueOf(await execute(answerQuestion, answer, byPerson(steward)));
    await messageWith(ana, "Each server, by its size.");
    await ana.reply(round("clarify", 1), "All clear, thanks");
    await ben.reply(await asked(ben, round("clarify", 1)), "No questions");
    valueOf(await execute(sayClear, { ...about, answer: "clear" }, byPerson(steward)));
    await reached("react");
    expect(await questionsOf(read(), about.consentId)).toMatchObject([
      { text: "Who pays for it?", personId: await personOf(ana), answer: "Each server, by its size." },
    ]);
  });

  test("they react or pass, and the circle is asked for its consent", async () => {
    const { ana, ben } = snac.users;
    await ana.reply(await asked(ana, round("react", 1)), "I could sleep again.");
    await messageWith(ana, "your reaction stands");
    await ben.reply(await asked(ben, round("react", 1)), "Pass.");
    valueOf(await execute(react, { ...about, pass: "yes" }, byPerson(steward)));
    await reached("amend");
    valueOf(await execute(askForConsent, about, byPerson(steward)));
    expect(await state()).toBe("consent");
  });

  test("who objects in the poll is asked why, and the reply becomes the objection", async () => {
    const { ana, ben } = snac.users;
    await ana.vote(await asked(ana, round("consent", 1)), ["Consent"]);
    await ben.vote(await asked(ben, round("consent", 1)), ["Objection"]);
    const why = await messageWith(ben, "You object to “Pay a moderator”. Why?");
    expect(await state()).toBe("consent");
    await ben.reply(why, "Ten hours would empty our fund within a year.", "mentioned");
    await reached("objections");
    expect(await objectionsOf(read(), about.consentId)).toMatchObject([
      { personId: await personOf(ben), statement: "Ten hours would empty our fund within a year.", version: 1 },
    ]);
    await messageWith(ben, "you object, and your reason is on record");
  });

  test("the words are amended, the objector says that they will do, and all consent to the new version", async () => {
    const { ana, ben } = snac.users;
    valueOf(await execute(closeGatheringOfObjections, about, byPerson(steward)));
    const [objection] = await objectionsOf(read(), about.consentId);
    const judged = { ...about, objectionId: objection?.id ?? "", verdict: "stands" } as const;
    valueOf(await execute(judgeObjection, judged, byPerson(await personOf(ana))));
    expect(await state()).toBe("integrate");
    const text = "Six hours a week.";
    valueOf(await execute(writeConsentVersion, { ...about, title: "Pay a moderator", text }, byPerson(steward)));
    await ben.reply(await messageWith(ben, "a new version, number 2"), "Yes, that works", "mentioned");
    await reached("consent");
    await ben.vote(await asked(ben, round("consent", 2)), ["Consent"]);
    await ana.reply(await asked(ana, round("consent", 2)), "concern: who fills in on holidays?");
    await messageWith(ana, "you consent with a concern");
    valueOf(await execute(answerConsent, { ...about, answer: "consent", version: 2 }, byPerson(steward)));
    await reached("adopted");
    expect(await decision()).toMatchObject({ state: "in-force", version: 2, text, answered: 3 });
    await asked(ana, consentOutcomeUrl(origin(), about.consentId));
  });

  test("the review comes back with the concern as a question, and the circle keeps what it decided", async () => {
    const { ana, ben } = snac.users;
    const adopted = await decision();
    if (adopted === undefined) throw new Error("nothing was decided");
    const now = here.koinon.application.clock();
    const reviewOn = now.toZonedDateTimeISO("Europe/Rome").toPlainDate();
    // Half a year goes by: the signatures of a real server are judged by the real clock, so the day of the review comes to it.
    await here.koinon.application.database.write(async (transaction) => {
      await moveDecision(transaction, adopted.id, { reviewOn }, now);
      const payload = { communityId: about.communityId, decisionId: adopted.id };
      await schedule(transaction, [{ kind: tendDecisionJob, key: adopted.id, due: now, payload }]);
    });
    const review = await ana.object(await asked(ana, round("review", 1)));
    expect(review?.["content"]).toContain("who fills in on holidays?");
    await ana.vote(round("review", 1), ["Keep"]);
    await ben.reply(await asked(ben, round("review", 1)), "end: it costs too much");
    // Whoever thinks better of it answers what they were just told.
    await ben.reply(await messageWith(ben, "end it"), "keep: it works", "mentioned");
    await messageWith(ben, "keep it");
    valueOf(await execute(answerReview, { ...about, answer: "keep" }, byPerson(steward)));
    await waitFor("the decision to be kept", async () => (await decision())?.state === "in-force", patience);
    expect((await decision())?.reviewOn.toString()).toBe(reviewOn.add({ months: 6 }).toString());
  });

  test("no message has come twice", async () => {
    for (const user of people()) {
      const texts = (await user.directMessages())
        .filter((message) => message.attributedTo === community() && message["type"] === "Note")
        .map(({ content }) => content);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
