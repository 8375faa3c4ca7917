import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../testing/gathering-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { PersonId } from "../../communities/index.ts";
import { answerSchedulingPoll } from "../commands/answer-scheduling-poll.ts";
import { castNativeVote } from "../commands/cast-native-vote.ts";
import { openSchedulingPoll } from "../commands/open-scheduling-poll.ts";
import type { SlotId } from "../model/gathering.ts";
import { answerOf, pollOfGathering } from "../store/polls.read.ts";
import { composedPoll } from "./composed-poll.ts";

let cast: GatheringCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let about: CastGathering;
let pollId: string;
let slots: readonly SlotId[];

beforeAll(async () => {
  cast = await openGatheringCast();
  [ada, grace, emmy] = [await cast.person("Ada"), await cast.person("Grace"), await cast.person("Emmy")];
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, await cast.community(ada));
  // The third time is asked for on the page alone.
  const starts = ["2027-02-20T18:00", "2027-02-21T18:00", "2027-02-22T18:00"];
  const texts = {
    nativeLabels: { "2027-02-20T18:00": "Saturday", "2027-02-21T18:00": "Sunday" },
    noneLabel: "None of these",
  };
  const asked = { ...about, zone: "Europe/Rome", lengthMinutes: 60, starts, ...texts };
  const input = { ...asked, closesAt: "2027-02-10T10:00:00Z" };
  pollId = valueOf(await cast.application.execute(openSchedulingPoll, input, byPerson(ada))).pollId;
  slots = (await pollOfGathering(cast.application.read, about.gatheringId))?.slots.map(({ id }) => id) ?? [];
});
afterAll(() => cast.close());

const vote = (person: PersonId, option: string) =>
  cast.application.execute(castNativeVote, { ...about, pollId, option }, byPerson(person));
const saidBy = async (person: PersonId) =>
  (await answerOf(cast.application.read, pollId, person))?.availability ?? new Map<SlotId, string>();
const nativePoll = async (personId?: PersonId) =>
  (await composedPoll(cast.application, about.gatheringId, pollId, personId))?.options;

test("whoever can come at none of the times that travel says so in the native poll, and leaves the others open", async () => {
  expect(valueOf(await vote(grace, "None of these"))).toEqual({ counted: true });
  const [first = "" as SlotId, second = "" as SlotId, third = "" as SlotId] = slots;
  expect(await saidBy(grace)).toEqual(
    new Map([
      [first, "no"],
      [second, "no"],
    ]),
  );
  expect((await saidBy(grace)).has(third)).toBe(false);
  expect(valueOf(await vote(grace, "None of these"))).toEqual({ counted: false });
});

test("a time that is chosen as well wins over none of these", async () => {
  valueOf(await vote(grace, "None of these"));
  valueOf(await vote(grace, "Sunday"));
  expect([...(await saidBy(grace)).values()]).toEqual(["no", "yes"]);
});

test("none of these is the last option, and counts whoever refused every listed time, here or there", async () => {
  valueOf(await vote(grace, "None of these"));
  const [first = "", second = ""] = slots;
  const refusal = { ...about, answers: { [first]: "no", [second]: "no" }, note: "" };
  valueOf(await cast.application.execute(answerSchedulingPoll, refusal, byPerson(ada)));
  valueOf(await vote(emmy, "Sunday"));
  expect(await nativePoll()).toEqual([
    { label: "Saturday", votes: 0 },
    { label: "Sunday", votes: 1 },
    { label: "None of these", votes: 2 },
  ]);
  expect((await nativePoll(grace))?.at(-1)).toEqual({ label: "None of these", votes: 1 });
  expect((await nativePoll(emmy))?.at(-1)).toEqual({ label: "None of these", votes: 0 });
});

test("a poll that was asked without it takes no vote for none of these", async () => {
  const other = await cast.gathering(ada, await cast.community(ada));
  const old = await cast.poll(ada, other, ["2027-02-20T18:00"], "2027-02-10T10:00:00Z");
  const input = { ...other, pollId: old, option: "None of these" };
  expect(await cast.application.execute(castNativeVote, input, byPerson(grace))).toMatchObject({
    ok: false,
    refusal: { kind: "unknown-slot" },
  });
});
