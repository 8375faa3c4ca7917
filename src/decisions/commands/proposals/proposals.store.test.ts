import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  abstain,
  agree,
  block,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { composedBallot } from "../../federation/composed-ballot.ts";
import { optionPlace } from "../../federation/option-labels.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { countedBallots, earlierStances } from "../../store/proposals/stances.read.ts";
import { castNativeVote } from "./cast-native-vote.ts";
import { closeProposal } from "./close-proposal.ts";
import { openProposal } from "./open-proposal.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let late: PersonId;
let community: CommunityId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  [ada, grace, emmy, late] = (await Promise.all(["Ada", "Grace", "Emmy", "Late"].map((name) => cast.person(name)))) as [
    PersonId,
    PersonId,
    PersonId,
    PersonId,
  ];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  about = await cast.proposal(ada, community);
});
afterAll(() => cast.close());

const outcome = async () => (await outcomeOf(cast.application.read, about.proposalId))?.conclusion.verdict;
const counts = async () => countedBallots(cast.application.read, about.proposalId);

describe("a proposal", () => {
  test("is answered by those who were members when it opened, and by nobody who joined later", async () => {
    await cast.join(community, late);
    expect(await cast.answer(grace, about, agree)).toMatchObject({ ok: true });
    expect(await cast.answer(late, about, block)).toMatchObject({ ok: false, refusal: { kind: "not-on-the-list" } });
    expect(await counts()).toEqual([{ ballot: agree, count: 1 }]);
  });

  test("counts the last answer of each person, and keeps what they said before", async () => {
    await cast.answer(grace, about, agree, "It helps.");
    await cast.answer(grace, about, disagree, "Too dear.");
    expect(await counts()).toEqual([{ ballot: disagree, count: 1 }]);
    const earlier = await earlierStances(cast.application.read, about.proposalId, grace);
    expect(earlier).toMatchObject([{ ballot: agree, reason: "It helps." }]);
  });

  test("is closed and counted by the clock at its time", async () => {
    await cast.answer(ada, about, agree);
    await cast.answer(grace, about, agree);
    await cast.answer(emmy, about, abstain);
    cast.clock.pass({ hours: 24 * 7 });
    await cast.pumpClock();
    expect(await outcome()).toBe("carried");
    expect((await proposalById(cast.application.read, about.proposalId))?.closedAt?.toString()).toBe(
      "2027-02-08T10:00:00Z",
    );
  });

  test("refuses a late answer even if the closing job has not run", async () => {
    cast.clock.pass({ hours: 24 * 7 });
    expect(await cast.answer(grace, about, agree)).toMatchObject({ ok: false, refusal: { kind: "voting-closed" } });
    expect(await counts()).toEqual([]);
  });

  test("is stopped by one block, however many agree", async () => {
    await cast.answer(ada, about, agree);
    await cast.answer(grace, about, agree);
    await cast.answer(emmy, about, block, "It would split us.");
    await cast.application.execute(closeProposal, about, byPerson(ada));
    expect(await outcome()).toBe("not-carried");
  });

  test("without its quorum holds nothing, and says how many people were missing", async () => {
    about = await cast.proposal(ada, community, { quorumPercent: 67 });
    await cast.answer(ada, about, agree);
    await cast.application.execute(closeProposal, about, byPerson(ada));
    const { conclusion } = (await outcomeOf(cast.application.read, about.proposalId)) ?? {};
    expect(conclusion?.verdict).toBe("no-quorum");
    expect(conclusion?.why[0]?.values).toEqual({ needed: 3, answered: 1, eligible: 3, missing: 2 });
  });

  test("takes a vote of the native poll, and a later answer on the web over it", async () => {
    const vote = (place: number) => cast.application.execute(castNativeVote, { ...about, place }, byPerson(grace));
    expect(await vote(0)).toMatchObject({ ok: true });
    await cast.answer(grace, about, disagree);
    expect(await counts()).toEqual([{ ballot: disagree, count: 1 }]);
    expect(await vote(9)).toMatchObject({ ok: false });
    expect(await counts()).toEqual([{ ballot: disagree, count: 1 }]);
  });

  test("lists “none of these” in its native poll where it offers it, and takes it as an answer", async () => {
    const said = { method: "single-choice", options: ["Pear", "Plum"], settings: { none: true } };
    about = await cast.proposal(ada, community, said);
    const poll = await composedBallot(cast.application, about.proposalId, undefined);
    expect(poll?.["oneOf"]).toMatchObject(["Pear", "Plum", "None of these"].map((name) => ({ name })));
    const proposal = await proposalById(cast.application.read, about.proposalId);
    const place = proposal === undefined ? -1 : optionPlace(proposal, "None of these");
    const vote = await cast.application.execute(castNativeVote, { ...about, place }, byPerson(grace));
    expect(vote).toMatchObject({ ok: true, value: { ballot: { choice: "none" } } });
    const counted = await composedBallot(cast.application, about.proposalId, undefined);
    expect(counted?.["oneOf"]).toMatchObject([0, 0, 1].map((totalItems) => ({ replies: { totalItems } })));
  });

  test("is closed or taken back by its author and stewards alone", async () => {
    const closing = await cast.application.execute(closeProposal, about, byPerson(grace));
    expect(closing).toMatchObject({ ok: false, refusal: { kind: "not-the-author" } });
    expect(await cast.application.execute(withdrawProposal, about, byPerson(ada))).toMatchObject({ ok: true });
    expect(await cast.answer(grace, about, agree)).toMatchObject({
      ok: false,
      refusal: { kind: "proposal-withdrawn" },
    });
    cast.clock.pass({ hours: 24 * 8 });
    await cast.pumpClock();
    expect(await outcome()).toBeUndefined();
  });

  test("refuses to close sooner than in an hour or later than in a year, and what its method cannot be", async () => {
    const threadId = await cast.thread(ada, community);
    const put = (said: Readonly<Record<string, unknown>>) =>
      cast.application.execute(
        openProposal,
        {
          communityId: community,
          threadId,
          title: "T",
          method: "stance",
          zone: "UTC",
          closesAt: "2027-02-05T10:00:00Z",
          ...said,
        },
        byPerson(ada),
      );
    expect(await put({ closesAt: "2027-02-01T10:30:00Z" })).toMatchObject({ refusal: { kind: "closes-too-soon" } });
    expect(await put({ closesAt: "2029-02-01T10:30:00Z" })).toMatchObject({ refusal: { kind: "closes-too-late" } });
    expect(await put({ method: "acclamation" })).toMatchObject({ refusal: { kind: "unknown-method" } });
    expect(await put({ settings: { share: "most" } })).toMatchObject({ refusal: { kind: "share-unreadable" } });
    expect(await put({ method: "approval", options: [] })).toMatchObject({ refusal: { kind: "too-few-options" } });
    const alike = { method: "approval", options: ["Pear", "pear "] };
    expect(await put(alike)).toMatchObject({ refusal: { kind: "option-twice", field: "options" } });
    expect(await put({})).toMatchObject({ ok: true });
  });

  test("asks for a reason where its rules do", async () => {
    about = await cast.proposal(ada, community, { reasons: "required" });
    expect(await cast.answer(grace, about, agree)).toMatchObject({ refusal: { kind: "reason-required" } });
    expect(await cast.answer(grace, about, agree, "It is time.")).toMatchObject({ ok: true });
  });
});
