import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { addBlocks } from "./add-blocks.ts";

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

const titles = async () => (await blocksOf(cast.application.read, about.gatheringId)).map(({ title }) => title);
const add = (...blocks: readonly { readonly title: string; readonly minutes: number; readonly host?: string }[]) =>
  cast.application.execute(addBlocks, { ...about, blocks: [...blocks] }, byPerson(ada));

test("blocks stand in the order in which they were added", async () => {
  valueOf(await add({ title: "Check in", minutes: 10 }, { title: "Updates", minutes: 15 }));
  valueOf(await add({ title: "Feedback", minutes: 5 }));
  expect(await titles()).toEqual(["Check in", "Updates", "Feedback"]);
});
