import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { composedBallot } from "../../federation/composed-ballot.ts";
import { composedAddedOptions } from "../../federation/lifecycle/composed-change.ts";
import { optionPlace } from "../../federation/option-labels.ts";
import { methodOf, questionOf } from "../../methods/registry.ts";
import { lifecycleNotices } from "../../notices/lifecycle.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { countedBallots } from "../../store/proposals/stances.read.ts";
import { castNativeVote } from "../proposals/cast-native-vote.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { addOption } from "./add-option.ts";

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
  await open("approval");
});
afterAll(() => cast.close());

async function open(method: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const options = ["Library", "Café"];
  about = await cast.proposal(ada, community, {
    method,
    options,
    adding: "voters",
    ownOptions: 2,
    allOptions: 3,
    ...more,
  });
}
const add = (person: PersonId, option: string) =>
  cast.application.execute(addOption, { ...about, option }, byPerson(person));
const proposal = async () => {
  const found = await proposalById(cast.application.read, about.proposalId);
  if (found === undefined) throw new Error("no proposal");
  return found;
};

describe("options that voters add", () => {
  test("stand last, and answers given before stay what they were", async () => {
    await cast.answer(grace, about, { choices: [1] });
    expect(await add(emmy, "Town hall")).toMatchObject({ ok: true, value: { place: 2 } });
    await cast.answer(emmy, about, { choices: [1, 2] });
    expect((await proposal()).options).toEqual(["Library", "Café", "Town hall"]);
    expect((await countedBallots(cast.application.read, about.proposalId)).map(({ ballot }) => ballot)).toEqual([
      { choices: [1, 2] },
      { choices: [1] },
    ]);
  });

  test("are unranked and unmarked by whoever ranked or marked before", async () => {
    for (const [method, ballot] of [
      ["irv", [[1], [0]]],
      ["score", { marks: [3, 5] }],
    ] as const) {
      await open(method);
      await cast.answer(grace, about, ballot);
      await add(emmy, "Town hall");
      const found = await proposal();
      const read = methodOf(found).rules.readBallot(ballot, questionOf(found));
      expect(read).toEqual({ ok: true, value: ballot });
    }
  });

  test("are refused where they are too much like one that is there, which is named", async () => {
    expect(await add(grace, "the cafe".replace("the ", ""))).toMatchObject({
      refusal: { kind: "option-is-there", field: "option", option: "Café" },
    });
    expect(await add(grace, "Libary")).toMatchObject({ refusal: { option: "Library" } });
    expect((await proposal()).options).toHaveLength(2);
  });

  test("are so many for each person, and so many in all", async () => {
    await add(grace, "Town hall");
    await add(grace, "Park");
    expect(await add(grace, "School")).toMatchObject({ refusal: { kind: "too-many-own-options", most: 2 } });
    expect(await add(emmy, "School")).toMatchObject({ ok: true });
    expect(await add(emmy, "Station")).toMatchObject({ refusal: { kind: "too-many-added-options", most: 3 } });
  });

  test("are added by those on the list alone, while it is open, where its rules say so", async () => {
    await cast.join(community, late);
    expect(await add(late, "Park")).toMatchObject({ refusal: { kind: "not-on-the-list" } });
    await cast.application.execute(closeProposal, about, byPerson(ada));
    expect(await add(grace, "Park")).toMatchObject({ refusal: { kind: "voting-closed" } });
    await open("approval", { adding: "nobody" });
    expect(await add(grace, "Park")).toMatchObject({ refusal: { kind: "options-not-open" } });
    about = await cast.proposal(ada, community, { adding: "voters" });
    expect(await add(grace, "Perhaps")).toMatchObject({ refusal: { kind: "options-not-open" } });
  });

  test("are told once to those who had answered", async () => {
    await cast.answer(grace, about, { choices: [1] });
    await add(emmy, "Town hall");
    cast.clock.pass({ hours: 1 });
    await add(emmy, "Park");
    cast.clock.pass({ hours: 24 });
    await cast.pumpClock();
    await add(grace, "School");
    cast.clock.pass({ hours: 48 });
    await cast.pumpClock();
    const events = cast.events.filter(
      ({ name, payload }) => name === "added-options-due" && payload["proposal"] === about.proposalId,
    );
    expect(events).toHaveLength(1);
    const [source] = lifecycleNotices.filter(({ events: names }) => names.includes("added-options-due"));
    const notices = events[0] === undefined ? [] : await source?.notices(cast.application, events[0]);
    expect(notices?.map(({ personId }) => personId)).toEqual([grace]);
  });

  test("leave the native poll as it was sent, and are told in a Note of their own", async () => {
    await open("single-choice", { settings: { none: true } });
    const before = await composedBallot(cast.application, about.proposalId, undefined);
    await add(emmy, "Town hall");
    expect(await composedBallot(cast.application, about.proposalId, undefined)).toEqual(before);
    const note = await composedAddedOptions(cast.application, about.proposalId);
    expect(note?.["content"]).toContain("3. Town hall");
    const place = optionPlace(await proposal(), "None of these");
    await cast.application.execute(castNativeVote, { ...about, place }, byPerson(grace));
    await cast.answer(emmy, about, { choice: 2 });
    const poll = await composedBallot(cast.application, about.proposalId, undefined);
    expect(poll?.["oneOf"]).toMatchObject([0, 0, 1].map((totalItems) => ({ replies: { totalItems } })));
  });

  test("do not turn a poll of several answers into another thing", async () => {
    await open("multiple-choice", { settings: { most: 2 } });
    await add(emmy, "Town hall");
    expect(await composedBallot(cast.application, about.proposalId, undefined)).toMatchObject({ type: "Question" });
    const vote = await cast.application.execute(castNativeVote, { ...about, place: 1 }, byPerson(grace));
    expect(vote).toMatchObject({ ok: true, value: { ballot: { choices: [1] } } });
  });
});
