import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";

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

const form = {
  kinds: ["member", "delegate"],
  "places-member": "3",
  "places-delegate": "",
  "places-founder": "",
  reason: "Thirty chairs, and every instance should be heard.",
};

test("organisers say who may come, and everyone reads it with the reason", async () => {
  const sent = await visits.browser(visits.ada).submit(`${path}/seats`, `${path}/seats`, form);
  expect(sent).toMatchObject({ status: 303, location: `${path}?done=seats` });
  const { words } = await visits.browser().get(path);
  expect(words).toContain("Who may come Members 3 places One delegate per instance as many as want to come");
  expect(words).toContain("Thirty chairs, and every instance should be heard.");
});

test("a gathering for anybody says nothing of kinds", async () => {
  await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
  const { words } = await visits.browser(visits.grace).get(path);
  expect(words).not.toContain("Who may come");
  expect(words).not.toContain("You come as");
});

test("a missing reason and impossible places are refused beside their fields, with all that was typed", async () => {
  const browser = visits.browser(visits.ada);
  const unexplained = await browser.submit(`${path}/seats`, `${path}/seats`, { ...form, reason: "" });
  expect(unexplained.status).toBe(422);
  expect(unexplained.html).toMatch(/id="field-reason-fault">Say why not everybody may come/);
  expect(unexplained.html).toMatch(/name="places-member"[^>]*value="3"|value="3"[^>]*name="places-member"/);
  const negative = await browser.submit(`${path}/seats`, `${path}/seats`, { ...form, "places-member": "-1" });
  expect(negative.html).toContain('id="field-places-member-fault"');
});

test("members and passers-by do not open seats", async () => {
  expect((await visits.browser(visits.grace).get(`${path}/seats`)).status).toBe(403);
  expect((await visits.browser(visits.grace).send(path, `${path}/seats`, form)).status).toBe(403);
  expect((await visits.browser().get(`${path}/seats`)).location).toContain("/sign-in");
});

test("an RSVP says as what one comes, and is refused where that is not so", async () => {
  await visits.cast.date(visits.ada, about, "2027-03-04T19:00");
  await visits.browser(visits.ada).submit(`${path}/seats`, `${path}/seats`, form);
  const emmy = visits.browser(visits.emmy);
  const said = { answer: "going", people: "1" };
  const pretended = await emmy.submit(path, `${path}/rsvp`, { ...said, seat: "member" });
  expect(pretended.html).toMatch(/id="field-seat-fault">You are not a member/);
  const sent = await emmy.submit(path, `${path}/rsvp`, { ...said, seat: "delegate" });
  expect(sent.status).toBe(303);
  const { words } = await emmy.get(path);
  expect(words).toContain("you are going, as the delegate of other.example");
  expect(words).toContain("Members 0, 3 places free One delegate per instance 1");
  const people = await visits.browser(visits.ada).get(`${path}/people`);
  expect(people.words).toContain("Going, as the delegate of other.example");
});
