import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { servePages, type OpenBrowser } from "../../../../testing/page-visits.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { interestOf } from "../../store/interest.read.ts";
import { gatheringPages } from "../gathering-pages.ts";

let cast: GatheringCast;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let path: string;
let openBrowser: OpenBrowser;

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
  openBrowser = servePages(cast.application, [gatheringPages]);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  path = `/gatherings/${about.gatheringId}`;
});
afterAll(() => cast.close());

const asGrace = () => openBrowser({ id: grace, name: "Grace" });

describe("the gathering's page", () => {
  test("says what it is, whose, and that it is an idea", async () => {
    const { status, words } = await openBrowser().get(path);
    expect(status).toBe(200);
    expect(words).toContain("First gathering");
    expect(words).toContain("Meet the other co-operative servers.");
    expect(words).toContain("Plum League");
    expect(words).toMatch(/@gathering_\d+@gather\.example/);
    expect(words).toContain("Now: Idea");
  });

  test("puts whoever presses the button on the list, and takes them off again", async () => {
    const browser = asGrace();
    const joined = await browser.submit(path, `${path}/interest`);
    expect(joined).toMatchObject({ status: 303, location: `${path}?done=joined` });
    expect(await interestOf(cast.application.read, about.gatheringId, grace)).toBe("on-list");
    expect((await browser.get(`${path}?done=joined`)).words).toContain("You are on the list.");
    const left = await browser.submit(path, `${path}/interest/leave`);
    expect(left).toMatchObject({ status: 303, location: `${path}?done=left` });
    expect(await interestOf(cast.application.read, about.gatheringId, grace)).toBe("left");
  });

  test("promises no news to the list of what is called off", async () => {
    await asGrace().submit(path, `${path}/interest`);
    expect((await openBrowser().get(path)).words).toContain("1 person is on the list and will hear of it.");
    valueOf(await cast.application.execute(cancelGathering, { ...about, reason: "too few" }, byPerson(ada)));
    const { words } = await openBrowser().get(path);
    expect(words).toContain("1 person was on the list.");
    expect(words).not.toContain("will hear of it");
  });

  test("speaks of what is over as of what is over", async () => {
    await cast.date(ada, about, "2027-03-04T19:00");
    expect((await openBrowser().get(path)).words).toContain("The place is still to come.");
    cast.clock.set("2027-03-05T10:00:00Z");
    await cast.pumpClock();
    const { words } = await openBrowser().get(path);
    expect(words).toContain("The gathering was held.");
    expect(words).toContain("Who had said they would come");
    expect(words).not.toContain("still to come");
  });

  test("is not found for an id of nothing", async () => {
    expect((await openBrowser().get("/gatherings/nothing")).status).toBe(404);
  });
});
