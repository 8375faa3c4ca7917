import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { Command } from "../../../kernel/commands/command.ts";
import type { Notice } from "../../../kernel/notifications/notice.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { answerCommitment } from "../../commands/commitments/answer-commitment.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { answerRolePart } from "../../commands/roles/answer-role.ts";
import { setVolunteersRule } from "../../commands/roles/set-volunteers-rule.ts";
import { volunteerForRole } from "../../commands/roles/volunteer-for-role.ts";
import { setRoom } from "../../commands/room/set-room.ts";
import { gatheringNotices } from "../../notices.ts";
import { rolePartOf } from "../../store/roles/roles.read.ts";

const room = "https://meet.example/plum-hall";

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
  await run(setVolunteersRule, { volunteers: "at-once" });
});
afterAll(() => visits.cast.close());

async function run(command: Command, input: Readonly<Record<string, unknown>>, person = visits.ada): Promise<unknown> {
  return valueOf(await visits.cast.application.execute(command, { ...about, ...input }, byPerson(person)));
}

const takesRole = (person: GatheringVisits["ada"], role: string) => run(volunteerForRole, { role }, person);
const brief = (person?: GatheringVisits["ada"], zone?: string) => visits.browser(person, zone).get(`${path}/brief`);

/** What the reminder of the day before tells, by person. */
const toldTheDayBefore = () => toldAt("2027-03-03T18:00:00Z");

async function toldAt(now: string): Promise<ReadonlyMap<string, Notice>> {
  visits.cast.clock.set(now);
  await visits.cast.pumpClock();
  const event = visits.cast.events.findLast(({ name }) => name === "session-reminder-due");
  if (event === undefined) throw new Error("no reminder is due");
  const sources = gatheringNotices.filter(({ events }) => events.includes(event.name));
  const notices = (await Promise.all(sources.map((one) => one.notices(visits.cast.application, event)))).flat();
  const told = new Map(notices.map((notice) => [notice.personId, notice]));
  expect(told.size).toBe(notices.length);
  return told;
}

describe("the day before", () => {
  test("whoever holds a role hears of the brief instead of the reminder, and all others are reminded", async () => {
    await takesRole(visits.grace, "timekeeper");
    await takesRole(visits.grace, "facilitator");
    for (const person of [visits.grace, visits.emmy]) await run(answerRsvp, { answer: "going" }, person);
    const told = await toldTheDayBefore();
    expect(told.get(visits.grace)).toMatchObject({
      kind: "reminders",
      key: "gatherings.brief.notice",
      path: `${path}/brief`,
      values: { role: { key: "gatherings.roles.name.facilitator" }, others: 1 },
    });
    expect(told.get(visits.emmy)).toMatchObject({ key: "gatherings.notice.session-reminder", path });
    expect(told.get(visits.grace)?.matter).toBe(told.get(visits.emmy)?.matter);
  });

  test("it reaches those who hold a role and have not answered, and nobody who said that they do not come", async () => {
    await takesRole(visits.grace, "facilitator");
    await takesRole(visits.emmy, "timekeeper");
    await run(answerRsvp, { answer: "not-going" }, visits.emmy);
    expect([...(await toldTheDayBefore()).keys()]).toEqual([visits.grace]);
  });

  test("near the beginning those who hold a role hear with all others, and how to come in", async () => {
    await run(setRoom, { link: room });
    await takesRole(visits.grace, "facilitator");
    await takesRole(visits.emmy, "timekeeper");
    await run(answerRsvp, { answer: "not-going" }, visits.emmy);
    for (const now of ["2027-03-04T17:00:00Z", "2027-03-04T17:50:00Z"]) {
      const told = await toldAt(now);
      expect([...told.keys()]).toEqual([visits.grace]);
      expect(told.get(visits.grace)).toMatchObject({
        key: "gatherings.notice.session-reminder",
        values: { room },
      });
    }
  });

  test("it reaches nobody who stepped back", async () => {
    await takesRole(visits.grace, "facilitator");
    const part = await rolePartOf(visits.cast.application.read, about.gatheringId, "facilitator", visits.grace);
    await run(answerRolePart, { partId: part?.id ?? "", act: "no" }, visits.grace);
    expect((await toldTheDayBefore()).size).toBe(0);
  });
});

describe("the brief", () => {
  beforeEach(async () => {
    await takesRole(visits.emmy, "facilitator");
  });

  test("has on one page when and where, who does what, the agenda with times and steps, and who comes", async () => {
    const blocks = [
      { title: "Check in", minutes: 15, structure: "round" },
      { title: "What next", minutes: 12, structure: "one-two-four-all" },
      { title: "What else", minutes: 12, structure: "one-two-four-all" },
    ];
    await run(addBlocks, { blocks });
    await run(setRoom, { link: room });
    await run(answerRsvp, { answer: "going" }, visits.grace);
    const { words, html } = await brief(visits.emmy, "Europe/London");
    expect(html).toContain(`href="${room}"`);
    expect(words).toMatch(/Facilitator Emmy/);
    expect(words).toContain("Nobody holds yet: Note-taker and Timekeeper.");
    expect(words).toMatch(/6:00\s?PM Check in|18:00 Check in/);
    expect(words).toMatch(/(6:15\s?PM|18:15) What next/);
    expect(html.match(/class="structure-steps"/g)?.length).toBeGreaterThanOrEqual(1);
    expect(words).toMatch(/What else .*The same steps as above\./);
    expect(words).toContain("Going 1");
  });

  test("names what is still open, of this gathering and of earlier ones", async () => {
    const due = "2027-03-20";
    const what = "Bring the three books";
    const promised = (await run(proposeCommitment, { what, ownerId: visits.ada, due })) as { commitmentId: string };
    const open = (await brief(visits.emmy)).words;
    expect(open).toMatch(/Bring the three books · Ada/);
    await run(answerCommitment, { commitmentId: promised.commitmentId, act: "finish" });
    expect((await brief(visits.emmy)).words).not.toContain("Bring the three books");
  });

  test("is for those who organise or hold a role, and for nobody else", async () => {
    expect((await brief(visits.ada)).status).toBe(200);
    expect((await brief(visits.emmy)).status).toBe(200);
    expect((await brief(visits.grace)).status).toBe(403);
    expect((await brief()).location).toBe(`/sign-in?next=${encodeURIComponent(`${path}/brief`)}`);
  });

  test("is linked from the gathering for those alone who may read it", async () => {
    const linked = async (person?: GatheringVisits["ada"]) =>
      (await visits.browser(person).get(path)).html.includes(`href="${path}/brief"`);
    expect([await linked(visits.ada), await linked(visits.emmy)]).toEqual([true, true]);
    expect([await linked(visits.grace), await linked()]).toEqual([false, false]);
  });

  test("stays within its weight with the longest agenda", async () => {
    const purpose = "What do we want to know of one another, and why? ".repeat(100);
    const structures = ["round", "one-two-four-all", "triz", "open-space", "fishbowl", "plus-delta"];
    const blocks = Array.from({ length: 60 }, (_, place) => ({
      title: `Block ${place}`,
      minutes: 5,
      purpose,
      structure: structures[place % structures.length],
    }));
    await run(addBlocks, { blocks });
    expect((await brief(visits.emmy)).html.length).toBeLessThan(60 * 1024);
  });

  test("is closed to whoever is kept out of the community, whatever role they held", async () => {
    const block = { communityId: about.communityId, personId: visits.emmy, level: "block", reason: "spam" };
    await run(blockPerson, block);
    expect((await brief(visits.emmy)).status).toBe(403);
    expect((await toldTheDayBefore()).has(visits.emmy)).toBe(false);
  });
});
