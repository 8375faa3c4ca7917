import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../communities/index.ts";
import type { Outgoing } from "../../../kernel/federation/outgoing.ts";
import { answerChallenge } from "../../commands/electorate/answer-challenge.ts";
import { makeChallenge } from "../../commands/electorate/make-challenge.ts";
import { reopenProposal } from "../../commands/lifecycle/reopen-proposal.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { decisionOutbox } from "../outbox.ts";

type Sent = Outgoing["activity"];

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let mary: PersonId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  [ada, grace, mary] = [await cast.person("Ada"), await cast.person("Grace"), await cast.person("Mary")];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  const communityId = await cast.community(ada);
  await cast.join(communityId, grace, mary);
  about = await cast.proposal(ada, communityId, { challengeDays: 3 });
  valueOf(await cast.answer(grace, about, agree));
  valueOf(await cast.answer(mary, about, disagree));
});
afterAll(() => cast.close());

/** What the last event of this name sends to all who listen. */
async function sent(name: string): Promise<readonly Sent[]> {
  const event = cast.events.findLast((each) => each.name === name && each.payload["proposal"] === about.proposalId);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = decisionOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  return outgoing.filter(({ to }) => to.kind === "followers").map(({ activity }) => activity);
}

async function challengedIs(person: PersonId): Promise<string> {
  const said = { ...about, aboutId: person, reason: "Left in January." };
  return valueOf(await cast.application.execute(makeChallenge, said, byPerson(grace))).challengeId;
}

async function uphold(challengeId: string): Promise<void> {
  const { execute } = cast.application;
  const said = { ...about, challengeId, verdict: "upheld", answer: "So it is." };
  valueOf(await execute(answerChallenge, said, byPerson(ada)));
}

test("a count that was made again is sent to all who show the poll, and the outcome as edited", async () => {
  valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));
  cast.clock.pass({ hours: 5 });
  await uphold(await challengedIs(mary));
  const [poll, outcome, ...more] = await sent("proposal-recounted");
  expect(more).toEqual([]);
  expect(poll).toMatchObject({
    type: "Update",
    object: { type: "Question", votersCount: 1, closed: "2027-02-01T10:00:00Z" },
  });
  expect(JSON.stringify(poll)).toContain('"totalItems":1');
  // Mastodon takes an edit only where it is newer than what it has.
  expect(outcome).toMatchObject({
    type: "Update",
    object: { type: "Note", published: "2027-02-01T10:00:00Z", updated: "2027-02-01T15:00:00Z" },
  });
  expect(poll?.id).not.toBe(outcome?.id);
});

test("an answer set aside after the proposal opened again is taken out of the poll that others show", async () => {
  const { execute } = cast.application;
  valueOf(await execute(closeProposal, about, byPerson(ada)));
  const challengeId = await challengedIs(mary);
  const closesAt = cast.clock.now().add({ hours: 48 }).toString();
  valueOf(await execute(reopenProposal, { ...about, closesAt, reason: "Two were away." }, byPerson(ada)));
  cast.clock.pass({ minutes: 10 });
  await cast.pumpClock();
  await uphold(challengeId);
  cast.clock.pass({ minutes: 4 });
  await cast.pumpClock();
  expect(await sent("proposal-tallies-due")).toMatchObject([{ object: { type: "Question", votersCount: 1 } }]);
});

test("a proposal that opens again is open in the poll that others show, and its next count is an outcome of its own", async () => {
  const { execute } = cast.application;
  valueOf(await execute(closeProposal, about, byPerson(ada)));
  const [, first] = await sent("proposal-closed");
  const closesAt = cast.clock.now().add({ hours: 48 }).toString();
  valueOf(await execute(reopenProposal, { ...about, closesAt, reason: "Two were away." }, byPerson(ada)));
  const [poll] = await sent("proposal-reopened");
  expect(poll).toMatchObject({ type: "Update", object: { type: "Question", endTime: closesAt } });
  expect(JSON.stringify(poll)).not.toContain('"closed"');
  valueOf(await execute(closeProposal, about, byPerson(ada)));
  const [again, second] = await sent("proposal-closed");
  expect(again).toMatchObject({ type: "Update", object: { type: "Question", votersCount: 2 } });
  expect(second).toMatchObject({ type: "Create" });
  const outcomes = [first, second].map(
    (sending) => /proposals\/[^"]+\/outcome[^"]*/.exec(JSON.stringify(sending))?.[0],
  );
  expect(new Set(outcomes).size).toBe(2);
});
