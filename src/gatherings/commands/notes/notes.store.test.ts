import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { hasNotes, noteVersions, notesAt } from "../../store/notes/notes.read.ts";
import { addBlocks } from "../agenda/add-blocks.ts";
import { editBlock } from "../agenda/edit-block.ts";
import { answerRsvp } from "../answer-rsvp.ts";
import { cancelGathering } from "../cancel-gathering.ts";
import { answerRolePart } from "../roles/answer-role.ts";
import { offerRole } from "../roles/offer-role.ts";
import { chooseNoteWriters } from "./choose-note-writers.ts";
import { deleteNotes } from "./delete-notes.ts";
import { writeNotes } from "./write-notes.ts";

let cast: GatheringCast;
let ada: PersonId;
let grace: PersonId;
let community: CommunityId;
let about: CastGathering;
let open: string;
let silent: string;

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
  await cast.date(ada, about, "2027-02-20T18:00");
  const blocks = [
    { title: "Updates", minutes: 30, notes: true },
    { title: "Check in", minutes: 30, notes: false },
  ];
  const added = valueOf(await cast.application.execute(addBlocks, { ...about, blocks }, byPerson(ada)));
  [open = "", silent = ""] = added.blockIds;
});
afterAll(() => cast.close());

const write = (person: PersonId, place: string, version: number, text: string) =>
  cast.application.execute(writeNotes, { ...about, place, version, text }, byPerson(person));
const textAt = async (place: string) => (await notesAt(cast.application.read, about.gatheringId, place)).text;
const kindOf = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) => result.refusal?.kind;
const switchNotes = (blockId: string, notes: boolean) =>
  cast.application.execute(editBlock, { ...about, blockId, title: "Updates", minutes: 30, notes }, byPerson(ada));
const goes = async (person: PersonId) =>
  valueOf(await cast.application.execute(answerRsvp, { ...about, answer: "going" }, byPerson(person)));

describe("notes on a block", () => {
  test("saved by two at once lose nothing: the second is refused with what it was written on", async () => {
    valueOf(await write(ada, open, 0, "first"));
    const [one, other] = await Promise.all([write(ada, open, 1, "first\nAda"), write(ada, open, 1, "first\nGrace")]);
    const refusals = [one, other].filter((result) => !result.ok);
    expect(refusals).toMatchObject([{ refusal: { kind: "notes-moved-on", version: 2 } }]);
    expect(await textAt(open)).toBe(one.ok ? "first\nAda" : "first\nGrace");
    valueOf(await write(ada, open, 2, "first\nAda\nGrace"));
    const versions = await noteVersions(cast.application.read, about.gatheringId, open, 10);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions[2]).toMatchObject({ text: "first", writerId: ada });
  });

  test("saved again as they are make no new version", async () => {
    valueOf(await write(ada, open, 0, "same"));
    expect(valueOf(await write(ada, open, 0, "same"))).toEqual({ version: 1 });
  });

  test("keep two hundred versions, and let the older ones go", { timeout: 60_000 }, async () => {
    for (let version = 0; version < 203; version += 1) valueOf(await write(ada, open, version, `text ${version}`));
    const kept = await noteVersions(cast.application.read, about.gatheringId, open, 300);
    expect(kept).toHaveLength(200);
    expect(kept.at(-1)?.version).toBe(4);
  });

  test("where there are to be none are refused, and nothing of them is in the database", async () => {
    const secret = "somebody wept";
    expect(kindOf(await write(ada, silent, 0, secret))).toBe("notes-off");
    expect(await databaseDump(cast.application.read)).not.toContain(secret);
    expect(JSON.stringify(cast.events)).not.toContain(secret);
  });

  test("of another gathering's agenda are not found", async () => {
    const other = await cast.gathering(ada, community);
    await cast.date(ada, other, "2027-02-21T18:00");
    const input = { ...other, place: open, version: 0, text: "x" };
    expect(kindOf(await cast.application.execute(writeNotes, input, byPerson(ada)))).toBe("not-found");
  });

  test("are taken only once there is a date, and not once it is called off", async () => {
    const undated = await cast.gathering(ada, community);
    const input = { ...undated, place: "whole", version: 0, text: "x" };
    expect(kindOf(await cast.application.execute(writeNotes, input, byPerson(ada)))).toBe("notes-closed");
    valueOf(await cast.application.execute(cancelGathering, { ...about, reason: "storm" }, byPerson(ada)));
    expect(kindOf(await write(ada, open, 0, "x"))).toBe("notes-closed");
  });

  test("leave no word of theirs in the log", async () => {
    valueOf(await write(ada, open, 0, "unmistakable words"));
    expect(JSON.stringify(cast.events)).not.toContain("unmistakable");
  });
});

describe("who may write", () => {
  test("is those who organise; a member, a passer-by and whoever is blocked are refused", async () => {
    expect(kindOf(await write(grace, open, 0, "x"))).toBe("not-a-note-writer");
    const input = { ...about, place: open, version: 0, text: "x" };
    expect(kindOf(await cast.application.execute(writeNotes, input, by({ kind: "visitor" })))).toBe("sign-in-needed");
    const rude = await cast.person("Rude");
    valueOf(
      await cast.application.execute(
        blockPerson,
        { communityId: community, personId: rude, level: "block", reason: "rude" },
        byPerson(ada),
      ),
    );
    expect(kindOf(await write(rude, open, 0, "x"))).toBe("kept-out");
    expect(await hasNotes(cast.application.read, about.gatheringId)).toBe(false);
  });

  test("is everyone who comes, where the organisers let them", async () => {
    const choose = (person: PersonId, writers: "organisers" | "everyone") =>
      cast.application.execute(chooseNoteWriters, { ...about, writers }, byPerson(person));
    expect(kindOf(await choose(grace, "everyone"))).toBe("not-an-organiser");
    valueOf(await choose(ada, "everyone"));
    expect(kindOf(await write(grace, open, 0, "not coming"))).toBe("not-a-note-writer");
    await goes(grace);
    valueOf(await write(grace, open, 0, "coming"));
    valueOf(await choose(ada, "organisers"));
    expect(kindOf(await write(grace, open, 1, "again"))).toBe("not-a-note-writer");
  });
});

test("whoever holds the role of note-taker writes, and nobody who was only asked to", async () => {
  const offer = { ...about, role: "note-taker", personId: grace } as const;
  const { partId } = valueOf(await cast.application.execute(offerRole, offer, byPerson(ada)));
  expect(kindOf(await write(grace, open, 0, "asked"))).toBe("not-a-note-writer");
  valueOf(await cast.application.execute(answerRolePart, { ...about, partId, act: "yes" }, byPerson(grace)));
  valueOf(await write(grace, open, 0, "holding it"));
});

describe("notes on a block whose notes are switched off later", () => {
  test("stay until an organiser is sure, and then nothing of them is in the database", async () => {
    const words = "written too soon";
    valueOf(await write(ada, open, 0, words));
    const remove = (person: PersonId, sure: "" | "yes") =>
      cast.application.execute(deleteNotes, { ...about, place: open, sure }, byPerson(person));
    expect(kindOf(await remove(ada, "yes"))).toBe("notes-wanted");
    valueOf(await switchNotes(open, false));
    expect(kindOf(await remove(grace, "yes"))).toBe("not-an-organiser");
    expect(kindOf(await remove(ada, ""))).toBe("deletion-not-sure");
    expect(await databaseDump(cast.application.read)).toContain(words);
    valueOf(await remove(ada, "yes"));
    expect(await databaseDump(cast.application.read)).not.toContain(words);
  });
});
