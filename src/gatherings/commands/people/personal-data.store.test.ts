import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { interestOf } from "../../store/interest.read.ts";
import { ownerOfFeed } from "../../store/calendars.read.ts";
import { answerOf, pollOfGathering } from "../../store/polls.read.ts";
import { rsvpsOf } from "../../store/sessions.read.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { answerSchedulingPoll } from "../answer-scheduling-poll.ts";
import { editGathering } from "../edit-gathering.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { makeCalendarFeed } from "../make-calendar-feed.ts";
import { gatheringPersonalData } from "./personal-data.ts";

let cast: GatheringCast;
let ada: PersonId;
let community: CommunityId;
beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  community = await cast.community(ada);
});
afterAll(() => cast.close());

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const people = defineCommand({
  name: "test/people",
  input: z.object({ kept: z.string().optional(), joined: z.string().optional(), leaves: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, leaves }) {
    if (kept !== undefined && joined !== undefined) await gatheringPersonalData.join(context, kept, joined);
    if (leaves !== undefined) await gatheringPersonalData.forget(context, leaves);
    return accepted(null);
  },
});
const run = async (input: object) => valueOf(await cast.application.execute(people, input, by({ kind: "server" })));

const goTo = async (about: CastGathering, person: PersonId) =>
  valueOf(await cast.application.execute(answerRsvp, { ...about, answer: "going" }, byPerson(person)));
const grid = async (about: CastGathering, person: PersonId, said: string, note: string) => {
  const [slot] = (await pollOfGathering(cast.application.read, about.gatheringId))?.slots ?? [];
  const answers = { [slot?.id ?? ""]: said };
  valueOf(await cast.application.execute(answerSchedulingPoll, { ...about, answers, note }, byPerson(person)));
};
const placeForOne = async (about: CastGathering) => {
  const texts = { title: "T", purpose: "P", language: "en", audienceCapacity: 0, capacity: 1 };
  valueOf(await cast.application.execute(editGathering, { ...about, ...texts }, byPerson(ada)));
};

test("whoever leaves the server frees their place, and nothing of theirs is left", async () => {
  const about = await cast.gathering(ada, community);
  const [leaver, waiting] = [await cast.person("Leaver"), await cast.person("Waiting")];
  const pollId = await cast.poll(ada, about, ["2027-02-20T18:00"], "2027-02-10T10:00:00Z");
  await grid(about, leaver, "yes", "after my shift");
  const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
  await placeForOne(about);
  await goTo(about, leaver);
  await goTo(about, waiting);
  await run({ leaves: leaver });
  const left = await rsvpsOf(cast.application.read, sessionId);
  expect(left).toMatchObject([{ person: waiting, standing: "confirmed" }]);
  expect(await interestOf(cast.application.read, about.gatheringId, leaver)).toBe("never");
  const counted = await answerOf(cast.application.read, pollId, leaver);
  expect(counted).toMatchObject({ note: null });
  expect(counted?.availability.size).toBe(1);
});

test("two who turn out to be one stand once, with the later answer, and the second place is free again", async () => {
  const about = await cast.gathering(ada, community);
  const [kept, joined, waiting] = [
    await cast.person("Kept"),
    await cast.person("Joined", "b.example"),
    await cast.person("Next"),
  ];
  const pollId = await cast.poll(ada, about, ["2027-02-20T18:00"], "2027-02-10T10:00:00Z");
  await grid(about, kept, "no", "first");
  cast.clock.pass({ minutes: 1 });
  await grid(about, joined, "yes", "second");
  const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
  const texts = { title: "T", purpose: "P", language: "en", audienceCapacity: 0, capacity: 2 };
  valueOf(await cast.application.execute(editGathering, { ...about, ...texts }, byPerson(ada)));
  for (const person of [kept, joined, waiting]) await goTo(about, person);
  await run({ kept, joined });
  const list = await rsvpsOf(cast.application.read, sessionId);
  expect(list.map((entry) => [entry.person, entry.standing])).toEqual([
    [kept, "confirmed"],
    [waiting, "confirmed"],
  ]);
  expect((await answerOf(cast.application.read, pollId, kept))?.note).toBe("second");
  expect(await answerOf(cast.application.read, pollId, joined)).toBeUndefined();
});

test("a person takes along all that gatherings keep of them", async () => {
  const about = await cast.gathering(ada, community);
  const person = await cast.person("Collector");
  valueOf(await cast.application.execute(joinInterestList, about, byPerson(person)));
  await cast.date(ada, about, "2027-02-20T18:00");
  await goTo(about, person);
  const kept = await gatheringPersonalData.export(cast.application.read, person);
  expect(kept["interest"]).toHaveLength(1);
  expect(kept["rsvps"]).toMatchObject([{ answer: "going", people: 1 }]);
});

test("the address of a calendar leads on to whoever its owner turned out to be, and nowhere once they have left", async () => {
  const [kept, joined] = [await cast.person("Kept-calendar"), await cast.person("Joined-calendar")];
  const tokenHash = "a".repeat(64);
  valueOf(await cast.application.execute(makeCalendarFeed, { tokenHash }, byPerson(joined)));
  await run({ kept, joined });
  expect(await ownerOfFeed(cast.application.read, tokenHash)).toBe(kept);
  const exported = await gatheringPersonalData.export(cast.application.read, kept);
  expect(exported["calendars"]).toEqual([{ addressMade: cast.clock.now().toString() }]);
  await run({ leaves: kept });
  expect(await ownerOfFeed(cast.application.read, tokenHash)).toBeUndefined();
});
