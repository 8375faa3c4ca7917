import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { announceDraft } from "../../commands/minutes/announce-draft.ts";
import { correctMinutes } from "../../commands/minutes/correct-minutes.ts";
import { gatheringOutbox } from "../outbox.ts";

let cast: GatheringCast;
let ada: PersonId;
let community: CommunityId;
let held: HeldGathering;
beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  const grace = await cast.person("Grace");
  community = await cast.community(ada);
  held = await holdGathering(cast, ada, community, [grace]);
  const about = { communityId: held.communityId, gatheringId: held.gatheringId };
  valueOf(await cast.application.execute(announceDraft, about, byPerson(ada)));
  cast.clock.pass({ hours: 72 });
  await cast.pumpClock();
});
afterAll(() => cast.close());

/** What goes out for the last event of this name, with the ids and the handle that `FEDERATION.md` gives to such things. */
async function published(name: string): Promise<readonly unknown[]> {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const publishers = gatheringOutbox.filter((publisher) => publisher.events.includes(name));
  const outgoing = (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
  const text = JSON.stringify(outgoing.map(({ activity }) => activity))
    .replaceAll(held.gatheringId, "019440a0-0000-7000-8000-000000000009")
    .replaceAll(community, "019440a0-0000-7000-8000-000000000001")
    .replace(/gathering_\d+/g, "first_gathering")
    .replace(/(\/activities\/[0-9a-f-]{36})\/\d+\//g, "$1/7/");
  return JSON.parse(text) as readonly unknown[];
}

test("published minutes go out as the document shows: an Article, a short Note, and the community's boost of it", async () => {
  const [article, note, boost] = await published("minutes-published");
  expect(article).toEqual(federationExample("out", "minutes"));
  expect(note).toMatchObject({ type: "Create", object: { type: "Note" } });
  expect(boost).toMatchObject({ type: "Announce", object: (note as { readonly object: { id: string } }).object.id });
});

test("a correction goes out as an Update of the Article, which was published when it was", async () => {
  cast.clock.pass({ hours: 1 });
  const about = { communityId: held.communityId, gatheringId: held.gatheringId };
  valueOf(await cast.application.execute(correctMinutes, { ...about, text: "It was two servers." }, byPerson(ada)));
  const [update] = await published("minutes-changed");
  expect(update).toMatchObject({
    type: "Update",
    object: { type: "Article", published: "2027-02-23T18:00:00Z", updated: "2027-02-23T19:00:00Z" },
  });
  expect(JSON.stringify(update)).toContain("It was two servers.");
});
