import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { seriesOfGathering } from "../../store/series/series.read.ts";

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

const organiser = () => visits.browser(visits.ada);
const plain = { rhythm: "two-weeks", rule: "", count: "", until: "", announceDays: "14", otherTimes: "" };
const make = (said: Readonly<Record<string, string>> = {}) =>
  organiser().submit(`${path}/series`, `${path}/series`, { ...plain, ...said });

test("a gathering becomes the first of a series by choosing how often", async () => {
  expect((await organiser().get(path)).html).toContain(`href="${path}/series"`);
  expect(await make()).toMatchObject({ status: 303, location: `${path}/series?done=made` });
  const page = await visits.browser().get(`${path}/series`);
  expect(page.words).toContain("Every 2 weeks on Thursday at 19:00 (Europe/Rome).");
  expect(page.words).toContain("Thursday, 18 March 2027 at 19:00");
  expect(page.words).toContain("Announced 14 days before");
  expect((await visits.browser().get(path)).words).toContain("One of a series: Every 2 weeks on Thursday.");
});

test("a rule of one's own, its end and other times are taken, too", async () => {
  await make({ rhythm: "rule", rule: "FREQ=MONTHLY;BYDAY=-1TH", count: "3", otherTimes: "09:00, 21:00" });
  const series = await seriesOfGathering(visits.cast.application.read, about.gatheringId);
  expect(series).toMatchObject({ rule: "FREQ=MONTHLY;BYDAY=-1TH;COUNT=3", otherTimes: ["09:00", "21:00"] });
  const { words } = await visits.browser().get(`${path}/series`);
  expect(words).toContain("Every month on the last Thursday, 3 times at 19:00");
});

test("what cannot be read is told beside its field, and what was typed stays", async () => {
  const sent = await make({ rhythm: "rule", rule: "each <Thursday>", announceDays: "0", otherTimes: "9 pm" });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('id="field-announceDays-fault"');
  expect(sent.html).toContain('id="field-otherTimes-fault"');
  const unread = await make({ rhythm: "rule", rule: "each <Thursday>" });
  expect(unread.html).toContain('id="field-rule-fault"');
  expect(unread.html).toContain('value="each &lt;Thursday&gt;"');
});

test("people answer for all dates, and take it back", async () => {
  await make();
  const answer = (said: string) =>
    visits.browser(visits.grace).submit(`${path}/series`, `${path}/series/answer`, { answer: said });
  expect(await answer("going")).toMatchObject({ status: 303, location: `${path}/series?done=answered` });
  expect((await visits.browser(visits.grace).get(`${path}/series`)).html).toMatch(/value="going"[^>]*checked/);
  await answer("");
  expect((await visits.browser(visits.grace).get(`${path}/series`)).html).not.toMatch(/value="going"[^>]*checked/);
});

test("organisers leave a date out and end the series, nobody else", async () => {
  await make();
  const leftOut = { date: "2027-03-18T19:00:00", reason: "Congress <week>." };
  expect((await visits.browser(visits.grace).get(`${path}/series`)).html).not.toContain("/series/end");
  const other = await visits.browser(visits.grace).send(`${path}/series`, `${path}/series/left-out`, leftOut);
  expect(other.status).toBe(403);
  await organiser().submit(`${path}/series`, `${path}/series/left-out`, leftOut);
  expect((await visits.browser().get(`${path}/series`)).html).toContain("Congress &lt;week&gt;.");
  await organiser().submit(`${path}/series`, `${path}/series/end`);
  expect((await visits.browser().get(`${path}/series`)).words).toContain("This series has ended");
});

test("where there is no series, others find nothing, and before a date there is nothing to repeat", async () => {
  expect((await visits.browser().get(`${path}/series`)).status).toBe(404);
  const dateless = await visits.cast.gathering(visits.ada, visits.community);
  expect((await organiser().get(`/gatherings/${dateless.gatheringId}/series`)).status).toBe(404);
});

test("the next gathering is announced with a handle made from its title", async () => {
  const again = { title: "Second hall", purpose: "Meet again.", handle: "" };
  const sent = await organiser().submit(`${path}/again`, `${path}/again`, again);
  expect(sent).toMatchObject({ status: 303 });
  const { words } = await visits.browser().get(sent.location?.replace(/\?.*/, "") ?? "");
  expect(words).toContain("@second_hall@gather.example");
  expect(words).toContain("Now: Idea");
  expect((await visits.browser(visits.grace).get(`${path}/again`)).status).toBe(403);
});
