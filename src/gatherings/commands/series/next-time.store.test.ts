import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { describeOneself } from "../../../accounts/commands/people/describe-oneself.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { backlogOf, itemsOf } from "../../store/agenda/items.read.ts";
import { rolePartsOf, volunteersRule } from "../../store/roles/roles.read.ts";
import { datesSince } from "../../store/series/series.read.ts";
import { nightDebtOf } from "../../store/nights/night-debts.read.ts";
import { addBlocks } from "../agenda/add-blocks.ts";
import { publishAgenda } from "../agenda/publish-agenda.ts";
import { proposeItem } from "../agenda/propose-item.ts";
import { removeBlock } from "../agenda/remove-block.ts";
import { settleItem } from "../agenda/settle-item.ts";
import { setVolunteersRule } from "../roles/set-volunteers-rule.ts";
import { joinInterestList } from "../join-interest-list.ts";
import { volunteerForRole } from "../roles/volunteer-for-role.ts";
import { announceAgain } from "./announce-again.ts";
import { makeSeries } from "./make-series.ts";

let cast: GatheringCast;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let handles = 0;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
  await cast.join(community, grace);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  await cast.date(ada, about, "2027-03-04T19:00");
});
afterAll(() => cast.close());

const read = () => cast.application.read;
const { stringify } = JSON;

/** Ada announces the next gathering after the manner of this one. */
async function again(): Promise<string> {
  handles += 1;
  const next = { ...about, handle: `next_${handles}`, title: "Second gathering", purpose: "Meet again." };
  return valueOf(await cast.application.execute(announceAgain, next, byPerson(ada))).gatheringId;
}

async function blocks(...added: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> {
  return valueOf(await cast.application.execute(addBlocks, { ...about, blocks: added }, byPerson(ada))).blockIds;
}

describe("the agenda of the next gathering", () => {
  test("begins with the blocks of the one before, in their order and with their lengths, and nobody hosts them yet", async () => {
    await blocks(
      { title: "Check in", minutes: 15, notes: false, host: "Ada" },
      { title: "What next", minutes: 12, purpose: "One *idea*.", structure: "one-two-four-all", notes: true },
    );
    const carried = await blocksOf(read(), await again());
    expect(carried.map(({ id: _id, ...words }) => words)).toEqual([
      expect.objectContaining({
        title: "Check in",
        minutes: 15,
        notes: false,
        host: { personId: undefined, name: "" },
      }),
      expect.objectContaining({
        title: "What next",
        minutes: 12,
        purpose: "One *idea*.",
        structure: "one-two-four-all",
      }),
    ]);
    const before = (await blocksOf(read(), about.gatheringId)).map(({ id }) => id);
    expect(carried.some(({ id }) => before.includes(id))).toBe(false);
  });

  test("leaves out what was removed, and what was proposed for that day", async () => {
    const [, removed = ""] = await blocks({ title: "Check in", minutes: 15 }, { title: "Old matter", minutes: 10 });
    const said = { ...about, blockId: removed };
    valueOf(await cast.application.execute(removeBlock, said, byPerson(ada)));
    const propose = async (title: string) =>
      valueOf(await cast.application.execute(proposeItem, { ...about, title }, byPerson(grace))).itemId;
    const settle = async (itemId: string, decision: string) =>
      valueOf(await cast.application.execute(settleItem, { ...about, itemId, decision }, byPerson(ada)));
    await settle(await propose("The lease of the hall"), "take");
    await settle(await propose("A second moderator"), "put-off");
    const next = await again();
    expect((await blocksOf(read(), next)).map(({ title }) => title)).toEqual(["Check in"]);
    expect((await backlogOf(read(), community)).map(({ title }) => title)).toContain("A second moderator");
    expect(await itemsOf(read(), next, "proposed")).toEqual([]);
  });

  test("is a draft, whatever was published of the one before", async () => {
    await blocks({ title: "Check in", minutes: 15 });
    valueOf(await cast.application.execute(publishAgenda, about, byPerson(ada)));
    expect(await agendaOf(read(), await again())).toMatchObject({
      publishedVersion: undefined,
      askedVersion: undefined,
    });
  });

  test("stays empty where there was none", async () => {
    expect(await blocksOf(read(), await again())).toEqual([]);
  });

  test("of a series comes along from date to date and does not grow", async () => {
    await blocks({ title: "Check in", minutes: 15 });
    const input = { ...about, rule: "FREQ=WEEKLY;BYDAY=TH", announceDays: 3 };
    const { seriesId } = valueOf(await cast.application.execute(makeSeries, input, byPerson(ada)));
    for (const day of ["08", "15"]) {
      cast.clock.set(`2027-03-${day}T18:00:00Z`);
      await cast.pumpClock();
    }
    const dates = await datesSince(read(), seriesId, Temporal.PlainDateTime.from("2020-01-01"));
    expect(dates).toHaveLength(3);
    for (const { gatheringId = "" } of dates) {
      expect((await blocksOf(read(), gatheringId)).map(({ title }) => title)).toEqual(["Check in"]);
    }
  });
});

describe("the roles of the next gathering", () => {
  const takeAtOnce = async () =>
    valueOf(await cast.application.execute(setVolunteersRule, { ...about, volunteers: "at-once" }, byPerson(ada)));

  test("are taken at once, or after a word of an organiser, as at the one before", async () => {
    expect(await volunteersRule(read(), await again())).toBe("agreed");
    await takeAtOnce();
    expect(await volunteersRule(read(), await again())).toBe("at-once");
  });

  test("are free again, and nobody is asked unasked", async () => {
    await takeAtOnce();
    valueOf(await cast.application.execute(volunteerForRole, { ...about, role: "note-taker" }, byPerson(grace)));
    const before = cast.events.length;
    const next = await again();
    expect(await rolePartsOf(read(), next, ["offered", "volunteered", "held"], 10)).toEqual([]);
    expect(stringify(cast.events.slice(before).map(({ name }) => name))).not.toContain("role-");
  });
});

test("the next gathering, and the one after it, know who bore the night before", async () => {
  about = await cast.gathering(ada, community);
  for (const [person, name, zone] of [
    [ada, "Ada", "Europe/Rome"],
    [grace, "Grace", "Pacific/Auckland"],
  ] as const) {
    valueOf(await cast.application.execute(describeOneself, { name, language: "en", zone }, byPerson(person)));
    valueOf(await cast.application.execute(joinInterestList, about, byPerson(person)));
  }
  // Five in the afternoon in Rome is five in the morning in Auckland.
  await cast.date(ada, about, "2027-03-04T17:00");
  const second = { communityId: community, gatheringId: await again() };
  const owed = new Map([["Pacific/Auckland", 60]]);
  expect(await nightDebtOf(read(), second.gatheringId)).toEqual(owed);
  about = second;
  expect(await nightDebtOf(read(), await again())).toEqual(owed);
});
