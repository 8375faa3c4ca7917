import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { consentPlay, draftText, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";
import { questionsOf } from "../../store/consent/rounds.read.ts";
import { answerConsent } from "./answer-consent.ts";
import { answerMotion } from "./answer-motion.ts";
import { answerQuestion } from "./answer-question.ts";
import { askForConsent } from "./ask-for-consent.ts";
import { askForTime } from "./ask-for-time.ts";
import { askQuestion } from "./ask-question.ts";
import { closeGatheringOfObjections } from "./close-gathering-of-objections.ts";
import { confirmVersion } from "./confirm-version.ts";
import { editDraft } from "./edit-draft.ts";
import { giveReason } from "./give-reason.ts";
import { judgeObjection } from "./judge-objection.ts";
import { openRounds } from "./open-rounds.ts";
import { putMotion } from "./put-motion.ts";
import { react } from "./react.ts";
import { referConsent } from "./refer-consent.ts";
import { sayClear } from "./say-clear.ts";
import { settleOwnObjection } from "./settle-own-objection.ts";
import { submitConsent } from "./submit-consent.ts";
import { takeBackConsent } from "./take-back-consent.ts";
import { versionHash } from "./version-hash.ts";
import { writeConsentVersion } from "./write-consent-version.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let joan: PersonId;
let stranger: PersonId;
let community: CommunityId;
let about: CastConsent;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
  joan = await cast.person("Joan");
  stranger = await cast.person("Stranger");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy, joan);
  about = await play.draft(ada, community);
});
afterAll(() => cast.close());

const circle = () => [ada, grace, emmy, joan];
const state = async () => (await play.state(about)).state;
const days = async (count: number) => {
  cast.clock.pass({ hours: 24 * count });
  await cast.pumpClock();
};
const records = () => objectionsOf(cast.application.read, about.consentId);
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
const better = { title: "A shared moderator", text: "We pay one shared moderator for six hours a week." };

describe("a consent process", () => {
  test("goes by questions and reactions to consent, and is adopted once all consent", async () => {
    await play.toConsent(about, ada, circle());
    expect(await state()).toBe("consent");
    for (const person of circle()) valueOf(await play.answer(person, about, "consent"));
    expect(await state()).toBe("adopted");
    const decision = await decisionOfConsent(cast.application.read, about.consentId);
    expect(decision).toMatchObject({ state: "in-force", version: 1, text: draftText, answered: 4, eligible: 4 });
    expect(decision?.reviewOn.toString()).toBe("2027-08-01");
    const content = { title: "A shared moderator", text: draftText, measures: "", responsible: "", termMonths: 6 };
    expect(decision?.versionHash).toBe(versionHash(about.consentId, 1, content));
    expect(cast.events.at(-1)?.name).toBe("decision-begun");
    expect(cast.events.map(({ name }) => name)).toContain("decision-adopted");
  });

  test("waits for a facilitator, who sees whether it lies in the circle's domain, and for nobody longer than a day", async () => {
    const hers = await play.draft(grace, community);
    valueOf(await play.act(grace, submitConsent, hers));
    expect((await play.state(hers)).state).toBe("present");
    expect(await play.act(grace, openRounds, hers)).toMatchObject(refusal("only-facilitators"));
    const other = await play.draft(grace, community);
    valueOf(await play.act(grace, submitConsent, other));
    valueOf(await play.act(ada, referConsent, other, { reason: "That is for the money circle." }));
    expect((await play.state(other)).state).toBe("referred");
    await days(1);
    expect((await play.state(hers)).state).toBe("clarify");
  });

  test("keeps its rules once it is before the circle", async () => {
    expect(await play.act(grace, editDraft, about, { ...better })).toMatchObject(refusal("only-the-author"));
    valueOf(await play.act(ada, editDraft, about, { ...better, silence: "needs-all" }));
    valueOf(await play.act(ada, submitConsent, about));
    const again = await play.act(ada, editDraft, about, { ...better, silence: "quorum" });
    expect(again).toMatchObject(refusal("consent-not-now"));
    expect((await play.state(about)).rule.kind).toBe("needs-all");
  });

  test("keeps the round of questions open for one that nobody answered, but not beyond a week", async () => {
    valueOf(await play.act(ada, submitConsent, about));
    valueOf(await play.act(grace, askQuestion, about, { text: "Who pays?" }));
    await days(4);
    expect(await state()).toBe("clarify");
    const [question] = await questionsOf(cast.application.read, about.consentId);
    const answered = { questionId: question?.id, answer: "Each server." };
    expect(await play.act(emmy, answerQuestion, about, answered)).toMatchObject(refusal("only-the-author"));
    valueOf(await play.act(ada, answerQuestion, about, answered));
    expect(await state()).toBe("react");

    const other = await play.draft(ada, community);
    valueOf(await play.act(ada, submitConsent, other));
    valueOf(await play.act(grace, askQuestion, other, { text: "Who pays?" }));
    await days(3);
    expect((await play.state(other)).state).toBe("clarify");
    await days(4);
    expect((await play.state(other)).state).toBe("react");
  });

  test("goes on by the clock where people are silent, and refuses what comes late even if the clock is late too", async () => {
    valueOf(await play.act(ada, submitConsent, about));
    cast.clock.pass({ hours: 24 * 3 });
    expect(await play.act(grace, sayClear, about, { answer: "clear" })).toMatchObject(refusal("consent-not-now"));
    valueOf(await play.act(grace, react, about, { text: "I like it." }));
    expect(await state()).toBe("react");
    await days(3);
    expect(await state()).toBe("amend");
    await days(2);
    expect(await state()).toBe("consent");
  });

  test("is asked of those who were members when it was submitted, and of nobody else", async () => {
    await play.toConsent(about, ada, circle());
    await cast.join(community, stranger);
    expect(await play.answer(stranger, about, "consent")).toMatchObject(refusal("not-on-the-list"));
    expect(await play.answer(grace, { ...about, communityId: "other" }, "consent")).toMatchObject(refusal("not-found"));
  });
});

describe("silence", () => {
  test.each([
    ["needs-all", 3, "failed-quorum"],
    ["quorum", 1, "failed-quorum"],
    ["quorum", 2, "adopted"],
    ["not-present", 1, "failed-quorum"],
    ["not-present", 2, "adopted"],
  ])("under %s, with %i of four answers when the time is over, makes it %s", async (silence, answers, ending) => {
    about = await play.draft(ada, community, { silence, quorumPercent: 50 });
    await play.toConsent(about, ada, circle());
    for (const person of circle().slice(0, answers)) valueOf(await play.answer(person, about, "consent"));
    expect(await state()).toBe("consent");
    await days(5);
    expect(await state()).toBe(ending);
  });

  test("lasts two days longer for whoever needs time, once", async () => {
    await play.toConsent(about, ada, circle());
    valueOf(await play.act(grace, askForTime, about));
    expect(await play.act(emmy, askForTime, about)).toMatchObject(refusal("time-already-given"));
    await days(6);
    expect(await state()).toBe("consent");
    await days(1);
    expect(await state()).toBe("failed-quorum");
  });
});

describe("an objection", () => {
  const object = async () => {
    await play.toConsent(about, ada, circle());
    valueOf(await play.answer(grace, about, "objection", "Ten hours empty our fund within a year."));
  };

  test("needs a reason, and begins the gathering of objections at once", async () => {
    await play.toConsent(about, ada, circle());
    expect(await play.answer(grace, about, "objection")).toMatchObject(refusal("objection-without-reason"));
    valueOf(await play.answer(emmy, about, "consent"));
    valueOf(await play.answer(grace, about, "objection", "Ten hours empty our fund within a year."));
    expect(await state()).toBe("objections");
    valueOf(await play.answer(joan, about, "objection", "Nobody was asked."));
    expect(await records()).toMatchObject([
      { personId: joan, cycle: 1, state: "untested" },
      { personId: grace, cycle: 1, version: 1, kind: "harm-to-aim" },
    ]);
  });

  test("is integrated into a version that its objector confirms, and the circle is asked anew", async () => {
    await object();
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const [record] = await records();
    valueOf(await play.act(emmy, judgeObjection, about, { objectionId: record?.id, verdict: "stands" }));
    expect(await state()).toBe("integrate");
    const same = { title: "A shared moderator", text: draftText };
    expect(await play.act(ada, writeConsentVersion, about, same)).toMatchObject(refusal("nothing-changed"));
    expect(await play.act(joan, writeConsentVersion, about, better)).toMatchObject(refusal("not-the-author"));
    expect(await play.act(grace, confirmVersion, about, { will: "yes" })).toMatchObject(refusal("consent-not-now"));
    valueOf(await play.act(ada, writeConsentVersion, about, { ...better, integration: "narrow-scope" }));
    expect(await play.act(emmy, confirmVersion, about, { will: "yes" })).toMatchObject(refusal("only-the-objector"));
    valueOf(await play.act(grace, confirmVersion, about, { will: "yes" }));
    expect(await state()).toBe("consent");
    expect(await records()).toMatchObject([
      { state: "resolved", resolvedHow: "narrow-scope", resolvedVersion: 2, confirmed: { version: 2, will: true } },
    ]);
    const old = await play.act(emmy, answerConsent, about, {
      answer: "consent",
      version: 1,
    });
    expect(old).toMatchObject(refusal("version-replaced"));
    for (const person of circle()) valueOf(await play.answer(person, about, "consent"));
    const decision = await decisionOfConsent(cast.application.read, about.consentId);
    expect(decision).toMatchObject({ version: 2, text: better.text });
  });

  test("is turned into a concern by the circle, never by those alone who facilitate or wrote it", async () => {
    await object();
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const [record] = await records();
    const judge = (person: PersonId) =>
      play.act(person, judgeObjection, about, { objectionId: record?.id, verdict: "concern" });
    expect(await judge(grace)).toMatchObject(refusal("not-your-own-objection"));
    valueOf(await judge(ada));
    expect(await state()).toBe("test");
    valueOf(await judge(emmy));
    expect(await state()).toBe("consent");
    expect(await records()).toMatchObject([{ state: "concern", testedBy: "circle" }]);
    for (const person of [ada, emmy, joan]) valueOf(await play.answer(person, about, "consent"));
    expect(await state()).toBe("adopted");
  });

  test("that nobody tested stays one when the time is over", async () => {
    await object();
    await days(2);
    expect(await state()).toBe("test");
    await days(2);
    expect(await state()).toBe("integrate");
    expect(await records()).toMatchObject([{ state: "qualified", testedBy: "time" }]);
    await days(5);
    expect(await state()).toBe("parked");
  });

  test("is taken back by its objector alone, and then the circle is asked again", async () => {
    await object();
    const [record] = await records();
    const taken = { objectionId: record?.id, as: "withdrawn" };
    expect(await play.act(ada, settleOwnObjection, about, taken)).toMatchObject(refusal("only-the-objector"));
    valueOf(await play.act(grace, settleOwnObjection, about, taken));
    expect(await state()).toBe("consent");
    expect((await play.state(about)).turn).toBe(2);
  });

  test("picked in a poll waits for its reason, which then is its record", async () => {
    await play.toConsent(about, ada, circle());
    const picked = await play.act(grace, answerConsent, about, { answer: "objection", by: "native-poll" });
    expect(picked).toMatchObject({ ok: true, value: { waits: true } });
    expect(await state()).toBe("consent");
    for (const person of [ada, emmy, joan]) valueOf(await play.answer(person, about, "consent"));
    expect(await state()).toBe("consent");
    await days(5);
    expect(await state()).toBe("consent");
    valueOf(await play.act(grace, giveReason, about, { words: "It is too dear.", by: "reply" }));
    expect(await state()).toBe("objections");
    expect(await records()).toMatchObject([{ statement: "It is too dear." }]);
  });

  test("without a reason stops nothing in the end, and is kept as a concern", async () => {
    await play.toConsent(about, ada, circle());
    valueOf(await play.act(grace, answerConsent, about, { answer: "objection", by: "native-poll" }));
    valueOf(await play.answer(emmy, about, "consent"));
    await days(5);
    await days(2);
    expect(await state()).toBe("adopted");
  });

  test("a third time asks the circle for another way before a further version", async () => {
    await object();
    for (const hours of [6, 5, 4]) {
      valueOf(await play.act(ada, closeGatheringOfObjections, about));
      for (const { id } of (await records()).filter((record) => record.state === "untested")) {
        valueOf(await play.act(emmy, judgeObjection, about, { objectionId: id, verdict: "stands" }));
      }
      if (hours === 4) break;
      const text = `We pay one shared moderator for ${hours} hours a week.`;
      valueOf(await play.act(ada, writeConsentVersion, about, { ...better, text }));
      valueOf(await play.act(grace, confirmVersion, about, { will: "yes" }));
      valueOf(await play.answer(grace, about, "objection", "Still too dear."));
    }
    expect((await play.state(about)).cycle).toBe(3);
    expect(await play.act(ada, writeConsentVersion, about, better)).toMatchObject(refusal("another-way-first"));
    valueOf(await play.act(ada, putMotion, about, { subject: "other-method", words: "Let us vote." }));
    valueOf(await play.act(joan, answerMotion, about, { answer: "no" }));
    valueOf(await play.act(ada, writeConsentVersion, about, better));
    valueOf(await play.act(ada, putMotion, about, { subject: "other-method", words: "Let us vote." }));
    for (const person of circle()) valueOf(await play.act(person, answerMotion, about, { answer: "yes" }));
    expect(await state()).toBe("other-method");
  });
});

describe("the author", () => {
  test("takes the proposal back or parks it, at any time before it is decided", async () => {
    await play.toConsent(about, ada, circle());
    const taken = { how: "park", reason: "After the summer." };
    expect(await play.act(grace, takeBackConsent, about, taken)).toMatchObject(refusal("only-the-author"));
    valueOf(await play.act(ada, takeBackConsent, about, taken));
    expect(await play.state(about)).toMatchObject({ state: "parked", endingReason: "After the summer." });
    expect(await play.act(ada, takeBackConsent, about, taken)).toMatchObject(refusal("consent-not-now"));
    expect(await play.act(ada, askForConsent, about)).toMatchObject(refusal("consent-not-now"));
  });
});
