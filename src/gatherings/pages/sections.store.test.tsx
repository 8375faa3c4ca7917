import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Application } from "../../kernel/application.ts";
import { valueOf } from "../../../testing/community-cast.ts";
import { openGatheringCast, type GatheringCast } from "../../../testing/gathering-cast.ts";
import { servePages } from "../../../testing/page-visits.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { communityById, type CommunityId, type PersonId } from "../../communities/index.ts";
import type { PageEnv } from "../../ui/request.ts";
import { cancelGathering } from "../commands/cancel-gathering.ts";
import { joinInterestList } from "../commands/join-interest-list.ts";
import { communitySection, ownSection, upcomingSection } from "../index.ts";

let cast: GatheringCast;
let ada: PersonId;
let community: CommunityId;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  community = await cast.community(ada);
});
afterAll(() => cast.close());

/** A page that shows the three sections, as home, community and own page do. */
function sectionPages(web: Hono<PageEnv>, application: Application): void {
  web.get("/home", async (c) => c.html(<main>{await upcomingSection(application, c)}</main>));
  web.get("/own", async (c) => c.html(<main>{await ownSection(application, c)}</main>));
  web.get("/community", async (c) => {
    const found = await communityById(application.read, community);
    return c.html(<main>{found && (await communitySection(application, c, found))}</main>);
  });
}

test("home, community and one's own page show gatherings by when they are, each once, and what is over last", async () => {
  const open = servePages(cast.application, [sectionPages]);
  expect((await open().get("/home")).words).toBe("");
  expect((await open().get("/community")).words).toContain("No gathering has been announced yet.");
  const dated = await cast.gathering(ada, community);
  await cast.date(ada, dated, "2027-03-04T19:00");
  const idea = await cast.gathering(ada, community);
  valueOf(await cast.application.execute(joinInterestList, idea, byPerson(ada)));
  const home = (await open().get("/home")).words;
  expect(home).toMatch(
    /First gathering Thu 4 Mar, 19:00 CET · in 4 weeks · Plum League .* Looking for a date First gathering Idea · Plum League/,
  );
  expect(home.match(/First gathering/g)).toHaveLength(2);
  expect((await open({ id: ada, name: "Ada" }).get("/community")).words).toContain("Announce a gathering");
  expect((await open().get("/community")).words).not.toContain("Announce a gathering");
  valueOf(await cast.application.execute(cancelGathering, { ...idea, reason: "too few" }, byPerson(ada)));
  expect((await open().get("/community")).words).toMatch(/First gathering Thu 4 Mar.* First gathering Called off/);
  expect((await open({ id: ada, name: "Ada" }).get("/own")).words).toMatch(
    /Your gatherings First gathering Called off/,
  );
});
