import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { editGathering } from "../../commands/edit-gathering.ts";
import { setDate } from "../../commands/set-date.ts";
import { rsvpsOfPerson } from "../../store/sessions.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
});
afterAll(() => visits.cast.close());

const places = (capacity: number, audienceCapacity = 0) =>
  visits.cast.application.execute(
    editGathering,
    { ...about, title: "First gathering", purpose: "Meet.", language: "en", capacity, audienceCapacity },
    byPerson(visits.ada),
  );
const rsvps = async (person: string) => [
  ...(await rsvpsOfPerson(visits.cast.application.read, about.gatheringId, person)).values(),
];

describe("an RSVP on the web", () => {
  test("is taken, and the page says where it stands", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const browser = visits.browser(visits.grace);
    const sent = await browser.submit(path, `${path}/rsvp`, { sessionId: "", answer: "going", people: "2" });
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=said` });
    const { words } = await browser.get(`${path}?done=said`);
    expect(words).toContain("Your answer is taken.");
    expect(words).toContain("Thu 4 Mar, 19:00 CET : you are going, 2 of you");
    expect(words).toContain("Grace @grace@social.example and 1 more");
    expect(words).toContain("You are on the list now");
  });

  test("sent twice by one form is one answer", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const browser = visits.browser(visits.grace);
    await browser.submit(path, `${path}/rsvp`, { answer: "going", people: "1" });
    const told = visits.cast.events.length;
    expect(await browser.sendAgain()).toMatchObject({ status: 303 });
    expect(visits.cast.events).toHaveLength(told);
  });

  test("names the place on the waiting list, in the order of arrival", async () => {
    valueOf(await places(2));
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    await visits.browser(visits.ada).submit(path, `${path}/rsvp`, { answer: "going", people: "2" });
    await visits.browser(visits.grace).submit(path, `${path}/rsvp`, { answer: "going", people: "1" });
    const emmy = visits.browser(visits.emmy);
    await emmy.submit(path, `${path}/rsvp`, { answer: "going", people: "1" });
    expect((await emmy.get(path)).words).toContain("number 2 on the waiting list");
    expect((await visits.browser().get(path)).words).toContain("2, full, 2 waiting");
    await visits.browser(visits.ada).submit(path, `${path}/rsvp`, { answer: "not-going", people: "1" });
    expect((await emmy.get(path)).words).toContain("you are going");
  });

  test("says beside the field that the party is larger than the room", async () => {
    valueOf(await places(2));
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const sent = await visits.browser(visits.grace).submit(path, `${path}/rsvp`, { answer: "going", people: "3" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-people-fault">There are only 2 places in all/);
    expect(sent.html).toMatch(/name="people"[^>]*value="3"/);
    expect(sent.html).toMatch(/value="going"[^>]*checked/);
  });

  test("without an answer is asked for one", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const sent = await visits.browser(visits.grace).submit(path, `${path}/rsvp`, { people: "1" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-answer-fault">This is needed/);
  });

  test("offers a seat in the audience only where there are some", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    expect((await visits.browser().get(path)).html).not.toContain('value="audience"');
    valueOf(await places(2, 5));
    expect((await visits.browser().get(path)).html).toContain('value="audience"');
    await visits.browser(visits.grace).submit(path, `${path}/rsvp`, { answer: "audience", people: "1" });
    expect((await visits.browser(visits.grace).get(path)).words).toContain("you are listening in");
  });

  test("is for one of two sessions, or for both", async () => {
    const sessions = ["2027-03-04T19:00", "2027-03-05T09:00"].map((start) => ({
      start,
      zone: "Europe/Rome",
      lengthMinutes: 60,
    }));
    const set = valueOf(
      await visits.cast.application.execute(setDate, { ...about, sessions, reason: "two" }, byPerson(visits.ada)),
    );
    const browser = visits.browser(visits.grace);
    await browser.submit(path, `${path}/rsvp`, { sessionId: set.sessionIds[1] ?? "", answer: "going", people: "1" });
    expect(await rsvps(visits.grace)).toHaveLength(1);
    await browser.submit(path, `${path}/rsvp`, { sessionId: "", answer: "maybe", people: "1" });
    expect((await rsvps(visits.grace)).map(({ answer }) => answer)).toEqual(["maybe", "maybe"]);
  });

  test("is not taken any more once it has begun", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    visits.cast.clock.set("2027-03-04T18:00:00Z");
    const { words, html } = await visits.browser(visits.grace).get(path);
    expect(words).toContain("It has begun");
    expect(html).not.toContain(`action="${path}/rsvp"`);
  });

  test("of a visitor leads through signing in", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const visitor = visits.browser();
    const sent = await visitor.submit(path, `${path}/rsvp`, { answer: "going", people: "4" });
    expect(sent).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(path)}` });
    expect((await visitor.get(path)).html).toMatch(/name="people"[^>]*value="4"/);
  });
});

describe("the page of everyone who answered", () => {
  test("names them to organisers alone", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    await visits.browser(visits.emmy).submit(path, `${path}/rsvp`, { answer: "not-going", people: "1" });
    const { words } = await visits.browser(visits.ada).get(`${path}/people`);
    expect(words).toContain("Emmy @emmy@other.example Not going 1 Noted");
    expect((await visits.browser(visits.grace).get(`${path}/people`)).status).toBe(403);
    expect((await visits.browser().get(`${path}/people`)).status).toBe(303);
  });
});
