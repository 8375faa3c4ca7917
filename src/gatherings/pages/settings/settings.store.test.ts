import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";

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

const gathering = () => gatheringById(visits.cast.application.read, about.gatheringId);
const sessions = () => sessionsOf(visits.cast.application.read, about.gatheringId);
const organiser = () => visits.browser(visits.ada);

describe("changing texts and places", () => {
  const texts = {
    title: "New title",
    purpose: "New purpose.",
    description: "**More**",
    language: "de",
    place: "https://video.example/hall",
    capacity: "12",
    audienceCapacity: "",
  };

  test("keeps all of them; an empty number is no limit", async () => {
    const sent = await organiser().submit(`${path}/settings`, `${path}/settings`, texts);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=edited` });
    expect(await gathering()).toMatchObject({
      title: "New title",
      language: "de",
      capacity: 12,
      audienceCapacity: null,
    });
    const { html } = await visits.browser().get(path);
    expect(html).toContain("<strong>More</strong>");
    expect(html).toContain('href="https://video.example/hall"');
  });

  test("says beside the field what to mend", async () => {
    const sent = await organiser().submit(`${path}/settings`, `${path}/settings`, {
      ...texts,
      capacity: "-1",
      title: "",
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('id="field-capacity-fault"');
    expect(sent.html).toContain('id="field-title-fault"');
    expect(sent.html).toContain("New purpose.</textarea>");
  });
});

describe("setting the date without asking", () => {
  const fields = {
    "start-0": "2027-03-04T19:00",
    "start-1": "",
    "start-2": "2027-03-05T09:00",
    zone: "America/New_York",
    lengthMinutes: "90",
    reason: "It suits.",
  };

  test("takes one to three times of one zone", async () => {
    const sent = await organiser().submit(`${path}/date`, `${path}/date`, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=date-set` });
    expect((await sessions()).map(({ startsAt }) => startsAt.toString())).toEqual([
      "2027-03-05T00:00:00Z",
      "2027-03-05T14:00:00Z",
    ]);
    const { words } = await visits.browser(visits.grace, "Europe/Rome").get(path);
    expect(words).toMatch(
      /Friday,? 5 March 2027 at 01:00 \(Central European Standard Time\); for the organiser Thursday 19:00/,
    );
    expect(words).toContain("1 hour, 30 minutes, until 02:30");
  });

  test("says beside the very time that no clock will show it", async () => {
    const sent = await organiser().submit(`${path}/date`, `${path}/date`, { ...fields, "start-2": "2027-03-14T02:30" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-start-2-fault">No clock will show this time/);
    expect(sent.html).toContain('value="2027-03-04T19:00"');
  });

  test("refuses a time that has passed, and a length out of range, beside them", async () => {
    const past = await organiser().submit(`${path}/date`, `${path}/date`, {
      ...fields,
      "start-0": "2027-01-04T19:00",
      "start-2": "",
    });
    expect(past.html).toMatch(/id="field-start-0-fault">This time has passed already/);
    const long = await organiser().submit(`${path}/date`, `${path}/date`, { ...fields, lengthMinutes: "3" });
    expect(long.html).toMatch(/id="field-lengthMinutes-fault">From 5 to 1,440 minutes/);
  });
});

describe("moving a session", () => {
  test("tells the new time and why", async () => {
    const session = await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const form = `${path}/sessions/${session}/time`;
    const fields = {
      start: "2027-03-06T19:00",
      zone: "Europe/Rome",
      lengthMinutes: "60",
      reason: "The room was taken.",
    };
    const sent = await organiser().submit(form, form, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=moved` });
    const { words } = await visits.browser().get(path);
    expect(words).toContain("6 March 2027");
    expect(words).toContain("The room was taken.");
  });

  test("of another gathering is not found", async () => {
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const session = await visits.cast.date(visits.ada, other, "2027-03-04T19:00");
    expect((await organiser().get(`${path}/sessions/${session}/time`)).status).toBe(404);
  });
});

describe("calling a gathering off", () => {
  test("needs a reason, and says it to everyone", async () => {
    await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
    const form = `${path}/cancellation`;
    const without = await organiser().submit(form, form, { reason: " " });
    expect(without.html).toMatch(/id="field-reason-fault">This is needed/);
    expect(await organiser().submit(form, form, { reason: "Too few can come." })).toMatchObject({ status: 303 });
    const { words } = await visits.browser().get(path);
    expect(words).toContain("Now: Called off");
    expect(words).toContain("Too few can come.");
  });
});

test("what organisers change is closed to members and passers-by", async () => {
  const session = await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
  const forms = ["settings", "date", "cancellation", `sessions/${session}/time`].map((part) => `${path}/${part}`);
  for (const form of forms) {
    expect((await visits.browser(visits.grace).get(form)).status).toBe(403);
    expect((await visits.browser(visits.grace).send(path, form, { reason: "mine", title: "mine" })).status).not.toBe(
      303,
    );
    expect((await visits.browser().get(form)).location).toContain("/sign-in");
  }
  expect(await gathering()).toMatchObject({ title: "First gathering", state: "date-set" });
});

describe("setting the date without a poll", () => {
  test("says of every empty field what to mend", async () => {
    const page = `${path}/date`;
    const sent = await organiser().submit(page, page, {
      "start-0": "",
      zone: "Europe/Rome",
      lengthMinutes: "60",
      reason: "",
    });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("Start: This is needed. Why: This is needed.");
  });
});
