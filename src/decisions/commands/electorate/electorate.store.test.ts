import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { keepCircle } from "../../../circles/commands/keep-circle.ts";
import { addClass } from "../../../communities/commands/standing/add-class.ts";
import { addOrganisation } from "../../../communities/commands/standing/add-organisation.ts";
import { nameDelegate } from "../../../communities/commands/standing/name-delegate.ts";
import { setStanding } from "../../../communities/commands/standing/set-standing.ts";
import { setVotingRules } from "../../../communities/commands/standing/set-voting-rules.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { challengesOf } from "../../store/electorate/challenges.read.ts";
import { leftOutOf, serversOf } from "../../store/electorate/electorates.read.ts";
import { voicesOf } from "../../store/electorate/voices.read.ts";
import { voiceCountsOf } from "../../store/voice/spoken.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { earlierStances, electorsOf, silentElectors, stancesOf } from "../../store/proposals/stances.read.ts";
import { draftConsent } from "../consent/draft-consent.ts";
import { submitConsent } from "../consent/submit-consent.ts";
import { castNativeVote } from "../proposals/cast-native-vote.ts";
import { openProposal } from "../proposals/open-proposal.ts";
import { stateOutcome } from "../proposals/state-outcome.ts";
import { castBallot } from "../secret/cast-ballot.ts";
import { answerVoice } from "../voice/answer-voice.ts";
import { handOverVoice } from "../voice/hand-over-voice.ts";
import { answerChallenge } from "./answer-challenge.ts";
import { makeChallenge } from "./make-challenge.ts";

let cast: DecisionCast;
/** The steward, and three members, one of another server. */
let ada: PersonId;
let grace: PersonId;
let mary: PersonId;
let edith: PersonId;
let communityId: CommunityId;

const all = { after: "", limit: 100 };

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  mary = await cast.person("Mary", "other.example");
  edith = await cast.person("Edith");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace, mary, edith);
});
afterAll(() => cast.close());

const read = () => cast.application.read;

function run(command: Parameters<DecisionCast["application"]["execute"]>[0], input: unknown, by = ada) {
  return cast.application.execute(command, input, byPerson(by));
}

async function onTheList(proposalId: string): Promise<Record<string, string>> {
  const electors = await electorsOf(read(), proposalId, all);
  return Object.fromEntries(electors.map(({ personId, why }) => [personId, why]));
}

async function offTheList(proposalId: string): Promise<Record<string, string>> {
  const people = await leftOutOf(read(), proposalId, all);
  return Object.fromEntries(people.map(({ personId, why }) => [personId, why]));
}

describe("the list of a proposal", () => {
  test("holds those who have a vote, and of each other member why they have none", async () => {
    const { classId } = valueOf(
      await cast.application.execute(addClass, { communityId, name: "Associate", votes: false }, byPerson(ada)),
    );
    valueOf(await run(setStanding, { communityId, personId: grace, classId }));
    valueOf(await run(setStanding, { communityId, personId: mary, duesLapsedOn: "2027-01-01" }));
    valueOf(await run(setVotingRules, { communityId, waitingDays: 7, challengeDays: 0, reason: "New faces." }));
    const { proposalId } = await cast.proposal(ada, communityId);
    expect(await onTheList(proposalId)).toEqual({ [ada]: "member" });
    expect(await offTheList(proposalId)).toEqual({ [grace]: "class", [mary]: "dues", [edith]: "waiting" });
    expect((await proposalById(read(), proposalId))?.eligible).toBe(1);
  });

  test("stays as it was when a class, dues or waiting change afterwards", async () => {
    valueOf(await run(setStanding, { communityId, personId: mary, duesLapsedOn: "2027-01-01" }));
    const about = await cast.proposal(ada, communityId);
    valueOf(await run(setStanding, { communityId, personId: mary }));
    valueOf(await run(setStanding, { communityId, personId: grace, duesLapsedOn: "2027-01-01" }));
    expect(await cast.answer(mary, about, agree)).toMatchObject({ refusal: { kind: "not-on-the-list", why: "dues" } });
    valueOf(await cast.answer(grace, about, agree));
  });

  test("tells whoever is new from when they may answer, by web and by native poll", async () => {
    valueOf(await run(setVotingRules, { communityId, waitingDays: 7, challengeDays: 0, reason: "New faces." }));
    const about = await cast.proposal(ada, communityId);
    const refusal = { kind: "not-on-the-list", why: "waiting", from: { instant: "2027-02-08T10:00:00Z" } };
    expect(await cast.answer(edith, about, agree)).toMatchObject({ refusal });
    expect(await run(castNativeVote, { ...about, place: 0 }, edith)).toMatchObject({ refusal });
    const late = await cast.person("Late");
    await cast.join(communityId, late);
    expect(await cast.answer(late, about, agree)).toMatchObject({ refusal: { ...refusal, why: "came-later" } });
    const stranger = await cast.person("Stranger");
    expect(await cast.answer(stranger, about, agree)).toMatchObject({ refusal: { why: "no-member" } });
    cast.clock.set("2027-02-08T10:00:00Z");
    valueOf(await cast.answer(edith, await cast.proposal(ada, communityId), agree));
  });

  test("holds the stewards, a circle, or people by name, where only they are asked", async () => {
    const kept = { communityId, name: "Money", aim: "Looks after the money.", people: "@grace@social.example\nMary" };
    const { circleId } = valueOf(await cast.application.execute(keepCircle, kept, byPerson(ada)));
    const ofStewards = await cast.proposal(ada, communityId, { electorate: "stewards" });
    expect(await onTheList(ofStewards.proposalId)).toEqual({ [ada]: "steward" });
    const ofCircle = await cast.proposal(ada, communityId, { electorate: "circle", circleId });
    expect(await onTheList(ofCircle.proposalId)).toEqual({ [grace]: "circle", [mary]: "circle" });
    expect(await cast.answer(ada, ofCircle, agree)).toMatchObject({ refusal: { why: "not-in-circle" } });
    const ofNamed = await cast.proposal(ada, communityId, { electorate: "people", people: "Edith" });
    expect(await onTheList(ofNamed.proposalId)).toEqual({ [edith]: "named" });
  });

  test("is refused where it would be empty, or names nobody of this community", async () => {
    const elsewhere = await cast.community(ada);
    const made = { communityId: elsewhere, name: "Money", aim: "Money.", people: "Ada" };
    const { circleId } = valueOf(await cast.application.execute(keepCircle, made, byPerson(ada)));
    const threadId = await cast.thread(ada, communityId);
    const closesAt = cast.clock.now().add({ hours: 48 }).toString();
    const put = { communityId, threadId, title: "P", method: "stance", zone: "UTC", closesAt };
    expect(await run(openProposal, { ...put, electorate: "circle", circleId })).toMatchObject({
      refusal: { kind: "unknown-circle", field: "circleId" },
    });
    expect(await run(openProposal, { ...put, electorate: "people", people: "Nobody" })).toMatchObject({
      refusal: { kind: "people-unknown", name: "Nobody" },
    });
    expect(await run(openProposal, { ...put, electorate: "organisations" })).toMatchObject({
      refusal: { kind: "nobody-may-answer" },
    });
  });

  test("is the same for a consent process, and for who asks to answer it", async () => {
    const kept = { communityId, name: "Money", aim: "Looks after the money.", people: "Grace" };
    const { circleId } = valueOf(await cast.application.execute(keepCircle, kept, byPerson(ada)));
    const threadId = await cast.thread(ada, communityId);
    const draft = { communityId, threadId, title: "C", text: "We pay.", zone: "UTC", electorate: "circle", circleId };
    const { consentId } = valueOf(await cast.application.execute(draftConsent, draft, byPerson(ada)));
    valueOf(await run(submitConsent, { communityId, consentId }));
    expect(await onTheList(consentId)).toEqual({ [grace]: "circle" });
    expect(await offTheList(consentId)).toMatchObject({ [ada]: "not-in-circle", [mary]: "not-in-circle" });
  });
});

describe("organisations", () => {
  let about: CastProposal;

  async function organisations(said: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const speaking = [["Allmende", "Grace", "Mary"], ["Comuna", "Edith"], ["Silent"]] as const;
    for (const [name, ...delegates] of speaking) {
      const added = await cast.application.execute(addOrganisation, { communityId, name }, byPerson(ada));
      const { organisationId } = valueOf(added);
      for (const person of delegates) {
        valueOf(await run(nameDelegate, { communityId, organisationId, person, decidedBy: "Assembly" }));
      }
    }
    about = await cast.proposal(ada, communityId, { electorate: "organisations", ...said });
  }

  test("have one voice each, whoever of theirs speaks, and what was said before stays in the history", async () => {
    await organisations();
    expect((await proposalById(read(), about.proposalId))?.eligible).toBe(2);
    valueOf(await cast.answer(grace, about, disagree, "Too dear."));
    valueOf(await cast.answer(mary, about, agree));
    const stances = await stancesOf(read(), about.proposalId, { skip: 0, limit: 10 });
    expect(stances).toMatchObject([{ personId: mary, ballot: agree, changes: 1 }]);
    expect(await earlierStances(read(), about.proposalId, grace)).toMatchObject([
      { ballot: disagree, reason: "Too dear." },
    ]);
    expect((await voicesOf(read(), about.proposalId)).map(({ name, hasSpoken }) => [name, hasSpoken])).toEqual([
      ["Allmende", true],
      ["Comuna", false],
    ]);
    cast.clock.pass({ hours: 24 * 7 });
    await cast.pumpClock();
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({ answered: 1, eligible: 2 });
  });

  test("that have spoken are reminded of nothing, and who speaks for none is told so", async () => {
    await organisations();
    valueOf(await cast.answer(grace, about, agree));
    expect(await silentElectors(read(), about.proposalId, all)).toEqual([edith]);
    expect(await cast.answer(ada, about, agree)).toMatchObject({ refusal: { why: "not-a-delegate" } });
  });

  test("vote once in secret, too", async () => {
    await organisations({ secrecy: "secret" });
    valueOf(await run(castBallot, { ...about, ballot: agree, code: "1".repeat(32) }, grace));
    expect(await run(castBallot, { ...about, ballot: agree, code: "2".repeat(32) }, mary)).toMatchObject({
      refusal: { kind: "already-voted" },
    });
  });

  test("speak even where their delegate's own vote rests", async () => {
    valueOf(await run(setStanding, { communityId, personId: edith, duesLapsedOn: "2027-01-01" }));
    await organisations();
    expect(await cast.answer(edith, about, agree)).toMatchObject({ ok: true });
  });
});

describe("a challenge", () => {
  let about: CastProposal;

  async function closed(said: Readonly<Record<string, unknown>> = {}): Promise<void> {
    about = await cast.proposal(ada, communityId, { challengeDays: 3, ...said });
    valueOf(await cast.answer(grace, about, agree));
    valueOf(await cast.answer(mary, about, disagree));
    valueOf(await cast.answer(edith, about, disagree));
    cast.clock.pass({ hours: 24 * 7 });
    await cast.pumpClock();
  }

  const challenge = (aboutId: string, by = grace) =>
    run(makeChallenge, { ...about, aboutId, reason: "Left in January." }, by);

  async function answer(verdict: "upheld" | "dismissed", by = ada) {
    const [first] = await challengesOf(read(), about.proposalId);
    return run(answerChallenge, { ...about, challengeId: first?.id, verdict, answer: "We looked." }, by);
  }

  test("upheld sets the answer aside and counts again, and both verdicts are kept", async () => {
    await closed();
    expect((await outcomeOf(read(), about.proposalId))?.conclusion.verdict).toBe("not-carried");
    valueOf(await challenge(mary));
    valueOf(await answer("upheld"));
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({
      answered: 2,
      eligible: 3,
      conclusion: { verdict: "not-carried" },
    });
    valueOf(await run(makeChallenge, { ...about, aboutId: edith, reason: "So did she." }, grace));
    const [, second] = await challengesOf(read(), about.proposalId);
    valueOf(await run(answerChallenge, { ...about, challengeId: second?.id, verdict: "upheld", answer: "Yes." }));
    expect(await challengesOf(read(), about.proposalId)).toMatchObject([
      { verdict: "upheld", before: "not-carried" },
      { verdict: "upheld", before: "not-carried", after: "carried" },
    ]);
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({
      answered: 1,
      eligible: 2,
      conclusion: { verdict: "carried" },
    });
    expect(await offTheList(about.proposalId)).toMatchObject({ [mary]: "set-aside", [edith]: "set-aside" });
    expect(cast.events.map(({ name }) => name)).toContain("proposal-recounted");
  });

  test("upheld against somebody who spoke for another takes both out of the count", async () => {
    const handed = valueOf(await run(handOverVoice, { communityId, holder: mary }, edith)) as {
      readonly voiceId: string;
    };
    valueOf(await run(answerVoice, { communityId, voiceId: handed.voiceId, answer: "yes" }, mary));
    about = await cast.proposal(ada, communityId, { challengeDays: 3 });
    valueOf(await cast.answer(grace, about, agree));
    valueOf(await cast.answer(mary, about, disagree));
    cast.clock.pass({ hours: 24 * 7 });
    await cast.pumpClock();
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({ answered: 3, eligible: 4 });
    valueOf(await challenge(mary));
    valueOf(await answer("upheld"));
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({ answered: 1, eligible: 3 });
    expect(await voiceCountsOf(read(), about.proposalId)).toMatchObject({ byProxy: 0 });
  });

  test("keeps the outcome from being stated until it is answered and its days are over", async () => {
    await closed();
    const state = () => run(stateOutcome, { ...about, statement: "We go on." });
    expect(await state()).toMatchObject({ refusal: { kind: "may-be-challenged" } });
    valueOf(await challenge(""));
    cast.clock.pass({ hours: 24 * 3 });
    expect(await challenge(mary)).toMatchObject({ refusal: { kind: "not-challenged-now" } });
    expect(await state()).toMatchObject({ refusal: { kind: "may-be-challenged" } });
    valueOf(await answer("dismissed"));
    valueOf(await state());
    expect(await outcomeOf(read(), about.proposalId)).toMatchObject({ answered: 3, eligible: 4 });
  });

  test("is made by those on the list about those on it, and answered by stewards alone, once", async () => {
    await closed();
    const stranger = await cast.person("Stranger");
    expect(await challenge(mary, stranger)).toMatchObject({ refusal: { kind: "not-on-the-list" } });
    expect(await challenge(stranger)).toMatchObject({ refusal: { kind: "not-an-elector" } });
    valueOf(await challenge(mary));
    expect(await challenge(mary)).toMatchObject({ refusal: { kind: "challenge-waits" } });
    expect(await answer("upheld", grace)).toMatchObject({ refusal: { kind: "only-stewards" } });
    valueOf(await answer("dismissed"));
    expect(await answer("upheld")).toMatchObject({ refusal: { kind: "challenge-answered" } });
  });

  test("of a secret ballot is about the list alone, before closing, and spares who has voted", async () => {
    about = await cast.proposal(ada, communityId, { secrecy: "secret", challengeDays: 3 });
    expect(await challenge("")).toMatchObject({ refusal: { kind: "count-not-challenged" } });
    valueOf(await run(castBallot, { ...about, ballot: agree, code: "3".repeat(32) }, mary));
    valueOf(await challenge(mary));
    expect(await answer("upheld")).toMatchObject({ refusal: { kind: "has-voted-in-secret" } });
    valueOf(await answer("dismissed"));
    valueOf(await challenge(edith));
    const [, second] = await challengesOf(read(), about.proposalId);
    valueOf(await run(answerChallenge, { ...about, challengeId: second?.id, verdict: "upheld", answer: "Yes." }));
    expect(await run(castBallot, { ...about, ballot: agree, code: "4".repeat(32) }, edith)).toMatchObject({
      refusal: { kind: "not-on-the-list", why: "set-aside" },
    });
  });
});

test("the count says how many live on each server, of those asked and of those who answered", async () => {
  const about = await cast.proposal(ada, communityId);
  valueOf(await cast.answer(mary, about, agree));
  valueOf(await cast.answer(grace, about, agree));
  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
  expect(await serversOf(read(), about.proposalId)).toEqual([
    { host: "social.example", eligible: 3, answered: 1 },
    { host: "other.example", eligible: 1, answered: 1 },
  ]);
});
