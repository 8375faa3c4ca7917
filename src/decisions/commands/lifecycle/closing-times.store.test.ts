import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agree,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Command } from "../../../kernel/commands/command.ts";
import { composedBallot } from "../../federation/composed-ballot.ts";
import { composedOutcome } from "../../federation/composed-outcome.ts";
import { lifecycleNotices } from "../../notices/lifecycle.ts";
import { changesOf } from "../../store/lifecycle/lives.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { stateOutcome } from "../proposals/state-outcome.ts";
import { withdrawProposal } from "../proposals/withdraw-proposal.ts";
import { closeEarly } from "./close-early.ts";
import { extendProposal } from "./extend-proposal.ts";
import { reopenProposal } from "./reopen-proposal.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let stranger: PersonId;
let community: CommunityId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  [ada, grace, emmy, stranger] = (await Promise.all(
    ["Ada", "Grace", "Emmy", "Stranger"].map((name) => cast.person(name)),
  )) as [PersonId, PersonId, PersonId, PersonId];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, emmy);
  about = await cast.proposal(grace, community);
});
afterAll(() => cast.close());

const run = (command: Command, person: PersonId, more: Readonly<Record<string, unknown>> = {}, on = about) =>
  cast.application.execute(command, { ...on, ...more }, byPerson(person)) as Promise<Result<Json, AnyRefusal>>;
const extend = (person: PersonId, closesAt: string) => run(extendProposal, person, { closesAt, reason: "A holiday." });
const reopen = (person: PersonId, closesAt = "2027-02-15T10:00:00Z", on = about) =>
  run(reopenProposal, person, { closesAt, reason: "A server was down." }, on);
const proposal = async () => proposalById(cast.application.read, about.proposalId);
const verdict = async () => (await outcomeOf(cast.application.read, about.proposalId))?.conclusion.verdict;
const changes = async () => changesOf(cast.application.read, about.proposalId);

/** Who is told of the last event of this name, and of what. */
async function told(name: string) {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const sources = lifecycleNotices.filter(({ events }) => events.includes(name));
  return (await Promise.all(sources.map((source) => source.notices(cast.application, event)))).flat();
}

describe("more time for a proposal", () => {
  test("is left by whoever put it forward, stands on record, and its answers count until then", async () => {
    expect(await extend(grace, "2027-02-12T10:00:00Z")).toMatchObject({ ok: true });
    cast.clock.set("2027-02-08T10:00:00Z");
    await cast.pumpClock();
    expect((await proposal())?.state).toBe("open");
    expect(await cast.answer(emmy, about, agree)).toMatchObject({ ok: true });
    cast.clock.set("2027-02-12T10:00:00Z");
    await cast.pumpClock();
    expect(await verdict()).toBe("carried");
    expect(await changes()).toMatchObject([{ kind: "extended", personId: grace, reason: "A holiday." }]);
  });

  test("is refused to members and strangers, without a reason, for a sooner time, and beyond a year", async () => {
    expect(await extend(emmy, "2027-02-12T10:00:00Z")).toMatchObject({ refusal: { kind: "not-the-author" } });
    expect(await extend(stranger, "2027-02-12T10:00:00Z")).toMatchObject({ refusal: { kind: "not-the-author" } });
    const wordless = await run(extendProposal, ada, { closesAt: "2027-02-12T10:00:00Z", reason: " " });
    expect(wordless).toMatchObject({ refusal: { kind: "invalid-input", problems: [{ field: "reason" }] } });
    expect(await extend(ada, "2027-02-08T10:00:00Z")).toMatchObject({ refusal: { kind: "closes-not-later" } });
    expect(await extend(ada, "2028-03-01T10:00:00Z")).toMatchObject({ refusal: { kind: "closes-too-late" } });
    cast.clock.set("2027-02-08T10:00:00Z");
    expect(await extend(ada, "2027-02-12T10:00:00Z")).toMatchObject({ refusal: { kind: "voting-closed" } });
    expect(await changes()).toEqual([]);
  });

  test("is told to those who have not answered, and not to whoever left it", async () => {
    await cast.answer(emmy, about, agree);
    await extend(grace, "2027-02-12T10:00:00Z");
    expect((await told("proposal-extended")).map(({ personId }) => personId)).toEqual([ada]);
  });

  test("is shown by what other servers have of it, as a change of words", async () => {
    cast.clock.pass({ hours: 1 });
    expect((await composedBallot(cast.application, about.proposalId, undefined))?.["updated"]).toBeUndefined();
    await extend(grace, "2027-02-12T10:00:00Z");
    const poll = await composedBallot(cast.application, about.proposalId, undefined);
    expect(poll).toMatchObject({ endTime: "2027-02-12T10:00:00Z", updated: "2027-02-01T11:00:00Z" });
    expect(poll?.["published"]).toBe("2027-02-01T10:00:00Z");
  });

  test("brings a second reminder, and no third one, however often it is left", async () => {
    const rounds = () =>
      cast.events.filter(
        ({ name, payload }) => name === "proposal-reminder-due" && payload["proposal"] === about.proposalId,
      );
    for (const [now, until] of [
      ["2027-02-07T11:00:00Z", "2027-02-14T10:00:00Z"],
      ["2027-02-13T11:00:00Z", "2027-02-21T10:00:00Z"],
      ["2027-02-20T11:00:00Z", "2027-02-28T10:00:00Z"],
    ] as const) {
      cast.clock.set(now);
      await cast.pumpClock();
      await extend(grace, until);
    }
    cast.clock.set("2027-02-27T11:00:00Z");
    await cast.pumpClock();
    expect(rounds()).toHaveLength(2);
    const matters = new Set((await told("proposal-reminder-due")).map(({ matter }) => matter));
    expect([...matters]).toEqual([`proposal-reminder:${about.proposalId}:2`]);
  });
});

describe("closing early", () => {
  test("is recorded with its reason", async () => {
    await cast.answer(emmy, about, agree);
    expect(await run(closeEarly, emmy, { reason: "Done." })).toMatchObject({ refusal: { kind: "not-the-author" } });
    expect(await run(closeEarly, ada, { reason: "" })).toMatchObject({ refusal: { kind: "invalid-input" } });
    expect(await run(closeEarly, ada, { reason: "All have answered." })).toMatchObject({ ok: true });
    expect(await verdict()).toBe("carried");
    expect(await changes()).toMatchObject([{ kind: "closed-early", personId: ada, reason: "All have answered." }]);
    expect(await run(closeEarly, ada, { reason: "Again." })).toMatchObject({ refusal: { kind: "voting-closed" } });
  });
});

describe("opening a closed proposal again", () => {
  beforeEach(async () => {
    await cast.answer(emmy, about, agree);
    await cast.application.execute(closeProposal, about, byPerson(ada));
  });

  test("keeps the former count in view, takes answers once more, and counts anew", async () => {
    expect(await reopen(ada)).toMatchObject({ ok: true });
    expect((await proposal())?.state).toBe("open");
    expect(await changes()).toMatchObject([{ kind: "reopened", former: { conclusion: { verdict: "carried" } } }]);
    await cast.answer(emmy, about, disagree);
    cast.clock.set("2027-02-15T10:00:00Z");
    await cast.pumpClock();
    expect(await verdict()).toBe("not-carried");
    expect(await changes()).toMatchObject([{ former: { conclusion: { verdict: "carried" }, answered: 1 } }]);
  });

  test("is for stewards alone, within a week", async () => {
    expect(await reopen(grace)).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await reopen(stranger)).toMatchObject({ refusal: { kind: "only-stewards" } });
    expect(await reopen(ada, "2027-02-01T10:30:00Z")).toMatchObject({ refusal: { kind: "closes-too-soon" } });
    cast.clock.pass({ hours: 24 * 7 + 1 });
    expect(await reopen(ada)).toMatchObject({ refusal: { kind: "reopening-too-late" } });
  });

  test("is refused once its outcome is stated, and for what was never closed, taken back or secret", async () => {
    await run(stateOutcome, ada, { statement: "We do it." });
    expect(await reopen(ada)).toMatchObject({ refusal: { kind: "outcome-stands" } });
    const open = await cast.proposal(ada, community);
    expect(await reopen(ada, undefined, open)).toMatchObject({ refusal: { kind: "still-open" } });
    await cast.application.execute(withdrawProposal, open, byPerson(ada));
    expect(await reopen(ada, undefined, open)).toMatchObject({ refusal: { kind: "proposal-withdrawn" } });
    const secret = await cast.proposal(ada, community, { secrecy: "secret" });
    await cast.application.execute(closeProposal, secret, byPerson(ada));
    expect(await reopen(ada, undefined, secret)).toMatchObject({ refusal: { kind: "box-was-opened" } });
  });

  test("is told to everybody on the list, and each count is a Note of its own", async () => {
    const first = await composedOutcome(cast.application, about.proposalId);
    await reopen(ada);
    expect((await told("proposal-reopened")).map(({ personId }) => personId).toSorted()).toEqual(
      [grace, emmy].toSorted(),
    );
    expect(await composedOutcome(cast.application, about.proposalId)).toBeUndefined();
    expect(await composedOutcome(cast.application, about.proposalId, 1)).toEqual(first);
    expect(await composedBallot(cast.application, about.proposalId, undefined)).not.toHaveProperty(
      "closed",
      expect.anything(),
    );
    cast.clock.set("2027-02-15T10:00:00Z");
    await cast.pumpClock();
    const second = await composedOutcome(cast.application, about.proposalId);
    expect(second?.["id"]).toBe(`${JSON.stringify(first?.["id"]).slice(1, -1)}/2`);
  });

  test("of another community's proposal is refused", async () => {
    const other = await cast.community(ada);
    expect(await reopen(ada, undefined, { ...about, communityId: other })).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});
