import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { describeOneself } from "../../../accounts/commands/people/describe-oneself.ts";
import { announceAgain } from "../../commands/series/announce-again.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { pollOfGathering } from "../../store/polls.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let form: string;
let action: string;

const search =
  "?first=2027-02-20&last=2027-02-22&earliest=18:00&latest=20:00&step=60&length=90&zone=Europe/Rome&zones=Pacific/Auckland";

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  form = `/gatherings/${about.gatheringId}/poll/new${search}`;
  action = `/gatherings/${about.gatheringId}/polls${search}`;
});
afterAll(() => visits.cast.close());

const hidden = { zone: "Europe/Rome", lengthMinutes: "90" };
const poll = () => pollOfGathering(visits.cast.application.read, about.gatheringId);

describe("looking for times", () => {
  test("suggests times, and says where it is night", async () => {
    const { status, words, html } = await visits.browser(visits.ada).get(form);
    expect(status).toBe(200);
    expect(html).toContain('value="2027-02-20T18:00"');
    expect(words).toContain("Pacific/Auckland");
    // Six in the evening in Rome is six in the morning in Auckland.
    expect(words).toMatch(/Sat 20 Feb, 18:00 CET Sun 21 Feb, 06:00 GMT\+13 ☾ partly night/);
    expect(words).toMatch(/20:00 CET Sun 21 Feb, 08:00 GMT\+13 Sun/);
  });

  test("says who has borne the night before, and that it counts now", async () => {
    const { cast, grace, ada } = visits;
    const { execute } = cast.application;
    const lives = (name: string, zone: string) => ({ name, language: "en", zone });
    await execute(describeOneself, lives("Ada", "Europe/Rome"), byPerson(ada));
    await execute(describeOneself, lives("Grace", "Pacific/Auckland"), byPerson(grace));
    await execute(joinInterestList, about, byPerson(grace));
    await execute(joinInterestList, about, byPerson(ada));
    await cast.date(ada, about, "2027-02-04T17:00");
    const next = { ...about, handle: "spared", title: "Second gathering", purpose: "Meet again." };
    const { gatheringId } = valueOf(await execute(announceAgain, next, byPerson(ada)));
    const looking = (id: string) => visits.browser(ada).get(`/gatherings/${id}/poll/new`);
    expect((await looking(about.gatheringId)).words).not.toContain("Nights borne so far");
    expect((await looking(gatheringId)).words).toContain("Nights borne so far: Pacific/Auckland 60 minutes.");
  });

  test("says beside the field what cannot be read", async () => {
    const path = `/gatherings/${about.gatheringId}/poll/new?first=2027-02-31&last=2027-03-02&zones=Mars/Base`;
    const { html } = await visits.browser(visits.ada).get(path);
    expect(html).toMatch(/id="field-first-fault">Write a day that exists/);
    expect(html).toContain('value="2027-02-31"');
  });

  test("is for organisers", async () => {
    expect((await visits.browser(visits.grace).get(form)).status).toBe(403);
    const visitor = await visits.browser().get(form);
    expect(visitor).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(form)}` });
  });
});

describe("asking when", () => {
  const fields = {
    ...hidden,
    start: ["2027-02-20T18:00", "2027-02-21T19:00"],
    native: ["2027-02-21T19:00"],
    "own-0": "2027-02-27T10:00",
    "own-native-0": "yes",
    closesAt: "2027-02-15T20:00",
  };

  test("opens a poll over the times ticked and typed, of which the chosen ones travel", async () => {
    const sent = await visits.browser(visits.ada).submit(form, action, fields);
    expect(sent).toMatchObject({ status: 303, location: `/gatherings/${about.gatheringId}?done=asked` });
    const opened = await poll();
    expect(opened?.slots.map(({ start, nativeLabel }) => [start.toString(), nativeLabel])).toEqual([
      ["2027-02-20T18:00:00", undefined],
      ["2027-02-21T19:00:00", "Sun 21 Feb, 19:00 CET"],
      ["2027-02-27T10:00:00", "Sat 27 Feb, 10:00 CET"],
    ]);
    expect(opened).toMatchObject({ lengthMinutes: 90, zone: "Europe/Rome", noneLabel: "None of these" });
    expect(opened?.closesAt.toString()).toBe("2027-02-15T19:00:00Z");
  });

  test("refuses to close after the first time, beside that field, and keeps what was ticked and typed", async () => {
    const sent = await visits.browser(visits.ada).submit(form, action, { ...fields, closesAt: "2027-02-21T20:00" });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-closesAt-fault">The poll must close before/);
    expect(sent.html).toMatch(/name="start" value="2027-02-20T18:00" checked/);
    expect(sent.html).not.toMatch(/name="start" value="2027-02-20T19:00" checked/);
    expect(sent.html).toContain('value="2027-02-27T10:00"');
    expect(await poll()).toBeUndefined();
  });

  test("refuses to ask for nothing", async () => {
    const { start: _, "own-0": __, ...nothing } = fields;
    const sent = await visits.browser(visits.ada).submit(form, action, nothing);
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('id="field-start-fault"');
  });

  test("lets at most seven times travel", async () => {
    const starts = Array.from({ length: 8 }, (_, place) => `2027-02-2${place}T18:00`);
    const sent = await visits
      .browser(visits.ada)
      .submit(form, action, { ...hidden, start: starts, native: starts, closesAt: "2027-02-15T20:00" });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("At most 7 times fit into the poll that travels.");
  });

  test("shows more empty rows without forgetting anything", async () => {
    const sent = await visits.browser(visits.ada).submit(form, action, { ...fields, more: "yes" });
    expect(sent.status).toBe(200);
    expect(sent.html).toContain('name="own-5"');
    expect(sent.html).toContain('value="2027-02-27T10:00"');
    expect(await poll()).toBeUndefined();
  });

  test("is refused to others even without the page", async () => {
    const page = `/gatherings/${about.gatheringId}`;
    const sent = await visits.browser(visits.grace).send(page, action, fields);
    expect(sent.status).toBe(403);
    expect(await poll()).toBeUndefined();
  });
});
