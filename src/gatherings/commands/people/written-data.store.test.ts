import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { feedbackOf } from "../../store/feedback/feedback.read.ts";
import { namedPeople } from "../../store/minutes/minutes.read.ts";
import { noteVersions } from "../../store/notes/notes.read.ts";
import { giveFeedback } from "../feedback/give-feedback.ts";
import { announceDraft } from "../minutes/announce-draft.ts";
import { sayName } from "../minutes/say-name.ts";
import { sendCorrection } from "../minutes/send-correction.ts";
import { chooseNoteWriters } from "../notes/choose-note-writers.ts";
import { writeNotes } from "../notes/write-notes.ts";
import { gatheringPersonalData } from "./personal-data.ts";

let cast: GatheringCast;
let ada: PersonId;
let community: CommunityId;
let leaver: PersonId;
let other: PersonId;
let held: HeldGathering;
let people = 0;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  community = await cast.community(ada);
});
beforeEach(async () => {
  people += 1;
  leaver = await cast.person(`Leaver${people}`);
  other = await cast.person(`Other${people}`);
  held = await holdGathering(cast, ada, community, [leaver, other]);
  const { execute } = cast.application;
  const about = { communityId: held.communityId, gatheringId: held.gatheringId };
  valueOf(await execute(chooseNoteWriters, { ...about, writers: "everyone" }, byPerson(ada)));
  const notes = { ...about, place: "whole", version: 1, text: "We met inside." };
  valueOf(await execute(writeNotes, notes, byPerson(leaver)));
  valueOf(await execute(announceDraft, about, byPerson(ada)));
  valueOf(await execute(sayName, { ...about, answer: "named" }, byPerson(leaver)));
  valueOf(await execute(sendCorrection, { ...about, text: "Wrong day" }, byPerson(leaver)));
  valueOf(await execute(giveFeedback, { ...about, plus: "Fine pace", delta: "" }, byPerson(leaver)));
});
afterAll(() => cast.close());

// The commands by which people join or leave are those of accounts; here they are only the transaction around.
const around = defineCommand({
  name: "test/around",
  input: z.object({ kept: z.string().optional(), joined: z.string().optional(), leaves: z.string().optional() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { kept, joined, leaves }) {
    if (kept !== undefined && joined !== undefined) await gatheringPersonalData.join(context, kept, joined);
    if (leaves !== undefined) await gatheringPersonalData.forget(context, leaves);
    return accepted(null);
  },
});
const run = async (input: object) => valueOf(await cast.application.execute(around, input, by({ kind: "server" })));

test("a person takes along what they wrote at gatherings, and what they said of being named", async () => {
  const kept = await gatheringPersonalData.export(cast.application.read, leaver);
  expect(kept["gatheringNotes"]).toMatchObject([{ text: "We met inside.", version: 2 }]);
  expect(kept["minutesNames"]).toMatchObject([{ answer: "named" }]);
  expect(kept["minutesCorrections"]).toMatchObject([{ text: "Wrong day", state: "waits" }]);
  expect(kept["gatheringFeedback"]).toMatchObject([{ kind: "plus", text: "Fine pace" }]);
});

test("whoever leaves is named in no minutes, and of what they wrote only the notes stay, as nobody's", async () => {
  cast.clock.pass({ hours: 1 });
  await run({ leaves: leaver });
  const { read } = cast.application;
  expect(await namedPeople(read, held.gatheringId)).toEqual([]);
  const [newest] = await noteVersions(read, held.gatheringId, "whole", 1);
  expect(newest).toMatchObject({ text: "We met inside.", writerId: undefined });
  expect((await gatheringPersonalData.export(read, leaver))["minutesNames"]).toEqual([]);
  const dump = (await databaseDump(read)).split("\n").filter((row) => row.includes(held.gatheringId));
  expect(dump.join("\n")).not.toMatch(/Wrong day|Fine pace/);
});

test("two who turn out to be one are named once, and lose nothing that either said", async () => {
  const about = { communityId: held.communityId, gatheringId: held.gatheringId };
  const { execute, read } = cast.application;
  valueOf(await execute(giveFeedback, { ...about, plus: "Good food", delta: "" }, byPerson(other)));
  valueOf(await execute(sayName, { ...about, answer: "not-named" }, byPerson(other)));
  await run({ kept: other, joined: leaver });
  expect(await namedPeople(read, held.gatheringId)).toEqual([]);
  const said = (await feedbackOf(read, held.gatheringId)).map(({ text }) => text);
  expect(said.toSorted()).toEqual(["Fine pace", "Good food"]);
  const kept = await gatheringPersonalData.export(read, other);
  expect(kept["gatheringNotes"]).toHaveLength(1);
  expect(kept["minutesCorrections"]).toHaveLength(1);
});
