import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { PersonId } from "../../../communities/index.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { answerRolePart } from "../../commands/roles/answer-role.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { markBlock } from "../../commands/run/mark-block.ts";
import type { Mark } from "../../model/run/run.ts";
import { runsOf } from "../../store/run/runs.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;
let checkIn: string;
let updates: string;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}`;
  await visits.cast.date(visits.ada, about, "2027-02-20T18:00");
  const blocks = [
    { title: "Check in", minutes: 20, notes: false },
    { title: "Updates", minutes: 30, notes: true },
    { title: "Close", minutes: 10, notes: true, host: "Grace" },
  ];
  valueOf(await execute(answerRsvp, { ...about, answer: "going" }, byPerson(visits.grace)));
  [checkIn = "", updates = ""] = valueOf(await execute(addBlocks, { ...about, blocks }, byPerson(visits.ada))).blockIds;
  at("17:00");
});
afterAll(() => visits.cast.close());

const execute: GatheringVisits["cast"]["application"]["execute"] = (...given) =>
  visits.cast.application.execute(...given);
/** A time of the day, in UTC, on which the session begins at 17:00. */
const at = (time: string) => visits.cast.clock.set(`2027-02-20T${time}:00Z`);
const mark = (block: string, what: Mark, person: PersonId = visits.ada) =>
  execute(markBlock, { ...about, blockId: block, mark: what }, byPerson(person));
const kindOf = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) => result.refusal?.kind;
const press = (block: string, what: Mark, person: PersonId = visits.ada) =>
  visits.browser(person).send(`${path}/run`, `${path}/run/${block}`, { mark: what });
const publish = async () => {
  at("18:01");
  await visits.cast.pumpClock();
  await visits.browser(visits.ada).submit(`${path}/minutes`, `${path}/minutes/draft`);
  visits.cast.clock.pass({ hours: 72 });
  await visits.cast.pumpClock();
  return (await visits.browser(undefined, "UTC").get(`${path}/minutes.md`)).html;
};

describe("what begins and ends", () => {
  test("is marked by one button each, and stands in the minutes as it was, and as planned where nobody marked it", async () => {
    at("17:03");
    expect(await press(checkIn, "begun")).toMatchObject({ status: 303, location: `${path}/run?done=begun` });
    at("17:25");
    await press(updates, "begun");
    expect((await visits.browser(visits.ada).get(`${path}/run`)).words).toMatch(
      /Check in 20 minutes from 18:03 to 18:25 Take the end back .*Updates 30 minutes going on since 18:25 Ends now/,
    );
    at("17:50");
    await press(updates, "ended");
    const minutes = await publish();
    expect(minutes).toMatch(/^- 18:03–18:25 Check in \(planned: 20 minutes\)$/m);
    expect(minutes).toMatch(/^- 18:25–18:50 Updates \(planned: 30 minutes\)$/m);
    expect(minutes).toMatch(/^- 18:50 Close \(as planned, not marked: 10 minutes\)$/m);
  });

  test("is said to be planned in the minutes of a gathering where nobody marked it", async () => {
    const minutes = await publish();
    expect(minutes).toMatch(/^- 18:00 Check in \(20 minutes\)$/m);
    expect(minutes).toContain("The times are as planned; nobody marked them while it ran.");
  });

  test("can be taken back, and an end that nobody marked is said so", async () => {
    at("17:03");
    await press(checkIn, "begun");
    await press(checkIn, "not-begun");
    at("17:05");
    await press(updates, "begun");
    await press(updates, "ended");
    await press(updates, "not-ended");
    expect(await publish()).toMatch(/^- 18:05 Updates \(its end was not marked; planned: 30 minutes\)$/m);
  });

  test("is one mark though the form is sent twice", async () => {
    const ada = visits.browser(visits.ada);
    await ada.submit(`${path}/run`, `${path}/run/${checkIn}`, { mark: "begun" });
    at("17:10");
    await ada.sendAgain();
    const [run] = await runsOf(visits.cast.application.read, about.gatheringId);
    expect(run?.begunAt.toString()).toBe("2027-02-20T17:00:00Z");
    expect(visits.cast.events.filter(({ name }) => name === "block-marked").at(-1)?.payload).toMatchObject({
      block: checkIn,
      mark: "begun",
      at: "2027-02-20T17:00:00Z",
    });
  });
});

describe("nothing is marked", () => {
  test("before half an hour before a session, three hours after it, or once it is called off", async () => {
    for (const time of ["16:29", "21:00"]) {
      at(time);
      expect(kindOf(await mark(checkIn, "begun"))).toBe("not-running");
      expect((await visits.browser(visits.ada).get(`${path}/run`)).words).toContain("Times are marked from 30 minutes");
    }
    at("16:30");
    valueOf(await mark(checkIn, "begun"));
    at("16:31");
    valueOf(await execute(cancelGathering, { ...about, reason: "storm" }, byPerson(visits.ada)));
    expect(kindOf(await mark(updates, "begun"))).toBe("not-running");
  });

  test("to end before it began, and nothing on a block of another gathering", async () => {
    expect(kindOf(await mark(checkIn, "ended"))).toBe("block-not-begun");
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const input = { ...other, blockId: checkIn, mark: "begun" };
    expect(kindOf(await execute(markBlock, input, byPerson(visits.ada)))).toBe("not-found");
  });
});

describe("who marks what", () => {
  const offer = async (person: PersonId, role: "note-taker" | "speaker") => {
    const offered = await execute(offerRole, { ...about, role, personId: person }, byPerson(visits.ada));
    const answer = { ...about, partId: valueOf(offered).partId, act: "yes" };
    valueOf(await execute(answerRolePart, answer, byPerson(person)));
  };
  const link = async (person?: PersonId) =>
    (await visits.browser(person).get(`${path}/agenda`)).html.includes(`href="${path}/run"`);

  test("is who organises or takes notes, and nobody who does neither", async () => {
    visits.cast.clock.set("2027-02-01T10:00:00Z");
    valueOf(await execute(answerRsvp, { ...about, answer: "going" }, byPerson(visits.emmy)));
    at("17:00");
    await offer(visits.emmy, "speaker");
    expect(kindOf(await mark(checkIn, "begun", visits.emmy))).toBe("not-a-runner");
    expect((await visits.browser(visits.emmy).get(`${path}/run`)).status).toBe(403);
    expect([await link(visits.ada), await link(visits.emmy), await link()]).toEqual([true, false, false]);
    await offer(visits.emmy, "note-taker");
    expect([await link(visits.emmy), kindOf(await mark(checkIn, "begun", visits.emmy))]).toEqual([true, undefined]);
    expect((await visits.browser().get(`${path}/run`)).location).toContain("/sign-in");
    at("21:00");
    expect(await link(visits.ada)).toBe(false);
  });

  test("is whoever hosts a block, for that block alone", async () => {
    const { html } = await visits.browser(visits.grace).get(`${path}/run`);
    expect(html.match(/<form[^>]*\/run\//g)).toHaveLength(1);
    expect(kindOf(await mark(checkIn, "begun", visits.grace))).toBe("not-a-runner");
    expect((await press(checkIn, "begun", visits.grace)).status).toBe(403);
  });

  test("is nobody whom the community keeps out", async () => {
    const rude = await visits.cast.person("Rude");
    const input = { communityId: visits.community, personId: rude, level: "block", reason: "rude" };
    valueOf(await execute(blockPerson, input, byPerson(visits.ada)));
    expect(kindOf(await mark(checkIn, "begun", rude))).toBe("kept-out");
  });
});
