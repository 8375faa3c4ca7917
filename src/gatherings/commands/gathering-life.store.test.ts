import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../testing/gathering-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { blockPerson } from "../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { countInterested, interestOf } from "../store/interest.read.ts";
import { answerOf, answersOf, pollOfGathering, unansweredPeople, yesCounts } from "../store/polls.read.ts";
import { rsvpsOf, sessionsOf } from "../store/sessions.read.ts";
import { announceGathering } from "./announce-gathering.ts";
import { answerRsvp } from "./answer-rsvp.ts";
import { answerSchedulingPoll } from "./answer-scheduling-poll.ts";
import { cancelGathering } from "./cancel-gathering.ts";
import { castNativeVote } from "./cast-native-vote.ts";
import { closeSchedulingPoll } from "./close-scheduling-poll.ts";
import { editGathering } from "./edit-gathering.ts";
import { joinInterestList } from "./join-interest-list.ts";
import { leaveInterestList } from "./leave-interest-list.ts";
import { moveSession } from "./move-session.ts";
import { openSchedulingPoll } from "./open-scheduling-poll.ts";
import { setDate } from "./set-date.ts";

let cast: GatheringCast;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let about: CastGathering;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy", "other.example");
  community = await cast.community(ada);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const eventsNamed = (name: string) =>
  cast.events.filter((event) => event.name === name && event.payload["gathering"] === about.gatheringId);

describe("announcing", () => {
  test("gives a gathering that is an idea, organised by whoever announced it", async () => {
    const gathering = await gatheringById(read(), about.gatheringId);
    expect(gathering).toMatchObject({ state: "idea", organiserId: ada, title: "First gathering" });
  });

  test("is for members", async () => {
    const input = {
      communityId: community,
      handle: "strangers",
      title: "T",
      purpose: "P",
      language: "en",
      zone: "Europe/Rome",
    };
    const answer = await cast.application.execute(announceGathering, input, byPerson(grace));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "only-members" } });
  });

  test("never gives a handle to a second gathering", async () => {
    const taken = (await gatheringById(read(), about.gatheringId))?.handle;
    const input = {
      communityId: community,
      handle: taken,
      title: "T",
      purpose: "P",
      language: "en",
      zone: "Europe/Rome",
    };
    const answer = await cast.application.execute(announceGathering, input, byPerson(ada));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "handle-taken" } });
  });
});

describe("the interest list", () => {
  test("has each person once, however often they ask", async () => {
    expect(valueOf(await cast.application.execute(joinInterestList, about, byPerson(grace)))).toEqual({ joined: true });
    expect(valueOf(await cast.application.execute(joinInterestList, about, byPerson(grace)))).toEqual({
      joined: false,
    });
    expect(await countInterested(read(), about.gatheringId)).toBe(1);
    expect(eventsNamed("interest-joined")).toHaveLength(1);
  });

  test("lets people leave and come back", async () => {
    await cast.application.execute(joinInterestList, about, byPerson(grace));
    await cast.application.execute(leaveInterestList, about, byPerson(grace));
    expect(await interestOf(read(), about.gatheringId, grace)).toBe("left");
    await cast.application.execute(joinInterestList, about, byPerson(grace));
    expect(await interestOf(read(), about.gatheringId, grace)).toBe("on-list");
  });

  test("takes nobody whom the community keeps out", async () => {
    const kept = await cast.person("Mallory", "rogue.example");
    const block = { communityId: community, personId: kept, level: "block", reason: "spam" };
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    const answer = await cast.application.execute(joinInterestList, about, byPerson(kept));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "kept-out" } });
  });
});

describe("the scheduling poll", () => {
  const starts = ["2027-02-20T18:00", "2027-02-21T18:00", "2027-02-22T18:00"];
  const vote = (person: PersonId, pollId: string, start: string) =>
    cast.application.execute(castNativeVote, { ...about, pollId, option: `at ${start}` }, byPerson(person));

  test("counts native votes and the grid as one answer per person, last word wins", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    const poll = await pollOfGathering(read(), about.gatheringId);
    const [first, second, third] = poll?.slots ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error("the poll has three slots");
    valueOf(await vote(grace, pollId, "2027-02-20T18:00"));
    const answers = { [first.id]: "no", [second.id]: "if-need-be", [third.id]: "yes" };
    valueOf(await cast.application.execute(answerSchedulingPoll, { ...about, answers, note: "late" }, byPerson(grace)));
    const said = await answerOf(read(), pollId, grace);
    expect(said?.availability).toEqual(
      new Map([
        [first.id, "no"],
        [second.id, "if-need-be"],
        [third.id, "yes"],
      ]),
    );
    expect(said?.note).toBe("late");
    expect(await answersOf(read(), pollId, 100)).toHaveLength(1);
    expect(await yesCounts(read(), pollId)).toEqual(new Map([[third.id, 1]]));
  });

  test("a grid leaves unanswered what it leaves open, whatever was said of it before", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    const poll = await pollOfGathering(read(), about.gatheringId);
    const [first, second] = poll?.slots.map((slot) => slot.id) ?? [];
    if (first === undefined || second === undefined) throw new Error("the poll has two slots");
    const grid = (answers: Readonly<Record<string, string>>) =>
      cast.application.execute(answerSchedulingPoll, { ...about, answers, note: "" }, byPerson(grace));
    valueOf(await grid({ [first]: "yes", [second]: "no" }));
    valueOf(await grid({ [second]: "yes" }));

    expect((await answerOf(read(), pollId, grace))?.availability).toEqual(new Map([[second, "yes"]]));
    expect(await yesCounts(read(), pollId)).toEqual(new Map([[second, 1]]));
  });

  test("takes the same native vote once", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    expect(valueOf(await vote(grace, pollId, "2027-02-20T18:00"))).toEqual({ counted: true });
    expect(valueOf(await vote(grace, pollId, "2027-02-20T18:00"))).toEqual({ counted: false });
  });

  test("takes no vote from its closing time on, even if the closing job has not run", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    cast.clock.set("2027-02-10T10:00:00Z");
    expect(await vote(grace, pollId, "2027-02-20T18:00")).toMatchObject({
      ok: false,
      refusal: { kind: "poll-closed" },
    });
  });

  test("is closed by the clock once, at the time it named", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    cast.clock.set("2027-02-12T00:00:00Z");
    await cast.pumpClock();
    const poll = await pollOfGathering(read(), about.gatheringId);
    expect(poll?.closedAt?.toString()).toBe("2027-02-10T10:00:00Z");
    expect(eventsNamed("scheduling-poll-closed")).toHaveLength(1);
    expect(valueOf(await cast.application.execute(closeSchedulingPoll, about, byPerson(ada)))).toEqual({
      closed: false,
    });
    expect(poll?.id).toBe(pollId);
  });

  test("reminds after three days, and only those who have not answered", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-11T10:00:00Z");
    await cast.application.execute(joinInterestList, about, byPerson(grace));
    await cast.application.execute(joinInterestList, about, byPerson(emmy));
    valueOf(await vote(grace, pollId, "2027-02-20T18:00"));
    cast.clock.set("2027-02-04T09:59:00Z");
    await cast.pumpClock();
    expect(eventsNamed("answer-reminder-due")).toHaveLength(0);
    cast.clock.set("2027-02-04T10:00:00Z");
    await cast.pumpClock();
    expect(eventsNamed("answer-reminder-due")).toHaveLength(1);
    const waiting = await unansweredPeople(
      read(),
      { id: pollId, gatheringId: about.gatheringId },
      { after: "", limit: 10 },
    );
    expect(waiting).toEqual([emmy]);
  });

  test("is opened by organisers only, over times to come, and closes before the first of them", async () => {
    const input = { ...about, zone: "Europe/Rome", lengthMinutes: 60, starts, closesAt: "2027-02-10T10:00:00Z" };
    const refusalOf = async (changed: object, person = ada) => {
      const answer = await cast.application.execute(openSchedulingPoll, { ...input, ...changed }, byPerson(person));
      return answer.ok ? "accepted" : answer.refusal.kind;
    };
    expect(await refusalOf({}, grace)).toBe("not-an-organiser");
    expect(await refusalOf({ starts: ["2027-01-20T18:00"] })).toBe("slot-in-the-past");
    expect(await refusalOf({ starts: ["2027-03-28T02:30"] })).toBe("time-skipped-by-clock-change");
    expect(await refusalOf({ closesAt: "2027-02-20T17:00:01Z" })).toBe("closing-after-first-slot");
    expect(await refusalOf({ closesAt: "2027-02-01T10:04:59Z" })).toBe("closing-too-soon");
    expect(await refusalOf({})).toBe("accepted");
  });

  test("sends its counts once for a rush of votes, and not after it closed", async () => {
    const pollId = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    for (const person of [grace, emmy]) valueOf(await vote(person, pollId, "2027-02-20T18:00"));
    cast.clock.pass({ minutes: 2 });
    await cast.pumpClock();
    expect(eventsNamed("scheduling-tallies-due")).toHaveLength(0);
    cast.clock.pass({ minutes: 1 });
    await cast.pumpClock();
    expect(eventsNamed("scheduling-tallies-due")).toHaveLength(1);
    valueOf(await vote(ada, pollId, "2027-02-20T18:00"));
    valueOf(await cast.application.execute(closeSchedulingPoll, about, byPerson(ada)));
    cast.clock.pass({ minutes: 3 });
    await cast.pumpClock();
    expect(eventsNamed("scheduling-tallies-due")).toHaveLength(1);
  });

  test("asked anew takes no votes of the poll before", async () => {
    const before = await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    cast.clock.pass({ hours: 1 });
    await cast.poll(ada, about, starts, "2027-02-10T10:00:00Z");
    expect(await vote(grace, before, "2027-02-20T18:00")).toMatchObject({
      ok: false,
      refusal: { kind: "poll-closed" },
    });
  });
});

describe("the date", () => {
  test("may be two sessions, and closes an open poll", async () => {
    await cast.poll(ada, about, ["2027-02-20T18:00", "2027-02-21T08:00"], "2027-02-10T10:00:00Z");
    const sessions = ["2027-02-21T08:00", "2027-02-20T18:00"].map((start) => ({
      start,
      zone: "Europe/Rome",
      lengthMinutes: 90,
    }));
    const set = await cast.application.execute(setDate, { ...about, sessions, reason: "41 of 42" }, byPerson(ada));
    expect(valueOf(set).sessionIds).toHaveLength(2);
    const held = await sessionsOf(read(), about.gatheringId);
    expect(held.map((session) => session.time.start.toString())).toEqual([
      "2027-02-20T18:00:00",
      "2027-02-21T08:00:00",
    ]);
    expect(await gatheringById(read(), about.gatheringId)).toMatchObject({ state: "date-set", reason: "41 of 42" });
    expect((await pollOfGathering(read(), about.gatheringId))?.closedAt).toBeDefined();
  });

  test("moves with its reminder, and counts the calendar entry up", async () => {
    const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
    const move = {
      ...about,
      sessionId,
      start: "2027-02-25T18:00",
      zone: "Europe/Rome",
      lengthMinutes: 60,
      reason: "strike",
    };
    valueOf(await cast.application.execute(moveSession, move, byPerson(ada)));
    const [session] = await sessionsOf(read(), about.gatheringId);
    expect(session).toMatchObject({ sequence: 1 });
    for (const [instant, reminded] of [
      ["2027-02-18T16:59:00Z", []],
      ["2027-02-18T17:00:00Z", ["week"]],
      ["2027-02-24T17:00:00Z", ["week", "day"]],
      ["2027-02-25T16:00:00Z", ["week", "day", "hour"]],
      ["2027-02-25T16:50:00Z", ["week", "day", "hour", "ten-minutes"]],
    ] as const) {
      cast.clock.set(instant);
      await cast.pumpClock();
      expect(eventsNamed("session-reminder-due").map(({ payload }) => payload["reminder"])).toEqual(reminded);
    }
  });

  test("once over makes the gathering a held one", async () => {
    await cast.date(ada, about, "2027-02-20T18:00");
    cast.clock.set("2027-02-20T18:00:00Z");
    await cast.pumpClock();
    expect((await gatheringById(read(), about.gatheringId))?.state).toBe("held");
  });

  test("of a gathering called off rings no bell", async () => {
    await cast.date(ada, about, "2027-02-20T18:00");
    valueOf(await cast.application.execute(cancelGathering, { ...about, reason: "nobody can" }, byPerson(ada)));
    cast.clock.set("2027-02-21T18:00:00Z");
    await cast.pumpClock();
    expect(eventsNamed("session-reminder-due")).toHaveLength(0);
    expect(await gatheringById(read(), about.gatheringId)).toMatchObject({ state: "cancelled", reason: "nobody can" });
  });
});

describe("RSVP", () => {
  const texts = { title: "First gathering", purpose: "Meet.", language: "en", audienceCapacity: 0 };
  const answer = (person: PersonId, said: object) =>
    cast.application.execute(answerRsvp, { ...about, ...said }, byPerson(person));
  const standings = async (sessionId: string) =>
    new Map((await rsvpsOf(read(), sessionId)).map((entry) => [entry.person, entry.standing]));

  test("promotes the waiting list when somebody withdraws, and tells who was promoted", async () => {
    const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
    valueOf(await cast.application.execute(editGathering, { ...about, ...texts, capacity: 1 }, byPerson(ada)));
    expect(valueOf(await answer(grace, { answer: "going" }))).toEqual({
      sessions: [{ session: sessionId, standing: "confirmed" }],
    });
    expect(valueOf(await answer(emmy, { answer: "going" }))).toEqual({
      sessions: [{ session: sessionId, standing: "waiting" }],
    });
    valueOf(await answer(grace, { answer: "not-going" }));
    expect(await standings(sessionId)).toEqual(
      new Map([
        [grace, "noted"],
        [emmy, "confirmed"],
      ]),
    );
    expect(eventsNamed("rsvp-promoted").map((event) => event.payload["person"])).toEqual([emmy]);
  });

  test("promotes as many as a larger capacity has room for", async () => {
    const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
    await cast.application.execute(editGathering, { ...about, ...texts, capacity: 0 }, byPerson(ada));
    const first = await answer(grace, { answer: "going" });
    expect(first).toMatchObject({ ok: false, refusal: { kind: "party-exceeds-capacity" } });
    await cast.application.execute(editGathering, { ...about, ...texts, capacity: 1 }, byPerson(ada));
    await answer(grace, { answer: "going" });
    await answer(emmy, { answer: "going" });
    await cast.application.execute(editGathering, { ...about, ...texts, capacity: "" }, byPerson(ada));
    expect(await standings(sessionId)).toEqual(
      new Map([
        [grace, "confirmed"],
        [emmy, "confirmed"],
      ]),
    );
  });

  test("puts whoever comes on the interest list, so that changes reach them", async () => {
    await cast.date(ada, about, "2027-02-20T18:00");
    await answer(grace, { answer: "maybe" });
    expect(await interestOf(read(), about.gatheringId, grace)).toBe("on-list");
  });

  test("is for all sessions that have not begun, unless it names one", async () => {
    const sessions = ["2027-02-20T18:00", "2027-02-21T18:00"].map((start) => ({
      start,
      zone: "Europe/Rome",
      lengthMinutes: 60,
    }));
    const set = valueOf(await cast.application.execute(setDate, { ...about, sessions, reason: "both" }, byPerson(ada)));
    const [first = "", second = ""] = set.sessionIds;
    await answer(grace, { answer: "going" });
    await answer(grace, { answer: "not-going", sessionId: second });
    expect(await standings(first)).toEqual(new Map([[grace, "confirmed"]]));
    expect(await standings(second)).toEqual(new Map([[grace, "noted"]]));
    cast.clock.set("2027-02-20T17:00:00Z");
    expect(await answer(emmy, { answer: "going", sessionId: first })).toMatchObject({
      refusal: { kind: "rsvp-closed" },
    });
    expect(valueOf(await answer(emmy, { answer: "going" })).sessions).toHaveLength(1);
  });

  test("gives the last place to one of two hundred who ask at once", async () => {
    const sessionId = await cast.date(ada, about, "2027-02-20T18:00");
    await cast.application.execute(editGathering, { ...about, ...texts, capacity: 1 }, byPerson(ada));
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, index) => cast.person(`P${index}`, "crowd.example")),
    );
    await Promise.all(
      people.flatMap((person) => Array.from({ length: 10 }, () => answer(person, { answer: "going" }))),
    );
    const entries = await rsvpsOf(read(), sessionId);
    expect(entries).toHaveLength(20);
    expect(entries.filter((entry) => entry.standing === "confirmed")).toHaveLength(1);
    expect(new Set(entries.map((entry) => entry.arrival)).size).toBe(20);
  });
});
