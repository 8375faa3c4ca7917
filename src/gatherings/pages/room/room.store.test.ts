import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { Notice } from "../../../kernel/notifications/notice.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { editGathering } from "../../commands/edit-gathering.ts";
import { gatheringNotices } from "../../notices.ts";

const link = "https://meet.example/plum-hall";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
  path = `/gatherings/${about.gatheringId}`;
});
afterAll(() => visits.cast.close());

const give = (typed: string, person = visits.ada) =>
  visits.browser(person).submit(`${path}/room`, `${path}/room`, { link: typed });

const say = async (person: string, answer: string) =>
  valueOf(await visits.cast.application.execute(answerRsvp, { ...about, answer }, byPerson(person)));

const pageOf = async (person?: GatheringVisits["ada"]) => (await visits.browser(person).get(path)).html;

/** What the reminders of an event say, by person. */
async function remindersOf(reminder: string): Promise<ReadonlyMap<string, Notice["values"]>> {
  const event = visits.cast.events.findLast(
    ({ name, payload }) => name === "session-reminder-due" && payload["reminder"] === reminder,
  );
  if (event === undefined) throw new Error(`the reminder of the ${reminder} is not due`);
  const sources = gatheringNotices.filter(({ events }) => events.includes(event.name));
  const notices = (await Promise.all(sources.map((one) => one.notices(visits.cast.application, event)))).flat();
  return new Map(notices.map(({ personId, values }) => [personId, values]));
}

test("the way into the room is shown to those who have a place, and to nobody else", async () => {
  const texts = { ...about, title: "Hall", purpose: "Meet.", language: "en", capacity: 1, audienceCapacity: 0 };
  valueOf(await visits.cast.application.execute(editGathering, texts, byPerson(visits.ada)));
  expect(await give(link)).toMatchObject({ status: 303, location: `${path}?done=room-set` });
  await say(visits.grace, "going");
  await say(visits.emmy, "going");
  expect(await pageOf(visits.ada)).toContain(`href="${link}"`);
  expect(await pageOf(visits.grace)).toContain(`href="${link}"`);
  for (const other of [visits.emmy, undefined]) {
    const html = await pageOf(other);
    expect(html).not.toContain("plum-hall");
    expect(html).toContain("There is a video room.");
  }
});

test("neither the log nor the calendar of all names the room", async () => {
  await give(link);
  expect(JSON.stringify(visits.cast.events)).not.toContain("plum-hall");
  expect((await visits.browser().get(`${path}/calendar.ics`)).html).not.toContain("plum-hall");
});

test("the last two reminders carry the link, to those who have a place", async () => {
  await give(link);
  await say(visits.grace, "going");
  await say(visits.emmy, "maybe");
  for (const [instant, reminder, room] of [
    ["2027-03-03T18:00:00Z", "day", "none"],
    ["2027-03-04T17:00:00Z", "hour", link],
    ["2027-03-04T17:50:00Z", "ten-minutes", link],
  ] as const) {
    visits.cast.clock.set(instant);
    await visits.cast.pumpClock();
    const told = await remindersOf(reminder);
    expect(told.get(visits.grace)).toMatchObject({ room });
    expect(told.get(visits.emmy)).toMatchObject({ room: "none" });
  }
});

test("what is no link to a room is refused beside the field, and an empty field takes the room away", async () => {
  const refused = await give("http://meet.example/plum-hall");
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="field-link-fault"');
  expect(refused.html).toContain('value="http://meet.example/plum-hall"');
  await give(link);
  await give("");
  expect(await pageOf(visits.ada)).not.toContain("plum-hall");
});

test("only those who organise name the room", async () => {
  expect((await visits.browser(visits.grace).get(`${path}/room`)).status).toBe(403);
  expect((await visits.browser(visits.grace).send(path, `${path}/room`, { link })).status).toBe(403);
});
