import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { editGathering } from "../../commands/edit-gathering.ts";
import { answerSeries } from "../../commands/series/answer-series.ts";
import { endSeries } from "../../commands/series/end-series.ts";
import { leaveOutDate } from "../../commands/series/leave-out-date.ts";
import { makeSeries } from "../../commands/series/make-series.ts";

let visits: GatheringVisits;
let about: CastGathering;
let series: { readonly communityId: string; readonly seriesId: string };

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-25T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
  const input = { ...about, rule: "FREQ=WEEKLY;BYDAY=TH", announceDays: 3 };
  const made = await visits.cast.application.execute(makeSeries, input, byPerson(visits.ada));
  series = { communityId: about.communityId, seriesId: valueOf(made).seriesId };
});
afterAll(() => visits.cast.close());

/** The recurring event of this series in a file; empty when there is none. */
async function recurring(path: string): Promise<string> {
  const file = (await visits.browser().get(path)).html.replaceAll("\r\n ", "");
  return file.split("BEGIN:VEVENT").find((event) => event.includes(`UID:series-${series.seriesId}`)) ?? "";
}

const ofGathering = () => recurring(`/gatherings/${about.gatheringId}/calendar.ics`);
const ofCommunity = () => recurring(`${visits.communityPath}/calendar.ics`);
const sequence = async () => Number(/SEQUENCE:(\d+)/.exec(await ofCommunity())?.[1]);

test("the dates to come stand in the calendar of the community and in that of the gathering, with one uid", async () => {
  for (const event of [await ofGathering(), await ofCommunity()]) {
    expect(event).toContain("DTSTART;TZID=Europe/Rome:20270311T190000");
    expect(event).toContain("RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=");
    expect(event).toContain("STATUS:TENTATIVE");
  }
});

test("a date that is announced becomes an event of its own", async () => {
  const before = await sequence();
  visits.cast.clock.set("2027-03-08T18:00:00Z");
  await visits.cast.pumpClock();
  expect(await ofCommunity()).toContain("DTSTART;TZID=Europe/Rome:20270318T190000");
  const all = (await visits.browser().get(`${visits.communityPath}/calendar.ics`)).html;
  expect(all).toMatch(/DTSTART;TZID=Europe\/Rome:20270311T190000\r\n(?:(?!END:VEVENT)[\s\S])*STATUS:CONFIRMED/);
  expect(await sequence()).toBeGreaterThan(before);
});

test("each change that a calendar shows makes the sequence grow", async () => {
  const { execute } = visits.cast.application;
  const by = byPerson(visits.ada);
  const seen = [await sequence()];
  valueOf(await execute(leaveOutDate, { ...series, date: "2027-03-18T19:00:00", reason: "holiday" }, by));
  seen.push(await sequence());
  const texts = { title: "Weekly hall", purpose: "Meet.", language: "en", capacity: "", audienceCapacity: 0 };
  valueOf(await execute(editGathering, { ...about, ...texts }, by));
  seen.push(await sequence());
  expect(await ofGathering()).toContain("SUMMARY:Weekly hall");
  valueOf(await execute(endSeries, series, by));
  seen.push(await sequence());
  expect(await ofGathering()).toContain("STATUS:CANCELLED");
  expect(seen.every((one, place) => place === 0 || one > (seen[place - 1] ?? 0))).toBe(true);
});

test("the dates to come stand in one's own calendar as long as one said for the series that one comes, or may", async () => {
  const made = await visits.browser(visits.grace).submit("/me/calendar", "/me/calendar");
  const own = /https:\/\/gather\.example(\/calendars\/[\w-]+\.ics)/.exec(made.html)?.[1] ?? "";
  const answer = async (said: string) =>
    valueOf(await visits.cast.application.execute(answerSeries, { ...series, answer: said }, byPerson(visits.grace)));
  expect(await recurring(own)).toBe("");
  await answer("maybe");
  expect(await recurring(own)).toContain("DTSTART;TZID=Europe/Rome:20270311T190000");
  expect(await recurring(own)).toContain("STATUS:TENTATIVE");
  await answer("");
  expect(await recurring(own)).toBe("");
  await answer("going");
  valueOf(await visits.cast.application.execute(endSeries, series, byPerson(visits.ada)));
  expect(await recurring(own)).toContain("STATUS:CANCELLED");
});

test("a series that ended long ago is not told any more", async () => {
  valueOf(await visits.cast.application.execute(endSeries, series, byPerson(visits.ada)));
  visits.cast.clock.set("2027-08-01T10:00:00Z");
  expect(await ofCommunity()).toBe("");
});
