import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { databaseDump } from "../../../../testing/database-dump.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { blockPerson } from "../../../communities/commands/moderation/block-person.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { feedbackBy, feedbackOf } from "../../store/feedback/feedback.read.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { announceDraft } from "../minutes/announce-draft.ts";
import { readMinutes } from "../minutes/read-minutes.ts";
import { addFeedback } from "./add-feedback.ts";
import { giveFeedback } from "./give-feedback.ts";
import { hideFeedback } from "./hide-feedback.ts";

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
const give = (person: PersonId, plus: string, delta = "") =>
  cast.application.execute(giveFeedback, { ...about(), plus, delta }, byPerson(person));
const kindOf = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) => result.refusal?.kind;
const said = async () => feedbackOf(cast.application.read, held.gatheringId);
const inMinutes = async () => {
  const { read, origin } = cast.application;
  const gathering = await gatheringById(read, held.gatheringId);
  if (gathering === undefined) throw new Error("the gathering is gone");
  const { plus, delta, hidden } = (await readMinutes({ read, origin, now: cast.clock.now() }, gathering)).contentIn(
    "en",
  );
  return { plus: plus.toSorted(), delta, hidden };
};

describe("what people say of a gathering", () => {
  test("stands in the minutes line by line, without names", async () => {
    valueOf(await give(grace, "The names\n\nThe pace", "Too late"));
    valueOf(await give(emmy, "The food"));
    expect(await inMinutes()).toEqual({ plus: ["The food", "The names", "The pace"], delta: ["Too late"], hidden: [] });
    expect(cast.events.at(-1)?.payload).toEqual({ gathering: held.gatheringId, via: "web" });
  });

  test("replaces on the web what one said before, and by reply goes on from it", async () => {
    valueOf(await give(grace, "The names"));
    valueOf(await give(grace, "The pace"));
    const add = (plus: readonly string[]) =>
      cast.application.execute(addFeedback, { ...about(), plus: [...plus], delta: ["Too late"] }, byPerson(grace));
    valueOf(await add(["The food"]));
    valueOf(await add(["The food"]));
    expect(await feedbackBy(cast.application.read, held.gatheringId, grace)).toEqual({
      plus: "The pace\nThe food",
      delta: "Too late",
    });
    expect(kindOf(await give(emmy, ""))).toBe("nothing-said");
    valueOf(await give(grace, ""));
    expect(await said()).toEqual([]);
  });

  test("is taken from when it begins, and not once the minutes are published", async () => {
    const ahead = await cast.gathering(ada, community);
    cast.clock.set("2027-02-01T10:00:00Z");
    await cast.date(ada, ahead, "2027-03-20T18:00");
    const early = { ...ahead, plus: "x", delta: "" };
    const tell = () => cast.application.execute(giveFeedback, early, byPerson(ada));
    expect(kindOf(await tell())).toBe("feedback-closed");
    cast.clock.set("2027-03-20T17:00:00Z");
    valueOf(await tell());
    valueOf(await cast.application.execute(announceDraft, about(), byPerson(ada)));
    cast.clock.pass({ hours: 72 });
    await cast.pumpClock();
    expect(kindOf(await give(grace, "Late"))).toBe("feedback-closed");
  });

  test("is for those who take part: no stranger, no passer-by, nobody who is kept out", async () => {
    const stranger = await cast.person("Stranger");
    expect(kindOf(await give(stranger, "x"))).toBe("only-participants");
    const visitor = by({ kind: "visitor" });
    const answer = await cast.application.execute(giveFeedback, { ...about(), plus: "x", delta: "" }, visitor);
    expect(kindOf(answer)).toBe("sign-in-needed");
    const block = { communityId: community, personId: stranger, level: "block", reason: "rude" } as const;
    valueOf(await cast.application.execute(blockPerson, block, byPerson(ada)));
    expect(kindOf(await give(stranger, "x"))).toBe("kept-out");
  });

  test("is nobody's any more thirty days after the end; what was said stays", async () => {
    valueOf(await give(grace, "The names"));
    cast.clock.pass({ hours: 24 * 30 - 1 });
    await cast.pumpClock();
    expect((await feedbackBy(cast.application.read, held.gatheringId, grace)).plus).toBe("The names");
    cast.clock.pass({ hours: 2 });
    await cast.pumpClock();
    expect((await feedbackBy(cast.application.read, held.gatheringId, grace)).plus).toBe("");
    expect(await said()).toMatchObject([{ text: "The names" }]);
    const rows = (await databaseDump(cast.application.read)).split("\n").filter((row) => row.includes("The names"));
    for (const row of rows) expect(row).not.toContain(grace);
  });
});

describe("hiding", () => {
  test("takes a reason, which stands in its place, and changes nobody's words", async () => {
    valueOf(await give(grace, "Mallory is a fool"));
    const [one] = await said();
    const hide = (person: PersonId, reason: string) =>
      cast.application.execute(hideFeedback, { ...about(), feedbackId: one?.id ?? "", reason }, byPerson(person));
    expect(kindOf(await hide(grace, "insult"))).toBe("not-an-organiser");
    expect(kindOf(await hide(ada, " "))).toBe("invalid-input");
    valueOf(await hide(ada, "It insults somebody."));
    expect(kindOf(await hide(ada, "again"))).toBe("feedback-hidden");
    expect(await inMinutes()).toEqual({ plus: [], delta: [], hidden: ["It insults somebody."] });
    valueOf(await give(grace, "Mallory is a great fool"));
    expect((await inMinutes()).plus).toEqual([]);
  });

  test("is possible only among what was said of the same gathering", async () => {
    valueOf(await give(grace, "x"));
    const [one] = await said();
    const other = await holdGathering(cast, ada, community, []);
    const input = { communityId: other.communityId, gatheringId: other.gatheringId, reason: "r" };
    const answer = await cast.application.execute(hideFeedback, { ...input, feedbackId: one?.id ?? "" }, byPerson(ada));
    expect(kindOf(answer)).toBe("not-found");
  });
});
