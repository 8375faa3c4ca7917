import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { correctionsIn, minutesOf } from "../../store/minutes/minutes.read.ts";
import { addBlocks } from "../agenda/add-blocks.ts";
import { editBlock } from "../agenda/edit-block.ts";
import { writeNotes } from "../notes/write-notes.ts";
import { announceDraft } from "./announce-draft.ts";
import { correctMinutes } from "./correct-minutes.ts";
import { editMinutes } from "./edit-minutes.ts";
import { holdBackMinutes } from "./hold-back-minutes.ts";
import { publishMinutes } from "./publish-minutes.ts";
import { readMinutes } from "./read-minutes.ts";
import { sayName } from "./say-name.ts";
import { sendCorrection } from "./send-correction.ts";
import { settleCorrection } from "./settle-correction.ts";

let cast: GatheringCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
let community: CommunityId;
let held: HeldGathering;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy", "other.example");
  community = await cast.community(ada);
});
beforeEach(async () => {
  held = await holdGathering(cast, ada, community, [grace, emmy]);
});
afterAll(() => cast.close());

const about = () => ({ communityId: held.communityId, gatheringId: held.gatheringId });
const run = (command: Parameters<typeof cast.application.execute>[0], person: PersonId, more: object = {}) =>
  cast.application.execute(command, { ...about(), ...more }, byPerson(person));
const refusalOf = async (answer: ReturnType<typeof run>) => {
  const result = await answer;
  return result.ok ? "accepted" : result.refusal.kind;
};
const stateOf = async () => (await gatheringById(cast.application.read, held.gatheringId))?.state;
const contentNow = async () => {
  const { read, origin } = cast.application;
  const gathering = await gatheringById(read, held.gatheringId);
  if (gathering === undefined) throw new Error("the gathering is gone");
  return (await readMinutes({ read, origin, now: cast.clock.now() }, gathering)).contentIn("en");
};
const announced = async () => valueOf(await run(announceDraft, ada));
const afterCorrections = async () => {
  cast.clock.pass({ hours: 72 });
  await cast.pumpClock();
};
const correctionsWaiting = async () => correctionsIn(cast.application.read, held.gatheringId, "waits");
const settleFirst = async (decision: string, answer = "") => {
  const [first] = await correctionsWaiting();
  return run(settleCorrection, ada, { correctionId: first?.id ?? "", decision, answer });
};

describe("the draft", () => {
  test("composes itself of who came, the agenda as timed, the notes and the decisions", async () => {
    const { record } = await contentNow();
    expect(record.people).toBe(4);
    expect(record.instances).toEqual([
      { host: "other.example", people: 2 },
      { host: "social.example", people: 2 },
    ]);
    expect(record.agenda.map(({ title, offset }) => [title, offset])).toEqual([
      ["Updates *from* circles", 0],
      ["Check in", 40],
    ]);
    expect(record.notes.map(({ title }) => title)).toEqual(["", "Updates *from* circles"]);
    expect(record.decisions).toMatchObject([{ kind: "dates", reason: "most can come" }]);
    expect(JSON.stringify(record)).not.toMatch(/Ada|Grace|Emmy/);
  });

  test("takes in a correction that is worked into the notes, and says so to nobody but its writer", async () => {
    await announced();
    valueOf(await run(sendCorrection, grace, { text: "Two servers, not one." }));
    valueOf(await settleFirst("worked-in"));
    expect((await contentNow()).corrections).toEqual([]);
    expect(cast.events.at(-1)).toMatchObject({
      name: "minutes-correction-settled",
      payload: { person: grace, decision: "worked-in" },
    });
    expect(JSON.stringify(cast.events)).not.toContain("Two servers");
  });

  test("has no notes of a block whose notes were switched off before the end", async () => {
    cast.clock.set("2027-02-01T10:00:00Z");
    const late = await cast.gathering(ada, community);
    await cast.date(ada, late, "2027-03-01T18:00");
    const { execute, read, origin } = cast.application;
    const blocks = [{ title: "Updates", minutes: 40, notes: true }];
    const [blockId = ""] = valueOf(await execute(addBlocks, { ...late, blocks }, byPerson(ada))).blockIds;
    const written = { ...late, place: blockId, version: 0, text: "Written too soon" };
    valueOf(await execute(writeNotes, written, byPerson(ada)));
    const off = { ...late, blockId, title: "Updates", minutes: 40, notes: false };
    valueOf(await execute(editBlock, off, byPerson(ada)));
    cast.clock.set("2027-03-01T19:00:00Z");
    await cast.pumpClock();
    const gathering = await gatheringById(read, late.gatheringId);
    if (gathering === undefined) throw new Error("the gathering is gone");
    const { contentIn } = await readMinutes({ read, origin, now: cast.clock.now() }, gathering);
    expect(contentIn("en").record.agenda).toHaveLength(1);
    expect(contentIn("en").record.notes).toEqual([]);
  });

  test("is for organisers to send round, once, and only after the gathering was held", async () => {
    expect(await refusalOf(run(announceDraft, grace))).toBe("not-an-organiser");
    await announced();
    expect(await refusalOf(run(announceDraft, ada))).toBe("draft-announced-already");
    const idea = await cast.gathering(ada, community);
    expect(await refusalOf(cast.application.execute(announceDraft, idea, byPerson(ada)))).toBe("not-held-yet");
  });
});

describe("publication", () => {
  test("comes by itself after 72 hours, and not before, whoever wants it", async () => {
    expect(await refusalOf(run(publishMinutes, ada))).toBe("draft-not-announced");
    await announced();
    cast.clock.pass({ hours: 71 });
    await cast.pumpClock();
    expect(await refusalOf(run(publishMinutes, ada))).toBe("corrections-open");
    expect(await stateOf()).toBe("held");
    cast.clock.pass({ hours: 1 });
    await cast.pumpClock();
    expect(await stateOf()).toBe("minuted");
    expect(await refusalOf(run(publishMinutes, ada))).toBe("minutes-published");
  });

  test("waits for corrections to be decided, says so, and then comes at once", async () => {
    await announced();
    valueOf(await run(sendCorrection, grace, { text: "Two servers, not one." }));
    await afterCorrections();
    expect(await stateOf()).toBe("held");
    expect(cast.events.at(-1)).toMatchObject({ name: "minutes-publication-waits", payload: { waiting: 1 } });
    expect(await refusalOf(run(publishMinutes, ada))).toBe("corrections-wait");
    expect(await refusalOf(settleFirst("answered"))).toBe("answer-needed");
    valueOf(await settleFirst("answered", "It was one then."));
    await cast.pumpClock();
    expect(await stateOf()).toBe("minuted");
  });

  test("waits for the organisers where they want to publish by themselves", async () => {
    await announced();
    expect(await refusalOf(run(holdBackMinutes, grace, { by: "organisers" }))).toBe("not-an-organiser");
    valueOf(await run(holdBackMinutes, ada, { by: "organisers" }));
    await afterCorrections();
    expect(await stateOf()).toBe("held");
    expect(await refusalOf(run(publishMinutes, grace))).toBe("not-an-organiser");
    valueOf(await run(publishMinutes, ada));
    expect(await stateOf()).toBe("minuted");
  });

  test("freezes what they say; nothing but corrections changes it", async () => {
    await announced();
    await afterCorrections();
    const { record } = await minutesOf(cast.application.read, held.gatheringId);
    expect(record?.notes).toHaveLength(2);
    expect(JSON.stringify(record)).not.toMatch(/Ada|Grace|Emmy/);
    const edit = run(editMinutes, ada, { languages: ["it"], forewords: {} });
    expect(await refusalOf(edit)).toBe("minutes-published");
    expect(await refusalOf(run(correctMinutes, grace, { text: "x" }))).toBe("not-an-organiser");
    cast.clock.pass({ hours: 5 });
    valueOf(await run(correctMinutes, ada, { text: "It was two servers." }));
    expect((await contentNow()).corrections).toMatchObject([{ byOrganisers: true, text: "It was two servers." }]);
    expect(cast.events.at(-1)?.name).toBe("minutes-changed");
    expect((await minutesOf(cast.application.read, held.gatheringId)).record).toEqual(record);
  });

  test("lets people ask for corrections afterwards, which are printed and stay visible", async () => {
    await announced();
    await afterCorrections();
    valueOf(await run(sendCorrection, grace, { text: "We met at six." }));
    expect(await refusalOf(settleFirst("worked-in"))).toBe("worked-in-too-late");
    valueOf(await settleFirst("printed"));
    expect((await contentNow()).corrections).toMatchObject([{ by: undefined, text: "We met at six." }]);
    valueOf(await run(sayName, grace, { answer: "named" }));
    expect((await contentNow()).corrections).toMatchObject([{ by: { name: "Grace" } }]);
  });
});

describe("names", () => {
  test("stand in the minutes by consent alone, and go when it is taken back, after publication too", async () => {
    valueOf(await run(sayName, grace, { answer: "named" }));
    valueOf(await run(sayName, emmy, { answer: "not-named" }));
    expect((await contentNow()).named).toEqual([{ name: "Grace", handle: "@grace@social.example" }]);
    await announced();
    await afterCorrections();
    expect((await contentNow()).named).toHaveLength(1);
    valueOf(await run(sayName, grace, { answer: "not-named" }));
    expect((await contentNow()).named).toEqual([]);
    expect(cast.events.at(-1)?.name).toBe("minutes-changed");
  });

  test("are asked of those who came, and of nobody else", async () => {
    const stranger = await cast.person("Stranger");
    expect(await refusalOf(run(sayName, stranger, { answer: "named" }))).toBe("not-among-who-came");
    const visitor = by({ kind: "visitor" });
    const answer = await cast.application.execute(sayName, { ...about(), answer: "named" }, visitor);
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "sign-in-needed" } });
  });
});

describe("a correction", () => {
  test("is taken from those who take part, once people were told, ten at a time of one person", async () => {
    expect(await refusalOf(run(sendCorrection, grace, { text: "x" }))).toBe("draft-not-announced");
    await announced();
    const stranger = await cast.person("Stranger");
    expect(await refusalOf(run(sendCorrection, stranger, { text: "x" }))).toBe("only-participants");
    for (let sent = 0; sent < 10; sent += 1) valueOf(await run(sendCorrection, grace, { text: `x ${sent}` }));
    expect(await refusalOf(run(sendCorrection, grace, { text: "one more" }))).toBe("too-many-corrections");
  });

  test("is decided by organisers, once, and only among the corrections of its gathering", async () => {
    await announced();
    valueOf(await run(sendCorrection, grace, { text: "x" }));
    const [first] = await correctionsWaiting();
    const settle = { correctionId: first?.id ?? "", decision: "printed" };
    expect(await refusalOf(run(settleCorrection, grace, settle))).toBe("not-an-organiser");
    const other = await holdGathering(cast, ada, community, []);
    const elsewhere = { communityId: other.communityId, gatheringId: other.gatheringId, ...settle } as const;
    const answer = await cast.application.execute(settleCorrection, elsewhere, byPerson(ada));
    expect(answer).toMatchObject({ ok: false, refusal: { kind: "not-found" } });
    valueOf(await run(settleCorrection, ada, settle));
    expect(await refusalOf(run(settleCorrection, ada, settle))).toBe("correction-settled");
  });
});
