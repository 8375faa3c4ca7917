import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { abstain, agree, block, openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { openProposal } from "../proposals/open-proposal.ts";

let cast: DecisionCast;
let people: readonly PersonId[];
let community: CommunityId;
let thread: string;

beforeAll(async () => {
  cast = await openDecisionCast();
  const named: PersonId[] = [];
  for (let number = 1; number <= 21; number++) named.push(await cast.person(`Member${number}`));
  people = named;
});
beforeEach(async () => {
  cast.clock.set("2017-08-01T10:00:00Z");
  const [founder, ...others] = people;
  community = await cast.community(founder as PersonId);
  await cast.join(community, ...others);
  thread = await cast.thread(founder as PersonId, community);
});
afterAll(() => cast.close());

async function put(preset: string, hours: number, said: Readonly<Record<string, unknown>> = {}) {
  const closesAt = cast.clock.now().add({ hours }).toString();
  const input = { communityId: community, threadId: thread, title: "T", zone: "UTC", method: "stance", ...said };
  return cast.application.execute(openProposal, { ...input, closesAt, preset }, byPerson(people[0] ?? ""));
}

/** How a proposal under a preset ends that is answered so by members in their order, and open as long as it must be. */
async function verdict(preset: string, days: number, answers: readonly (typeof agree)[], said = {}) {
  const opened = await put(preset, 24 * days, said);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const about = { communityId: community, proposalId: opened.value.proposalId };
  for (const [place, answer] of answers.entries())
    await cast.answer(people[place] as PersonId, about, answer, "So I think.");
  cast.clock.pass({ hours: 24 * days });
  await cast.pumpClock();
  return (await outcomeOf(cast.application.read, about.proposalId))?.conclusion.verdict;
}

const of = (...parts: readonly (readonly [number, typeof agree])[]) =>
  parts.flatMap(([count, answer]) => Array.from({ length: count }, () => answer));

describe("lazy consent", () => {
  test("under the rule of the Apache foundation asks whoever objects for a reason, whatever was chosen", async () => {
    const opened = await put("apache-lazy", 72, { method: "lazy-consent", reasons: "off" });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const about = { communityId: community, proposalId: opened.value.proposalId };
    const object = { choice: 2 };
    expect(await cast.answer(people[1] as PersonId, about, object)).toMatchObject({
      refusal: { kind: "reason-required-when-disagreeing", field: "reason" },
    });
    expect(await cast.answer(people[1] as PersonId, about, agree)).toMatchObject({ ok: true });
    expect(await cast.answer(people[1] as PersonId, about, object, "It is too soon.")).toMatchObject({ ok: true });
  });
});

describe("the bylaws of social.coop of 2017", () => {
  const decided = (...parts: readonly (readonly [number, typeof agree])[]) =>
    verdict("socialcoop-bylaws", 10, of(...parts));

  test("adopt themselves as they did: six of twenty-one took part, and all agreed", async () => {
    expect(await decided([6, agree])).toBe("carried");
  });

  test.each([
    ["15 of 20 are three quarters", [15, 5, 0], "carried"],
    ["14 of 19 are less", [14, 5, 0], "not-carried"],
    ["19 of 20 are 95 %, and override a block", [19, 0, 1], "carried"],
    ["18 of 19 are less, and a block stands", [18, 0, 1], "not-carried"],
    ["15 of 20 do not override a block", [15, 4, 1], "not-carried"],
  ] as const)("%s", async (_said, [agreeing, abstaining, blocking], expected) => {
    expect(await decided([agreeing, agree], [abstaining, abstain], [blocking, block])).toBe(expected);
  });

  test("leave ten days to the hour, and say so", async () => {
    expect(await put("socialcoop-bylaws", 239)).toMatchObject({
      refusal: { kind: "open-longer", field: "closesAt", days: 10, until: { instant: "2017-08-11T10:00:00Z" } },
    });
    expect(await put("socialcoop-bylaws", 240)).toMatchObject({ ok: true });
    const own = await put("", 239);
    expect(own).toMatchObject({ ok: true });
  });
});

describe("lazy consent", () => {
  const object = { choice: 2 };

  test.each([
    ["cotech-fund", 7],
    ["apache-lazy", 3],
  ])("by %s takes silence for approval, and one objection for a stop", async (preset, days) => {
    expect(await verdict(preset, days, [])).toBe("carried");
    expect(await verdict(preset, days, of([20, agree], [1, object]))).toBe("not-carried");
    expect(await put(preset, 24 * days - 1)).toMatchObject({ refusal: { kind: "open-longer", days } });
  });
});

describe("the rule of Sunbeam City", () => {
  test("asks for a thread of four days first, then three more, and counts those who take part", async () => {
    cast.clock.pass({ hours: 95 });
    expect(await put("sunbeam", 72)).toMatchObject({
      refusal: { kind: "thread-too-young", days: 4, from: { instant: "2017-08-05T10:00:00Z" } },
    });
    cast.clock.pass({ hours: 1 });
    expect(await put("sunbeam", 71)).toMatchObject({ refusal: { kind: "open-longer", days: 3 } });
    expect(await verdict("sunbeam", 3, of([2, agree], [1, { choice: 2 }]))).toBe("carried");
  });
});

test("a majority with a quorum needs half of the members, two thirds need two of three who take a side", async () => {
  expect(await verdict("majority-with-quorum", 7, of([10, agree]))).toBe("no-quorum");
  expect(await verdict("majority-with-quorum", 7, of([6, agree], [5, { choice: 2 }]))).toBe("carried");
  expect(await verdict("two-thirds", 7, of([4, agree], [2, { choice: 2 }]))).toBe("carried");
  expect(await verdict("two-thirds", 7, of([5, agree], [3, { choice: 2 }]))).toBe("not-carried");
});

test("ranking by pairs chooses what would win against each other option", async () => {
  const options = ["Pear", "Plum", "Fig"];
  const ballots = [...of([3, [[1], [0]] as never]), ...of([2, [[0], [1]] as never])];
  expect(await verdict("condorcet", 7, ballots, { options })).toBe("chosen");
});

test("rules that nobody knows are refused by name", async () => {
  expect(await put("no-such-rules", 240)).toMatchObject({ refusal: { kind: "unknown-preset" } });
});
