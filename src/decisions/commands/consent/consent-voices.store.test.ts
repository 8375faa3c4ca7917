import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { consentPlay, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { voicesPlay, type VoicesPlay } from "../../../../testing/voices-cast.ts";
import { endOrganisation } from "../../../communities/commands/standing/end-organisation.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { consentVoiceNotices } from "../../notices/consent-voices.ts";
import { decisionOfConsent } from "../../store/consent/adopted.read.ts";
import { objectionsOf, remarksOn } from "../../store/consent/objections.read.ts";
import { answersOf } from "../../store/consent/rounds.read.ts";
import { silentVoices } from "../../store/consent/voices.read.ts";
import { leftOutOf } from "../../store/electorate/electorates.read.ts";
import { voicesListed } from "../../store/electorate/voices.read.ts";
import { answerReview } from "./answer-review.ts";
import { closeGatheringOfObjections } from "./close-gathering-of-objections.ts";
import { confirmVersion } from "./confirm-version.ts";
import { judgeObjection } from "./judge-objection.ts";
import { settleOwnObjection } from "./settle-own-objection.ts";
import { speakersOn } from "./speakers.ts";
import { submitConsent } from "./submit-consent.ts";
import { writeConsentVersion } from "./write-consent-version.ts";

let cast: DecisionCast;
let play: ConsentPlay;
/** The steward, who speaks for nobody. */
let ada: PersonId;
/** Two who speak for Allmende, one for Comuna, one for Fjord, and one who may come after. */
let grace: PersonId;
let mary: PersonId;
let edith: PersonId;
let noa: PersonId;
let later: PersonId;
let community: CommunityId;
let about: CastConsent;
let voices: VoicesPlay;
let organisations: Readonly<Record<"allmende" | "comuna" | "fjord", string>>;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  voices = voicesPlay(cast, ada);
  [grace, mary, edith, noa, later] = [
    await cast.person("Grace"),
    await cast.person("Mary"),
    await cast.person("Edith"),
    await cast.person("Noa"),
    await cast.person("Later"),
  ];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, mary, edith, noa, later);
  organisations = {
    allmende: await voices.organisation(community, "Allmende", grace, mary),
    comuna: await voices.organisation(community, "Comuna", edith),
    fjord: await voices.organisation(community, "Fjord", noa),
  };
  about = await play.draft(ada, community, { electorate: "organisations" });
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const toConsent = () => play.toConsent(about, ada, [grace, edith, noa]);
const answers = async () => {
  const { version } = await play.state(about);
  const round = { consentId: about.consentId, kind: "consent", answersTo: version } as const;
  return answersOf(read(), round, { skip: 0, limit: 50 });
};
const state = async () => (await play.state(about)).state;
const refusal = (kind: string, more = {}) => ({ ok: false, refusal: { kind, ...more } });

describe("a consent process of organisations", () => {
  test("asks each once, by name, and says of every other member why they are not asked", async () => {
    valueOf(await play.act(ada, submitConsent, about));
    expect((await play.state(about)).eligible).toBe(3);
    expect((await voicesListed(read(), about.consentId)).map(({ name }) => name)).toEqual([
      "Allmende",
      "Comuna",
      "Fjord",
    ]);
    const leftOut = await leftOutOf(read(), about.consentId, { after: "", limit: 50 });
    expect(new Map(leftOut.map(({ personId, why }) => [personId, why]))).toEqual(
      new Map([
        [ada, "not-a-delegate"],
        [later, "not-a-delegate"],
      ]),
    );
  });

  test("is not put before the circle while nobody speaks for any", async () => {
    for (const [name, ...delegates] of [
      ["allmende", grace, mary],
      ["comuna", edith],
      ["fjord", noa],
    ] as const) {
      for (const delegate of delegates) await voices.speaksNoMore(community, organisations[name], delegate);
    }
    expect(await play.act(ada, submitConsent, about)).toMatchObject(refusal("nobody-may-answer"));
  });

  test("is adopted once each has consented, whichever of its delegates said so", async () => {
    await toConsent();
    valueOf(await play.answer(mary, about, "consent"));
    valueOf(await play.answer(edith, about, "consent"));
    expect(await play.answer(ada, about, "consent")).toMatchObject(
      refusal("not-on-the-list", { why: "not-a-delegate" }),
    );
    expect(await state()).toBe("consent");
    valueOf(await play.answer(noa, about, "consent"));
    expect(await state()).toBe("adopted");
    expect(await decisionOfConsent(read(), about.consentId)).toMatchObject({ answered: 3, eligible: 3 });
  });

  test("takes the last word of an organisation for its word, and counts one", async () => {
    await toConsent();
    valueOf(await play.answer(grace, about, "concern", "Who looks after it in summer?"));
    valueOf(await play.answer(mary, about, "consent"));
    expect(await answers()).toMatchObject([
      { personId: mary, onBehalfOf: organisations.allmende, answer: "consent", words: "" },
    ]);
    const round = { consentId: about.consentId, kind: "consent", answersTo: 1 } as const;
    expect((await silentVoices(read(), round, about.consentId, 5)).map(({ name }) => name)).toEqual([
      "Comuna",
      "Fjord",
    ]);
  });

  test("counts silence in organisations: two of three are a quorum of half", async () => {
    await toConsent();
    valueOf(await play.answer(grace, about, "consent"));
    valueOf(await play.answer(mary, about, "consent"));
    cast.clock.pass({ hours: 24 * 5 });
    await cast.pumpClock();
    expect(await state()).toBe("failed-quorum");

    about = await play.draft(ada, community, { electorate: "organisations" });
    await toConsent();
    valueOf(await play.answer(grace, about, "consent"));
    valueOf(await play.answer(noa, about, "consent"));
    cast.clock.pass({ hours: 24 * 5 });
    await cast.pumpClock();
    expect(await state()).toBe("adopted");
  });

  test("keeps one objection of an organisation, which any who speak for it word, answer and take back", async () => {
    await toConsent();
    valueOf(await play.answer(grace, about, "objection", "We cannot pay it."));
    valueOf(await play.answer(mary, about, "objection", "We cannot pay it in winter."));
    const [record, ...others] = await objectionsOf(read(), about.consentId);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ onBehalfOf: organisations.allmende, statement: "We cannot pay it in winter." });
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const judging = { objectionId: record?.id, verdict: "stands" };
    expect(await play.act(mary, judgeObjection, about, judging)).toMatchObject(refusal("not-your-own-objection"));
    valueOf(await play.act(edith, judgeObjection, about, judging));
    expect(await remarksOn(read(), [record?.id ?? ""])).toMatchObject([{ onBehalfOf: organisations.comuna }]);
    expect(await state()).toBe("integrate");
    const better = { title: "A shared moderator", text: "Six hours a week.", integration: "narrow-scope" };
    valueOf(await play.act(mary, writeConsentVersion, about, better));
    expect(await play.act(edith, confirmVersion, about, { will: "yes" })).toMatchObject(refusal("only-the-objector"));
    valueOf(await play.act(mary, confirmVersion, about, { will: "yes" }));
    expect(await state()).toBe("consent");
    valueOf(await play.answer(mary, about, "objection", "Still too dear."));
    const [second] = await objectionsOf(read(), about.consentId);
    const back = { objectionId: second?.id, as: "withdrawn" };
    expect(await play.act(noa, settleOwnObjection, about, back)).toMatchObject(refusal("only-the-objector"));
    valueOf(await play.act(grace, settleOwnObjection, about, back));
    expect(await state()).toBe("consent");
  });

  test("turns a record into a concern by organisations, not by the number of those who speak for one", async () => {
    await toConsent();
    valueOf(await play.answer(edith, about, "objection", "Nobody asked us."));
    valueOf(await play.act(ada, closeGatheringOfObjections, about));
    const [record] = await objectionsOf(read(), about.consentId);
    const judging = { objectionId: record?.id, verdict: "concern" };
    valueOf(await play.act(grace, judgeObjection, about, judging));
    valueOf(await play.act(mary, judgeObjection, about, judging));
    expect(await state()).toBe("test");
    valueOf(await play.act(noa, judgeObjection, about, judging));
    expect(await state()).toBe("consent");
  });
});

describe("whoever speaks for an organisation", () => {
  test("can change while it runs: the new one answers, the old one does so no more, and what was said stays", async () => {
    await toConsent();
    valueOf(await play.answer(edith, about, "concern", "Is it legal?"));
    await voices.speaksNoMore(community, organisations.comuna, edith);
    await voices.speaks(community, organisations.comuna, later);
    expect(await play.answer(edith, about, "consent")).toMatchObject(
      refusal("not-on-the-list", { why: "speaks-no-more" }),
    );
    expect(await answers()).toMatchObject([{ personId: edith, answer: "concern" }]);
    valueOf(await play.answer(later, about, "consent"));
    expect(await answers()).toMatchObject([{ personId: later, onBehalfOf: organisations.comuna }]);
  });

  test("inherits the objection of whoever spoke before", async () => {
    await toConsent();
    valueOf(await play.answer(edith, about, "objection", "Is it legal?"));
    await voices.speaksNoMore(community, organisations.comuna, edith);
    await voices.speaks(community, organisations.comuna, later);
    const [record] = await objectionsOf(read(), about.consentId);
    valueOf(await play.act(later, settleOwnObjection, about, { objectionId: record?.id, as: "concern" }));
    expect(await answers()).toMatchObject([{ onBehalfOf: organisations.comuna, answer: "concern" }]);
  });

  test("speaks within their days alone", async () => {
    await toConsent();
    await voices.speaks(community, organisations.comuna, later, { from: "2027-02-03" });
    expect(await play.answer(later, about, "consent")).toMatchObject(refusal("not-on-the-list"));
    cast.clock.set("2027-02-03T10:00:00Z");
    valueOf(await play.answer(later, about, "consent"));
  });

  test("still does for one that left the community's list while it runs", async () => {
    await toConsent();
    const left = { communityId: community, organisationId: organisations.fjord };
    valueOf(await cast.application.execute(endOrganisation, left, byPerson(ada)));
    valueOf(await play.answer(noa, about, "consent"));
    expect(await answers()).toMatchObject([{ personId: noa, onBehalfOf: organisations.fjord }]);
  });

  test("is told what waits for them when they come to it", async () => {
    await toConsent();
    await voices.speaks(community, organisations.comuna, later);
    const event = cast.events.findLast(({ name }) => name === "delegate-named");
    const [source] = consentVoiceNotices;
    if (event === undefined || source === undefined) throw new Error("nothing to tell");
    expect(await source.notices(cast.application, event)).toMatchObject([
      {
        personId: later,
        key: "decisions.consent-voices.notice.speaks-consent",
        matter: `consent-round:${about.consentId}:consent:1`,
        values: { organisation: "Comuna", title: "A shared moderator" },
      },
    ]);
  });

  test("is asked anew at the review, one voice each", async () => {
    await toConsent();
    for (const person of [grace, edith, noa]) valueOf(await play.answer(person, about, "consent"));
    cast.clock.set("2027-08-01T10:00:00Z");
    await cast.pumpClock();
    const list = { communityId: community, listId: `${about.consentId}/review/1` };
    const people = new Set<PersonId>();
    for await (const { personId } of speakersOn(read(), list, cast.clock.now())) people.add(personId);
    expect(people).toEqual(new Set([grace, mary, edith, noa]));
    expect(await play.act(ada, answerReview, about, { answer: "keep" })).toMatchObject(refusal("not-on-the-list"));
    for (const person of [grace, mary, edith]) valueOf(await play.act(person, answerReview, about, { answer: "keep" }));
    expect((await decisionOfConsent(read(), about.consentId))?.state).toBe("review-due");
    valueOf(await play.act(noa, answerReview, about, { answer: "keep" }));
    expect((await decisionOfConsent(read(), about.consentId))?.state).toBe("in-force");
  });
});
