import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { agendaNotices } from "../../notices/agenda.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { carryInAgendas, forgetInAgendas } from "../../store/agenda/agenda-people.write.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { consentCounts, objectionsTo } from "../../store/agenda/consents.read.ts";
import { backlogOf, itemById, itemsOf } from "../../store/agenda/items.read.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { gatheringPersonalData } from "../people/personal-data.ts";
import { addBlocks } from "./add-blocks.ts";
import { answerAgendaConsent } from "./answer-agenda-consent.ts";
import { askAgendaConsent } from "./ask-agenda-consent.ts";
import { concludeAgendaConsent } from "./conclude-agenda-consent.ts";
import { editBlock } from "./edit-block.ts";
import { moveBlock } from "./move-block.ts";
import { proposeItem } from "./propose-item.ts";
import { publishAgenda } from "./publish-agenda.ts";
import { removeBlock } from "./remove-block.ts";
import { settleItem } from "./settle-item.ts";
import { withdrawItem } from "./withdraw-item.ts";

let cast: GatheringCast;
let ada: PersonId;
let grace: PersonId;
let community: CommunityId;
let about: CastGathering;

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
});
afterAll(() => cast.close());

const { execute, read } = { execute: (...of: Parameters<typeof run>) => run(...of), read: () => cast.application.read };
function run(command: Parameters<GatheringCast["application"]["execute"]>[0], more: object, by: PersonId) {
  return cast.application.execute(command, { ...about, ...more }, byPerson(by));
}
const blocks = () => blocksOf(read(), about.gatheringId);
const titles = async () => (await blocks()).map(({ title }) => title);
const add = async (...added: readonly { readonly title: string; readonly minutes: number; readonly host?: string }[]) =>
  valueOf(await cast.application.execute(addBlocks, { ...about, blocks: [...added] }, byPerson(ada))).blockIds;
const propose = async (by: PersonId, title: string, minutes?: number) =>
  valueOf(await cast.application.execute(proposeItem, { ...about, title, minutes }, byPerson(by))).itemId;
const lastEvent = (name: string) => cast.events.findLast((event) => event.name === name);

/** What is told of the last event of this name: to whom, and by which message. */
async function toldOf(name: string): Promise<readonly (readonly [string, string])[]> {
  const event = lastEvent(name);
  if (event === undefined) throw new Error(`no ${name} happened`);
  const sources = agendaNotices.filter(({ events }) => events.includes(name));
  const told = (await Promise.all(sources.map((source) => source.notices(cast.application, event)))).flat();
  return told.map(({ personId, key }) => [personId, key.replace("gatherings.agenda.notice.", "")]);
}

describe("the blocks of an agenda", () => {
  test("stand in the order in which they were added, and move by one place", async () => {
    await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 15 });
    const [last = ""] = await add({ title: "Feedback", minutes: 5 });
    expect(await titles()).toEqual(["Check in", "Updates", "Feedback"]);
    valueOf(await execute(moveBlock, { blockId: last, direction: "up" }, ada));
    expect(await titles()).toEqual(["Check in", "Feedback", "Updates"]);
    await add({ title: "Close", minutes: 5 });
    expect(await titles()).toEqual(["Check in", "Feedback", "Updates", "Close"]);
  });

  test("keep their ids when they are edited and moved", async () => {
    const ids = await add({ title: "One", minutes: 10 }, { title: "Two", minutes: 15 });
    valueOf(await execute(editBlock, { blockId: ids[0], title: "First", minutes: 20, notes: "yes" }, ada));
    valueOf(await execute(moveBlock, { blockId: ids[0], direction: "down" }, ada));
    expect((await blocks()).map(({ id, title, minutes, notes }) => [id, title, minutes, notes])).toEqual([
      [ids[1], "Two", 15, false],
      [ids[0], "First", 20, true],
    ]);
  });

  test("are hosted by the person who is meant, or by a name", async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    valueOf(await execute(answerRsvp, { answer: "going" }, grace));
    await add(
      { title: "One", minutes: 5, host: "@grace@social.example" },
      { title: "Two", minutes: 5, host: "Grace" },
      { title: "Three", minutes: 5, host: "Somebody else" },
    );
    expect((await blocks()).map(({ host }) => host)).toEqual([
      { personId: grace, name: "" },
      { personId: grace, name: "" },
      { personId: undefined, name: "Somebody else" },
    ]);
  });

  test("of another gathering are not found", async () => {
    const [foreign = ""] = await add({ title: "Theirs", minutes: 10 });
    const theirs = about;
    about = await cast.gathering(ada, community);
    for (const answer of [
      await execute(removeBlock, { blockId: foreign }, ada),
      await execute(moveBlock, { blockId: foreign, direction: "up" }, ada),
      await execute(editBlock, { blockId: foreign, title: "Mine", minutes: 5 }, ada),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    }
    expect((await blocksOf(read(), theirs.gatheringId)).map(({ title }) => title)).toEqual(["Theirs"]);
  });

  test("are for those who organise, and fit on one agenda", async () => {
    const one = { title: "Mine", minutes: 5 };
    expect(await execute(addBlocks, { blocks: [one] }, grace)).toMatchObject({ refusal: { kind: "not-an-organiser" } });
    valueOf(await execute(addBlocks, { blocks: Array.from({ length: 60 }, () => one) }, ada));
    expect(await execute(addBlocks, { blocks: [one] }, ada)).toMatchObject({ refusal: { kind: "too-many-blocks" } });
  });
});

describe("an item that a member proposes", () => {
  test("waits, and whoever organises is told", async () => {
    await propose(grace, "How we pay for storage", 15);
    expect(await itemsOf(read(), about.gatheringId, "proposed")).toMatchObject([
      { title: "How we pay for storage", minutes: 15, proposerId: grace },
    ]);
    expect(await toldOf("agenda-item-proposed")).toEqual([[ada, "proposed"]]);
  });

  test("becomes the last block, hosted by its proposer, who is told", async () => {
    await add({ title: "Check in", minutes: 10 });
    const itemId = await propose(grace, "Storage", 15);
    valueOf(await execute(settleItem, { itemId, decision: "take", minutes: "20" }, ada));
    expect((await blocks()).at(-1)).toMatchObject({ title: "Storage", minutes: 20, host: { personId: grace } });
    expect(await toldOf("agenda-item-settled")).toEqual([[grace, "settled"]]);
    expect(await execute(settleItem, { itemId, decision: "put-off" }, ada)).toMatchObject({
      refusal: { kind: "item-settled" },
    });
  });

  test("waits again when its block is taken out", async () => {
    const itemId = await propose(grace, "Storage", 15);
    valueOf(await execute(settleItem, { itemId, decision: "take" }, ada));
    const [block] = await blocks();
    expect(block?.minutes).toBe(15);
    valueOf(await execute(removeBlock, { blockId: block?.id }, ada));
    expect(await titles()).toEqual([]);
    expect((await itemById(read(), itemId))?.state).toBe("proposed");
  });

  test("is declined with a reason alone", async () => {
    const itemId = await propose(grace, "Storage");
    const decline = { itemId, decision: "decline" };
    expect(await execute(settleItem, decline, ada)).toMatchObject({ refusal: { kind: "decline-needs-reason" } });
    valueOf(await execute(settleItem, { ...decline, reason: "The circle of hosts decides it." }, ada));
    expect(await itemById(read(), itemId)).toMatchObject({
      state: "declined",
      reason: "The circle of hosts decides it.",
    });
  });

  test("that is put off is carried over to the next gathering, where it can be taken", async () => {
    const itemId = await propose(grace, "The wiki");
    valueOf(await execute(settleItem, { itemId, decision: "put-off" }, ada));
    about = await cast.gathering(ada, community);
    expect((await backlogOf(read(), community)).map(({ id }) => id)).toContain(itemId);
    valueOf(await execute(settleItem, { itemId, decision: "take" }, ada));
    expect(await titles()).toEqual(["The wiki"]);
    expect(await itemById(read(), itemId)).toMatchObject({ isCarried: true, gatheringId: about.gatheringId });
  });

  test("and that nobody decided about goes on the backlog when the gathering was held", async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    const itemId = await propose(grace, "Left over");
    cast.clock.set("2027-03-05T10:00:00Z");
    await cast.pumpClock();
    expect((await itemById(read(), itemId))?.state).toBe("backlog");
    expect(await execute(proposeItem, { title: "Too late" }, grace)).toMatchObject({
      refusal: { kind: "agenda-closed" },
    });
    expect(await execute(addBlocks, { blocks: [{ title: "Late", minutes: 5 }] }, ada)).toMatchObject({
      refusal: { kind: "agenda-closed" },
    });
  });

  test("is taken back by whoever proposed it, while nobody has decided about it, and is gone", async () => {
    const itemId = await propose(grace, "Storage");
    const withdraw = (person: PersonId, id = itemId) => execute(withdrawItem, { itemId: id }, person);
    expect(await withdraw(ada)).toMatchObject({ refusal: { kind: "item-not-yours" } });
    valueOf(await withdraw(grace));
    expect(await itemById(read(), itemId)).toBeUndefined();
    expect(await withdraw(grace)).toMatchObject({ refusal: { kind: "not-found" } });
    const taken = await propose(grace, "The wiki");
    valueOf(await execute(settleItem, { itemId: taken, decision: "take" }, ada));
    expect(await withdraw(grace, taken)).toMatchObject({ refusal: { kind: "item-settled" } });
    const elsewhere = await propose(grace, "Elsewhere");
    about = await cast.gathering(ada, await cast.community(ada));
    expect(await withdraw(grace, elsewhere)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  test("is decided by those who organise, and of another community it is not found", async () => {
    const itemId = await propose(grace, "Storage");
    const take = { itemId, decision: "take" };
    expect(await execute(settleItem, take, grace)).toMatchObject({ refusal: { kind: "not-an-organiser" } });
    const elsewhere = await cast.community(ada);
    about = await cast.gathering(ada, elsewhere);
    expect(await execute(settleItem, take, ada)).toMatchObject({ refusal: { kind: "not-found" } });
  });

  test("is one of ten at most that wait of one person", async () => {
    for (let count = 0; count < 10; count += 1) await propose(grace, `Item ${count}`);
    expect(await execute(proposeItem, { title: "One more" }, grace)).toMatchObject({
      refusal: { kind: "too-many-items", most: 10 },
    });
    await propose(ada, "Somebody else's");
  });

  test("is not taken from somebody whom the community keeps out", async () => {
    const loud = await cast.person("Loud", "rude.example");
    const closed = await cast.community(ada);
    about = await cast.gathering(ada, closed);
    const block = { communityId: closed, personId: loud, level: "block", reason: "spam" };
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    expect(await execute(proposeItem, { title: "Buy this" }, loud)).toMatchObject({ refusal: { kind: "kept-out" } });
  });
});

describe("consent to an agenda", () => {
  beforeEach(async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    valueOf(await execute(answerRsvp, { answer: "going" }, grace));
    await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 50 });
  });

  test("is asked of everyone who comes, and an objection leads to a new version that is consented to", async () => {
    valueOf(await execute(askAgendaConsent, {}, ada));
    expect(await toldOf("agenda-consent-asked")).toEqual([[grace, "consent-asked"]]);
    valueOf(await execute(answerAgendaConsent, { version: 1, answer: "objection", reason: "No break." }, grace));
    expect(await toldOf("agenda-consent-answered")).toEqual([[ada, "objected"]]);
    expect(await execute(concludeAgendaConsent, {}, ada)).toMatchObject({ refusal: { kind: "objections-stand" } });
    await add({ title: "Break", minutes: 5 });
    expect(await execute(answerAgendaConsent, { version: 1, answer: "consent" }, grace)).toMatchObject({
      refusal: { kind: "agenda-moved-on" },
    });
    valueOf(await execute(askAgendaConsent, {}, ada));
    expect(await execute(answerAgendaConsent, { version: 1, answer: "consent" }, grace)).toMatchObject({
      refusal: { kind: "agenda-moved-on" },
    });
    valueOf(await execute(answerAgendaConsent, { version: 2, answer: "consent" }, grace));
    valueOf(await execute(answerAgendaConsent, { answer: "consent" }, ada));
    valueOf(await execute(concludeAgendaConsent, {}, ada));
    expect(lastEvent("agenda-consented")?.payload).toEqual({
      gathering: about.gatheringId,
      version: 2,
      consents: 2,
      objectionsWorkedIn: 1,
    });
    expect(await agendaOf(read(), about.gatheringId)).toMatchObject({ consentedVersion: 2, consents: 2 });
  });

  test("can be given by whoever objected before, whose last word counts", async () => {
    valueOf(await execute(askAgendaConsent, {}, ada));
    valueOf(await execute(answerAgendaConsent, { answer: "objection", reason: "Too long." }, grace));
    valueOf(await execute(answerAgendaConsent, { answer: "consent" }, grace));
    expect(valueOf(await execute(concludeAgendaConsent, {}, ada))).toEqual({ consents: 1 });
  });

  test("is asked once a version, and concluded only where somebody gave it", async () => {
    valueOf(await execute(askAgendaConsent, {}, ada));
    expect(await execute(askAgendaConsent, {}, ada)).toMatchObject({ refusal: { kind: "consent-asked-already" } });
    expect(await execute(concludeAgendaConsent, {}, ada)).toMatchObject({ refusal: { kind: "nobody-consented" } });
  });

  test("is for those who come, and an objection has a reason", async () => {
    const emmy = await cast.person("Emmy");
    const consent = { answer: "consent" };
    expect(await execute(answerAgendaConsent, consent, grace)).toMatchObject({
      refusal: { kind: "consent-not-asked" },
    });
    valueOf(await execute(askAgendaConsent, {}, ada));
    expect(await execute(answerAgendaConsent, consent, emmy)).toMatchObject({ refusal: { kind: "only-who-comes" } });
    expect(await execute(answerAgendaConsent, { answer: "objection", reason: " " }, grace)).toMatchObject({
      refusal: { kind: "objection-needs-reason" },
    });
    expect(await execute(askAgendaConsent, {}, grace)).toMatchObject({ refusal: { kind: "not-an-organiser" } });
  });
});

test("an agenda is published as it stands, and only anew when it has changed", async () => {
  expect(await execute(publishAgenda, {}, ada)).toMatchObject({ refusal: { kind: "agenda-empty" } });
  await add({ title: "Check in", minutes: 10 });
  valueOf(await execute(publishAgenda, {}, ada));
  expect(await execute(publishAgenda, {}, ada)).toMatchObject({ refusal: { kind: "agenda-published-already" } });
  await add({ title: "Updates", minutes: 5 });
  expect((await agendaOf(read(), about.gatheringId)).publishedBlocks).toEqual([{ title: "Check in", minutes: 10 }]);
  expect(valueOf(await execute(publishAgenda, {}, ada))).toEqual({ version: 2 });
});

describe("what was said against something", () => {
  test("is kept for thirty days after the gathering; that somebody objected stays", async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    valueOf(await execute(answerRsvp, { answer: "going" }, grace));
    await add({ title: "Check in", minutes: 10 });
    const [declined, putOff] = [await propose(grace, "Declined"), await propose(grace, "Put off")];
    valueOf(await execute(settleItem, { itemId: declined, decision: "decline", reason: "My own reason." }, ada));
    valueOf(await execute(settleItem, { itemId: putOff, decision: "put-off" }, ada));
    valueOf(await execute(askAgendaConsent, {}, ada));
    valueOf(await execute(answerAgendaConsent, { answer: "objection", reason: "My private reason." }, grace));
    cast.clock.set("2027-04-03T18:59:00Z");
    await cast.pumpClock();
    expect((await objectionsTo(read(), about.gatheringId))[0]?.reason).toBe("My private reason.");
    cast.clock.set("2027-04-03T19:00:00Z");
    await cast.pumpClock();
    expect(await objectionsTo(read(), about.gatheringId)).toMatchObject([{ personId: grace, reason: "" }]);
    expect([await itemById(read(), declined), (await itemById(read(), putOff))?.state]).toEqual([undefined, "backlog"]);
    expect(await databaseDump(read())).not.toContain("My own reason.");
  });

  test("before there is a date is kept for ninety days", async () => {
    const itemId = await propose(grace, "Declined");
    valueOf(await execute(settleItem, { itemId, decision: "decline", reason: "Not now." }, ada));
    cast.clock.pass({ hours: 24 * 90 });
    await cast.pumpClock();
    expect(await itemById(read(), itemId)).toBeUndefined();
  });
});

describe("somebody's part in agendas", () => {
  beforeEach(async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    valueOf(await execute(answerRsvp, { answer: "going" }, grace));
    await add({ title: "Hosted", minutes: 5, host: "Grace" });
    valueOf(await execute(askAgendaConsent, {}, ada));
    valueOf(await execute(answerAgendaConsent, { answer: "objection", reason: "My private reason." }, grace));
    await propose(grace, "My item", 15);
  });

  test("is theirs to take along", async () => {
    const kept = await gatheringPersonalData.export(read(), grace);
    expect(kept["agendaItems"]?.at(-1)).toMatchObject({ title: "My item", minutes: 15 });
    expect(kept["agendaBlocks"]?.at(-1)).toMatchObject({ title: "Hosted" });
    expect(kept["agendaConsents"]?.at(-1)).toMatchObject({ answer: "objection", reason: "My private reason." });
  });

  test("stands under whoever they turn out to be, once for each version", async () => {
    const hopper = await cast.person("Hopper");
    await cast.application.database.write(async (db) => {
      await carryInAgendas(db, grace, hopper);
    });
    expect((await blocks())[0]?.host.personId).toBe(hopper);
    expect((await itemsOf(read(), about.gatheringId, "proposed"))[0]?.proposerId).toBe(hopper);
    expect(await consentCounts(read(), about.gatheringId, 1)).toEqual({ consents: 0, objections: 1 });
  });

  test("goes with them when they leave, but for the count", async () => {
    await cast.application.database.write((db) => forgetInAgendas(db, grace));
    expect((await blocks())[0]?.host).toEqual({ personId: undefined, name: "" });
    expect(await itemsOf(read(), about.gatheringId, "proposed")).toEqual([]);
    expect(await objectionsTo(read(), about.gatheringId)).toMatchObject([{ reason: "" }]);
    expect(await gatheringPersonalData.export(read(), grace)).toMatchObject({ agendaItems: [], agendaBlocks: [] });
  });
});
