import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { answerSchedulingPoll } from "../../commands/answer-scheduling-poll.ts";
import type { PersonId, SlotId } from "../../model/gathering.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { answerOf, pollOfGathering } from "../../store/polls.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;
let slots: readonly SlotId[];
let pollId: string;

// In Rome: Saturday at six, Sunday at six, Monday at three in the morning.
const starts = ["2027-02-20T18:00", "2027-02-21T18:00", "2027-02-22T03:00"];

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
  pollId = await visits.cast.poll(visits.ada, about, starts, "2027-02-10T10:00:00Z");
  slots = (await pollOfGathering(visits.cast.application.read, about.gatheringId))?.slots.map(({ id }) => id) ?? [];
});
afterAll(() => visits.cast.close());

const slot = (place: number) => slots[place] ?? "";
const answer = (person: PersonId, ...said: readonly ("yes" | "if-need-be" | "no")[]) => {
  const answers = Object.fromEntries(said.map((availability, place) => [slot(place), availability]));
  return visits.cast.application.execute(answerSchedulingPoll, { ...about, answers }, byPerson(person));
};
const close = () => visits.browser(visits.ada).submit(`${path}/poll`, `${path}/poll/closing`);

describe("the grid", () => {
  test("shows each time in the reader's zone, and says in words where it is night for them", async () => {
    const rome = (await visits.browser(visits.grace).get(`${path}/poll`)).words;
    expect(rome).toMatch(/Saturday,? 20 February 2027 18:00–19:00 Yes/);
    expect(rome).toContain("03:00–04:00 ☾ night for you");
    const auckland = (await visits.browser(visits.grace, "Pacific/Auckland").get(`${path}/poll`)).words;
    expect(auckland).toMatch(/Sunday,? 21 February 2027 06:00–07:00 ☾ night for you/);
    expect(auckland).toContain("15:00–16:00 Yes");
  });

  test("takes an answer, and fills it in when its person comes back", async () => {
    const browser = visits.browser(visits.grace);
    const fields = { [`slot-${slot(0)}`]: "yes", [`slot-${slot(1)}`]: "if-need-be", note: "only until half past" };
    const sent = await browser.submit(`${path}/poll`, `${path}/poll/answer`, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}/poll?done=answered` });
    const kept = await answerOf(visits.cast.application.read, pollId, visits.grace);
    expect(Object.fromEntries(kept?.availability ?? [])).toEqual({ [slot(0)]: "yes", [slot(1)]: "if-need-be" });
    const page = await browser.get(sent.location ?? "");
    expect(page.words).toContain("Your answer is taken: 2 times suit you.");
    expect(page.html).toMatch(new RegExp(`name="slot-${slot(0)}" value="yes" checked`));
    expect(page.html).toContain("only until half past</textarea>");
  });

  test("counts times left open as no when asked to", async () => {
    const fields = { [`slot-${slot(0)}`]: "yes", rest: "yes" };
    await visits.browser(visits.grace).submit(`${path}/poll`, `${path}/poll/answer`, fields);
    const kept = await answerOf(visits.cast.application.read, pollId, visits.grace);
    expect([...(kept?.availability.values() ?? [])]).toEqual(["yes", "no", "no"]);
  });

  test("keeps what was typed when the note is too long", async () => {
    const fields = { [`slot-${slot(1)}`]: "no", note: "n".repeat(501) };
    const sent = await visits.browser(visits.grace).submit(`${path}/poll`, `${path}/poll/answer`, fields);
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-note-fault">Write at most 500 characters/);
    expect(sent.html).toMatch(new RegExp(`name="slot-${slot(1)}" value="no" checked`));
  });

  test("of a visitor leads through signing in", async () => {
    const visitor = visits.browser();
    const sent = await visitor.submit(`${path}/poll`, `${path}/poll/answer`, { [`slot-${slot(0)}`]: "yes" });
    expect(sent).toMatchObject({ status: 303, location: `/sign-in?next=${encodeURIComponent(`${path}/poll`)}` });
    const kept = await visitor.get(`${path}/poll`);
    expect(kept.html).toMatch(new RegExp(`name="slot-${slot(0)}" value="yes" checked`));
    expect(kept.words).not.toContain("What 1 person answered");
  });

  test("is gone once the closing time has come, even if nothing has closed the poll yet", async () => {
    const browser = visits.browser(visits.grace);
    const late = await browser.get(`${path}/poll`);
    visits.cast.clock.set("2027-02-10T10:00:00Z");
    expect(late.words).toContain("The poll is open");
    expect((await browser.get(`${path}/poll`)).words).toContain("The poll is closed");
    const sent = await browser.send(path, `${path}/poll/answer`, { [`slot-${slot(0)}`]: "yes" });
    expect(sent.status).toBe(422);
    expect(sent.words).toContain("The poll is closed, so your answer was not counted.");
  });

  test("is not there before anybody asked when", async () => {
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const { status, words } = await visits.browser().get(`/gatherings/${other.gatheringId}/poll`);
    expect(status).toBe(404);
    expect(words).toContain("Nobody has asked when to meet yet.");
  });
});

describe("what came of a poll", () => {
  beforeEach(async () => {
    valueOf(await answer(visits.ada, "yes", "no", "no"));
    valueOf(await answer(visits.grace, "if-need-be", "no", "no"));
    valueOf(await answer(visits.emmy, "no", "yes", "no"));
  });

  test("is weighed once it is closed: best single time, pair, and triple", async () => {
    expect((await visits.browser().get(`${path}/poll`)).words).not.toContain("What came of it");
    expect(await close()).toMatchObject({ status: 303, location: `${path}/poll?done=closed` });
    const { words } = await visits.browser().get(`${path}/poll`);
    expect(words).toMatch(/Best single time .*?18:00 CET 2 of 3 can come 1 of them said yes, the others if need be\./);
    expect(words).toMatch(/Best two times Sat 20 Feb, 18:00 CET \+ Sun 21 Feb, 18:00 CET 3 of 3 can come/);
  });

  test("names whoever is left out to organisers, and to nobody else", async () => {
    await close();
    const best = (words: string) => /Best single time(.*?)Best two times/.exec(words)?.[1] ?? "";
    const organiser = best((await visits.browser(visits.ada).get(`${path}/poll`)).words);
    expect(organiser).toContain("Left out: 1 person who answered; everybody has answered. Emmy @emmy@other.example");
    expect(organiser).toContain("other.example 0 of 1");
    for (const reader of [undefined, visits.grace, visits.emmy]) {
      const others = best((await visits.browser(reader).get(`${path}/poll`)).words);
      expect(others).toContain("Left out: 1 person who answered");
      expect(others).not.toContain("Emmy");
      expect(others).not.toContain("other.example");
      expect(others).toContain("An instance of one person 0 of 1");
    }
  });

  test("lets an organiser choose one of the best, and say why", async () => {
    await close();
    const fields = { choice: `${slot(0)} ${slot(1)}`, reason: "Everybody can come to one of them." };
    const sent = await visits.browser(visits.ada).submit(`${path}/poll`, `${path}/date`, fields);
    expect(sent).toMatchObject({ status: 303, location: `${path}?done=date-set` });
    const sessions = await sessionsOf(visits.cast.application.read, about.gatheringId);
    expect(sessions.map(({ startsAt }) => startsAt.toString())).toEqual([
      "2027-02-20T17:00:00Z",
      "2027-02-21T17:00:00Z",
    ]);
    const page = await visits.browser().get(path);
    expect(page.words).toContain("Everybody can come to one of them.");
    expect((await visits.browser().get(`${path}/poll`)).words).toContain("What was chosen");
  });

  test("lets an organiser choose other times than the best", async () => {
    await close();
    const browser = visits.browser(visits.ada);
    const sent = await browser.submit(`${path}/poll`, `${path}/date`, {
      choice: "own",
      slots: [slot(2)],
      reason: "It must be.",
    });
    expect(sent.status).toBe(303);
    const [session] = await sessionsOf(visits.cast.application.read, about.gatheringId);
    expect(session?.time.start.toString()).toBe("2027-02-22T03:00:00");
  });

  test("says beside the choice that one is needed, and keeps the reason", async () => {
    await close();
    const browser = visits.browser(visits.ada);
    const sent = await browser.submit(`${path}/poll`, `${path}/date`, { reason: "Because of the moon." });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/id="field-choice-fault">Choose one of these/);
    expect(sent.html).toContain("Because of the moon.</textarea>");
    const without = await browser.submit(`${path}/poll`, `${path}/date`, { choice: slot(0), reason: "" });
    expect(without.html).toMatch(/id="field-reason-fault">This is needed/);
    expect(without.html).toMatch(new RegExp(`value="${slot(0)}"[^>]*checked`));
    expect((await gatheringById(visits.cast.application.read, about.gatheringId))?.state).toBe("asking-when");
  });

  test("can be chosen, and the poll closed, by organisers alone", async () => {
    const browser = visits.browser(visits.grace);
    expect((await browser.send(path, `${path}/poll/closing`)).status).toBe(403);
    expect((await browser.send(path, `${path}/date`, { choice: slot(0), reason: "Mine." })).status).toBe(403);
  });
});
