import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDirectoryCast, type DirectoryCast } from "../../../../testing/directory-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { sayOfEntry } from "../../commands/say-of-entry.ts";
import { takeOverList } from "../../commands/take-over-list.ts";
import { declineFollow, letFollow } from "../../commands/sharing/let-follow.ts";
import { someFollowers } from "../../store/sharing/followers.read.ts";
import { sharingOutbox } from "./outbox.ts";

let cast: DirectoryCast;
let ada: PersonId;
let entryId: string;

beforeAll(async () => {
  cast = await openDirectoryCast();
  ada = await cast.person("Ada");
  const added = { domain: "plum.example", source: "https://wiki.example/plum" };
  ({ entryId } = valueOf(await cast.application.execute(addEntry, added, byPerson(ada))));
});
afterAll(() => cast.close());

const actor = "https://league.example/actors/directory";

/** What goes out for the last event of this name. */
async function published(name: string) {
  const event = cast.events.findLast((known) => known.name === name);
  if (event === undefined) return [];
  const publishers = sharingOutbox.filter(({ events }) => events.includes(name));
  return (await Promise.all(publishers.map((each) => each.publish(cast.application, event)))).flat();
}

async function say(said: { readonly [field: string]: string }) {
  const about = { entryId, source: "https://wiki.example/plum" };
  const input = { ...about, ...said } as Parameters<typeof sayOfEntry.run>[1];
  valueOf(await cast.application.execute(sayOfEntry, input, byPerson(ada)));
  await cast.pump();
}

test("what was said before anybody follows is sent to nobody", async () => {
  await cast.pump();
  expect(await published("directory-changes-told")).toEqual([]);
});

test("whoever follows is let, and hears of what is said then, as the document shows", async () => {
  const follower = { uri: actor, host: "league.example", handle: "@koinon-directory@league.example" };
  const follow = { ...follower, inbox: `${actor}/inbox`, followId: "https://league.example/activities/1" };
  valueOf(await cast.application.execute(letFollow, follow, by({ kind: "server" })));
  const [accepted] = await published("directory-follower-came");
  expect(accepted?.activity).toMatchObject({ type: "Accept", object: { id: follow.followId } });

  await say({ fee: "Five a month" });
  const [told, ...others] = await published("directory-changes-told");
  expect(others).toEqual([]);
  expect(told).toMatchObject({ from: "directory", to: { kind: "followers" } });
  const text = JSON.stringify(told?.activity)
    .replaceAll(entryId, "019440a0-0000-7000-8000-000000000009")
    .replace(/(claimId\\":\\")[0-9a-f-]{36}/, "$1019440a0-0000-7000-8000-00000000000a")
    .replace(/\/activities\/server\/\d+\//, "/activities/server/7/");
  expect(JSON.parse(text)).toEqual(federationExample("out", "directory-changes"));
});

test("what is too long to be sent is named by its number, and read in the feed", async () => {
  const text = `"`.repeat(2_000);
  const line = `"`.repeat(300);
  const texts = { summary: text, howItDecides: text, whoDecides: text, lessons: text };
  await say({ ...texts, legalForm: line, legalEntity: line, venue: line, fee: line, since: line });
  const [told] = await published("directory-changes-told");
  const shape = z.object({ object: z.object({ content: z.string() }) });
  const { content } = shape.parse(JSON.parse(JSON.stringify(told?.activity))).object;
  const last = cast.events.findLast(({ name }) => name === "directory-changes-told")?.payload["upTo"];
  const ours = "https://gather.example/actors/directory";
  expect(JSON.parse(content)).toEqual({ actor: ours, after: last, changes: [], last });
});

test("of a whole list it is only told that there is much to read", async () => {
  const rows = Array.from({ length: 80 }, (_, place) => `Place ${place},p${place}.example`);
  const list = { from: "given", list: ["name,domain", ...rows].join("\n"), called: "many" } as const;
  const before = cast.events.filter(({ name }) => name === "directory-changes-told").length;
  valueOf(await cast.application.execute(takeOverList, list, by({ kind: "server" })));
  await cast.pump();
  const told = cast.events.filter(({ name }) => name === "directory-changes-told").slice(before);
  expect(told).toHaveLength(1);
  const last = told[0]?.payload["upTo"];
  expect(told[0]?.payload).toEqual({ after: last, from: last, upTo: last });
  expect(JSON.stringify(await published("directory-changes-told"))).toContain('\\"changes\\":[]');
});

test("a person's account is told no, and nothing is kept of it", async () => {
  const follow = { uri: "https://social.example/users/ana", followId: "https://social.example/3f2a8c1e" };
  valueOf(await cast.application.execute(declineFollow, follow, by({ kind: "server" })));
  const [declined] = await published("directory-follower-declined");
  expect(declined?.activity).toMatchObject({ type: "Reject", object: { id: follow.followId } });
  expect(await someFollowers(cast.application.read, 10)).toMatchObject([{ uri: actor }]);
});
