import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { describeOneself } from "../../../accounts/commands/people/describe-oneself.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { gatheringNotices } from "../../notices.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { interestOf } from "../../store/interest.read.ts";
import { datesSince, seriesById } from "../../store/series/series.read.ts";
import { rsvpsOfPerson, sessionsOf } from "../../store/sessions.read.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { cancelGathering } from "../cancel-gathering.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { leaveInterestList } from "../leave-interest-list.ts";
import { chooseQuestions } from "../questions/choose-questions.ts";
import { openSeats } from "../seats/open-seats.ts";
import { questionsOf } from "../../store/questions/questions.read.ts";
import { seatingOf } from "../../store/seats/seats.read.ts";
import { setRoom } from "../room/set-room.ts";
import { roomOf } from "../../store/room/rooms.read.ts";
import { announceGathering } from "../announce-gathering.ts";
import { dateHandles } from "../../model/series/date-handle.ts";
import { announceAgain } from "./announce-again.ts";
import { announceNext } from "./announce-next.ts";
import { answerSeries } from "./answer-series.ts";
import { endSeries } from "./end-series.ts";
import { leaveOutDate } from "./leave-out-date.ts";
import { makeSeries } from "./make-series.ts";

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
  // A Thursday, in Rome.
  await cast.date(ada, about, "2027-03-04T19:00");
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH";

async function series(
  said: Readonly<Record<string, unknown>> = {},
): Promise<{ communityId: string; seriesId: string }> {
  const input = { ...about, rule, ...said };
  const made = valueOf(await cast.application.execute(makeSeries, input, byPerson(ada)));
  return { communityId: about.communityId, seriesId: made.seriesId };
}

async function at(instant: string): Promise<void> {
  cast.clock.set(instant);
  await cast.pumpClock();
}

/** The gatherings of a series with their sessions' wall-clock starts, the first first. */
async function held(seriesId: string): Promise<readonly { readonly id: string; readonly starts: string }[]> {
  const dates = (await datesSince(read(), seriesId, Temporal.PlainDateTime.from("2020-01-01")))
    .filter(({ gatheringId }) => gatheringId !== undefined)
    .toReversed();
  return Promise.all(
    dates.map(async ({ gatheringId: id = "" }) => ({
      id,
      starts: (await sessionsOf(read(), id)).map(({ time }) => time.start.toString()).join(),
    })),
  );
}

const starts = async (seriesId: string) => (await held(seriesId)).map((one) => one.starts);

describe("a series", () => {
  test("announces the next gathering so many days ahead, at the same time of day though the clocks change", async () => {
    const { seriesId } = await series({ announceDays: 10 });
    await at("2027-03-08T17:59:59Z");
    expect(await starts(seriesId)).toEqual(["2027-03-04T19:00:00"]);
    await at("2027-03-08T18:00:00Z");
    await at("2027-03-22T18:00:00Z");
    expect(await starts(seriesId)).toEqual(["2027-03-04T19:00:00", "2027-03-18T19:00:00", "2027-04-01T19:00:00"]);
    const last = (await held(seriesId)).at(-1)?.id ?? "";
    expect(await gatheringById(read(), last)).toMatchObject({
      state: "date-set",
      title: (await gatheringById(read(), about.gatheringId))?.title,
      organiserId: ada,
      reason: "",
    });
    expect((await gatheringById(read(), last))?.handle).toMatch(/_20270401$/);
    const [session] = await sessionsOf(read(), last);
    expect(session?.startsAt.toString()).toBe("2027-04-01T17:00:00Z");
  });

  test("takes the list and the room along, without those who left", async () => {
    for (const person of [grace, emmy]) {
      valueOf(await cast.application.execute(joinInterestList, about, byPerson(person)));
    }
    valueOf(await cast.application.execute(leaveInterestList, about, byPerson(emmy)));
    valueOf(await cast.application.execute(setRoom, { ...about, link: "https://meet.example/hall" }, byPerson(ada)));
    const { seriesId } = await series();
    await at("2027-03-05T10:00:00Z");
    const next = (await held(seriesId)).at(1)?.id ?? "";
    expect(await interestOf(read(), next, grace)).toBe("on-list");
    expect(await interestOf(read(), next, emmy)).toBe("never");
    expect(await roomOf(read(), next)).toBe("https://meet.example/hall");
  });

  test("answers for those who answered for all of it, and each date may be answered otherwise", async () => {
    const one = await series();
    const answer = (person: PersonId, said: string) =>
      cast.application.execute(answerSeries, { ...one, answer: said }, byPerson(person));
    valueOf(await answer(grace, "going"));
    valueOf(await answer(emmy, "maybe"));
    await at("2027-03-05T10:00:00Z");
    const next = { ...about, gatheringId: (await held(one.seriesId)).at(1)?.id ?? "" };
    const saidOf = async (person: PersonId) => [...(await rsvpsOfPerson(read(), next.gatheringId, person)).values()];
    expect(await saidOf(grace)).toMatchObject([{ answer: "going", standing: "confirmed" }]);
    expect(await saidOf(emmy)).toMatchObject([{ answer: "maybe", standing: "noted" }]);
    valueOf(await cast.application.execute(answerRsvp, { ...next, answer: "not-going" }, byPerson(grace)));
    expect(await saidOf(grace)).toMatchObject([{ answer: "not-going" }]);
    valueOf(await answer(emmy, ""));
    await at("2027-03-19T10:00:00Z");
    const third = (await held(one.seriesId)).at(2)?.id ?? "";
    expect([...(await rsvpsOfPerson(read(), third, grace)).values()]).toMatchObject([{ answer: "going" }]);
    expect((await rsvpsOfPerson(read(), third, emmy)).size).toBe(0);
  });

  test("opens each date to the same kinds of people, and asks them the same", async () => {
    const opened = { kinds: [{ kind: "member" as const, places: 9 }], reason: "A circle of members." };
    valueOf(await cast.application.execute(openSeats, { ...about, ...opened }, byPerson(ada)));
    const questions = ["languages"] as const;
    valueOf(await cast.application.execute(chooseQuestions, { ...about, questions: [...questions] }, byPerson(ada)));
    const one = await series();
    for (const person of [ada, emmy]) {
      valueOf(await cast.application.execute(answerSeries, { ...one, answer: "going" }, byPerson(person)));
    }
    await at("2027-03-05T10:00:00Z");
    const next = (await held(one.seriesId)).at(1)?.id ?? "";
    const gathering = await gatheringById(read(), next);
    if (gathering === undefined) throw new Error("nothing was announced");
    expect((await seatingOf(read(), gathering)).reason).toBe("A circle of members.");
    expect(await questionsOf(read(), next)).toEqual(questions);
    expect((await rsvpsOfPerson(read(), next, ada)).size).toBe(1);
    expect((await rsvpsOfPerson(read(), next, emmy)).size).toBe(0);
  });

  test("is announced though somebody has taken every handle it would like", async () => {
    const before = await gatheringById(read(), about.gatheringId);
    for (const handle of dateHandles(before?.handle ?? "", Temporal.PlainDate.from("2027-03-18"))) {
      const taken = {
        communityId: about.communityId,
        handle,
        title: "Mine",
        purpose: "Take.",
        language: "en",
        zone: "UTC",
      };
      valueOf(await cast.application.execute(announceGathering, taken, byPerson(ada)));
    }
    const { seriesId } = await series();
    await at("2027-03-05T10:00:00Z");
    const next = (await held(seriesId)).at(1)?.id ?? "";
    expect((await gatheringById(read(), next))?.handle).toMatch(/^gathering_[0-9a-f]{12}$/);
  });

  test("leaves a date out with its reason, and goes on with the one after", async () => {
    const one = await series();
    const leaveOut = { ...one, date: "2027-03-18T19:00:00", reason: "Everyone is at the congress." };
    valueOf(await cast.application.execute(leaveOutDate, leaveOut, byPerson(ada)));
    await at("2027-03-19T10:00:00Z");
    expect(await starts(one.seriesId)).toEqual(["2027-03-04T19:00:00", "2027-04-01T19:00:00"]);
    const refusalOf = async (date: string) => {
      const answer = await cast.application.execute(leaveOutDate, { ...leaveOut, date }, byPerson(ada));
      return answer.ok ? "accepted" : answer.refusal.kind;
    };
    expect(await refusalOf("2027-04-01T19:00:00")).toBe("date-announced");
    expect(await refusalOf("2027-04-02T19:00:00")).toBe("no-date-of-series");
    expect(await refusalOf("2027-04-15T19:00:00")).toBe("accepted");
  });

  test("goes on after a gathering of it was called off", async () => {
    const { seriesId } = await series();
    valueOf(await cast.application.execute(cancelGathering, { ...about, reason: "Ill." }, byPerson(ada)));
    await at("2027-03-05T10:00:00Z");
    const next = (await held(seriesId)).at(1)?.id ?? "";
    expect(await gatheringById(read(), next)).toMatchObject({ state: "date-set" });
  });

  test("skips what has passed while the server stood still, and does not announce in a heap", async () => {
    const { seriesId } = await series();
    await at("2027-06-01T10:00:00Z");
    expect(await starts(seriesId)).toEqual(["2027-03-04T19:00:00", "2027-06-10T19:00:00"]);
  });

  test("is over when its rule has no more dates", async () => {
    const counted = await series({ rule: "FREQ=WEEKLY;COUNT=2" });
    expect((await seriesById(read(), counted.seriesId))?.endedAt).toBeUndefined();
    await at("2027-02-25T18:00:00Z");
    expect((await seriesById(read(), counted.seriesId))?.endedAt?.toString()).toBe("2027-02-25T18:00:00Z");
    expect(await starts(counted.seriesId)).toHaveLength(2);
  });

  test("that is ended announces nothing more", async () => {
    const one = await series();
    valueOf(await cast.application.execute(endSeries, one, byPerson(ada)));
    await at("2027-03-19T10:00:00Z");
    expect(await starts(one.seriesId)).toHaveLength(1);
  });

  test("shares out the night among the times in question", async () => {
    for (const [person, name, zone] of [
      [grace, "Grace", "Asia/Tokyo"],
      [emmy, "Emmy", "America/Los_Angeles"],
    ] as const) {
      const said = { name, language: "en", zone };
      valueOf(await cast.application.execute(describeOneself, said, byPerson(person)));
    }
    for (const person of [grace, emmy]) {
      valueOf(await cast.application.execute(joinInterestList, about, byPerson(person)));
    }
    const { seriesId } = await series({ otherTimes: ["09:00"] });
    for (const day of ["05", "19"]) await at(`2027-03-${day}T10:00:00Z`);
    await at("2027-04-02T10:00:00Z");
    const hours = (await starts(seriesId)).slice(1).map((one) => one.slice(11, 16));
    expect(new Set(hours)).toEqual(new Set(["09:00", "19:00"]));
    expect(hours[0]).not.toBe(hours[1]);
  });

  test("is made by those who organise, once, of a gathering with a date, by a rule that can be read", async () => {
    const refusalOf = async (said: object, person = ada) => {
      const answer = await cast.application.execute(makeSeries, { ...about, rule, ...said }, byPerson(person));
      return answer.ok ? "accepted" : answer.refusal.kind;
    };
    expect(await refusalOf({}, grace)).toBe("not-an-organiser");
    expect(await refusalOf({ rule: "every Thursday" })).toBe("unreadable-recurrence");
    expect(await refusalOf({ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" })).toBe("never-recurs");
    expect(await refusalOf({ gatheringId: (await cast.gathering(ada, community)).gatheringId })).toBe("no-date-yet");
    expect(await refusalOf({})).toBe("accepted");
    expect(await refusalOf({})).toBe("one-of-a-series");
  });

  test("announces by the clock alone", async () => {
    const one = await series();
    const answer = await cast.application.execute(announceNext, one, byPerson(ada));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "only-the-clock" } });
    const notHers = { ok: false, refusal: { kind: "not-an-organiser" } };
    const leaveOut = { ...one, date: "2027-03-18T19:00:00", reason: "No." };
    expect(await cast.application.execute(endSeries, one, byPerson(grace))).toMatchObject(notHers);
    expect(await cast.application.execute(leaveOutDate, leaveOut, byPerson(grace))).toMatchObject(notHers);
  });
});

describe("the next gathering without a rule", () => {
  test("has the list of the one before, and everyone on it hears so once", async () => {
    valueOf(await cast.application.execute(joinInterestList, about, byPerson(grace)));
    const next = { ...about, handle: "second_gathering", title: "Second gathering", purpose: "Meet again." };
    const { gatheringId } = valueOf(await cast.application.execute(announceAgain, next, byPerson(ada)));
    expect(await gatheringById(read(), gatheringId)).toMatchObject({ state: "idea", title: "Second gathering" });
    expect(await interestOf(read(), gatheringId, grace)).toBe("on-list");
    const event = cast.events.findLast(({ name }) => name === "list-carried");
    const sources = gatheringNotices.filter(({ events }) => events.includes("list-carried"));
    if (event === undefined) throw new Error("nobody was told of the list");
    const told = await Promise.all(sources.map((one) => one.notices(cast.application, event)));
    expect(told.flat().map(({ personId, key }) => [personId, key])).toEqual([[grace, "gatherings.notice.next"]]);
    expect(await cast.application.execute(announceAgain, next, byPerson(emmy))).toMatchObject({
      refusal: { kind: "not-an-organiser" },
    });
    expect(await cast.application.execute(announceAgain, next, byPerson(ada))).toMatchObject({
      refusal: { kind: "handle-taken" },
    });
  });
});
