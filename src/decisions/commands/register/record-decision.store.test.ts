import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { consentPlay } from "../../../../testing/consent-cast.ts";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { decisionOfProposal } from "../../store/register/register.read.ts";
import { answerReview } from "../consent/answer-review.ts";
import { reopenProposal } from "../lifecycle/reopen-proposal.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { recordDecision } from "./record-decision.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy");
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  about = await closed();
});
afterAll(() => cast.close());

const words = { title: "A shared moderator", text: "We pay one shared moderator for ten hours a week." };
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
const decision = (of = about) => decisionOfProposal(cast.application.read, of.proposalId);
const told = async (name: string) => {
  const id = (await decision())?.id;
  return cast.events.filter((event) => event.name === name && event.payload["decision"] === id);
};

async function closed(): Promise<CastProposal> {
  const proposal = await cast.proposal(grace, community);
  valueOf(await cast.answer(grace, proposal, agree));
  valueOf(await cast.application.execute(closeProposal, proposal, byPerson(grace)));
  return proposal;
}

const record = (said: Readonly<Record<string, unknown>> = {}, person = grace, of = about) =>
  cast.application.execute(recordDecision, { ...of, ...words, ...said }, byPerson(person));

const review = async (person: PersonId, answer: "keep" | "change" | "end", of = about) =>
  cast.application.execute(
    answerReview,
    { communityId: community, consentId: (await decision(of))?.consentId ?? "", answer },
    byPerson(person),
  );

async function on(day: string): Promise<void> {
  cast.clock.set(`${day}T09:00:00Z`);
  await cast.pumpClock();
}

describe("what a proposal decided", () => {
  test("is written down word for word once it is closed, by whoever put it forward or a steward, and once", async () => {
    const open = await cast.proposal(grace, community);
    expect(await record({}, grace, open)).toMatchObject(refusal("still-open"));
    expect(await record({}, emmy)).toMatchObject(refusal("not-the-author"));
    valueOf(await record({ responsible: "Grace", measures: "Reports answered in a day", termMonths: 3 }, ada));
    expect(await decision()).toMatchObject({
      ...words,
      responsible: "Grace",
      measures: "Reports answered in a day",
      state: "in-force",
      proposalId: about.proposalId,
      eligible: 3,
      answered: 1,
    });
    expect((await decision())?.reviewOn.toString()).toBe("2027-05-01");
    expect(await told("decision-adopted")).toMatchObject([{ payload: { counted: about.proposalId } }]);
    expect(await record()).toMatchObject(refusal("already-recorded"));
  });

  test("is written down only once nobody can challenge it any more, and then opened again by nobody", async () => {
    const challenged = await cast.proposal(grace, community, { challengeDays: 3 });
    valueOf(await cast.application.execute(closeProposal, challenged, byPerson(grace)));
    expect(await record({}, grace, challenged)).toMatchObject(refusal("may-be-challenged"));
    cast.clock.pass({ hours: 24 * 3 + 1 });
    valueOf(await record({}, grace, challenged));
    const until = cast.clock.now().add({ hours: 24 }).toString();
    const again = { ...challenged, closesAt: until, reason: "A server was down." };
    expect(await cast.application.execute(reopenProposal, again, byPerson(ada))).toMatchObject(
      refusal("outcome-stands"),
    );
  });

  test("comes back for review by itself, and is kept by the members as a short consent", async () => {
    valueOf(await record({ termMonths: 3 }));
    await on("2027-04-17");
    expect(await told("decision-review-near")).toHaveLength(1);
    await on("2027-05-01");
    expect(await decision()).toMatchObject({ state: "review-due", reviews: 1 });
    for (const person of [ada, grace, emmy]) valueOf(await review(person, "keep"));
    expect(await decision()).toMatchObject({ state: "in-force" });
    expect((await decision())?.reviewOn.toString()).toBe("2027-08-01");
  });

  test("is overdue sixty days after a review that nobody held, and expires only where a hard end was set", async () => {
    valueOf(await record({ termMonths: 1, endsOn: "2027-06-01" }));
    await on("2027-03-01");
    await on("2027-04-30");
    expect(await decision()).toMatchObject({ state: "overdue" });
    await on("2027-06-01");
    expect(await decision()).toMatchObject({ state: "expired" });
  });

  test("holds when members want it changed, until a proposal that changes it takes its place", async () => {
    valueOf(await record({ termMonths: 1 }));
    await on("2027-03-01");
    for (const person of [ada, grace, emmy]) valueOf(await review(person, "change"));
    expect(await decision()).toMatchObject({ state: "amended" });
    const drafts = cast.events.filter(
      ({ name, payload }) => name === "consent-drafted" && payload["supersedes"] !== undefined,
    );
    const draft = drafts.at(-1)?.payload["proposal"] as string;
    expect((await consentPlay(cast).state({ communityId: community, consentId: draft })).proposalId).toBeUndefined();
  });

  test("may begin on a day that is past, as was agreed, and is then due as its term says", async () => {
    valueOf(await record({ startsOn: "2026-07-15", termMonths: 6 }));
    expect(await decision()).toMatchObject({ state: "review-due" });
    expect((await decision())?.reviewOn.toString()).toBe("2027-01-15");
  });

  test("has days that go together", async () => {
    expect(await record({ startsOn: "2000-01-01" })).toMatchObject(refusal("starts-too-far"));
    expect(await record({ startsOn: "2027-05-01", reviewOn: "2027-04-01" })).toMatchObject(
      refusal("review-before-start"),
    );
    expect(await record({ reviewOn: "2027-09-01", endsOn: "2027-08-01" })).toMatchObject(refusal("ends-before-review"));
  });
});

describe("a decision that replaces another", () => {
  test("supersedes it, and what was asked about it is asked no more", async () => {
    const first = valueOf(await record({ termMonths: 1 })).decisionId;
    await on("2027-03-01");
    const later = await closed();
    const second = valueOf(await record({ replaces: first }, grace, later)).decisionId;
    expect(await decisionById(cast.application.read, first)).toMatchObject({
      state: "superseded",
      supersededBy: second,
    });
    expect(await decisionById(cast.application.read, second)).toMatchObject({ supersedes: first });
    expect(await review(ada, "keep")).toMatchObject(refusal("consent-not-now"));
    expect(await told("consent-round-closed")).toHaveLength(1);
  });

  test("replaces nothing of another community, and nothing that is over", async () => {
    const first = valueOf(await record({})).decisionId;
    const elsewhere = await cast.community(grace);
    const theirs = await cast.proposal(grace, elsewhere);
    valueOf(await cast.application.execute(closeProposal, theirs, byPerson(grace)));
    expect(await record({ replaces: first }, grace, theirs)).toMatchObject(refusal("not-to-be-replaced"));
    const second = await closed();
    valueOf(await record({ replaces: first }, grace, second));
    expect(await record({ replaces: first }, grace, await closed())).toMatchObject(refusal("not-to-be-replaced"));
  });
});
