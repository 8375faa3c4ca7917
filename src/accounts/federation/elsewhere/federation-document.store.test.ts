import { afterAll, beforeAll, expect, test } from "vitest";
import {
  activityOf,
  openElsewhereCast,
  remoteActor,
  type ElsewhereCast,
  type Participant,
} from "../../../../testing/elsewhere-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { activityFrom, rolledUp } from "../../../kernel/federation/inbox/activity-parts.ts";
import { readActivity } from "../../../kernel/federation/inbox/read-activity.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import { contactByUri } from "../../store/elsewhere/contacts.read.ts";
import { postsFor } from "../../store/elsewhere/posts.read.ts";

const spring: RemoteActor = {
  ...remoteActor("spring", "Group", "hall.example"),
  uri: "https://hall.example/actors/spring",
  followers: "https://hall.example/actors/spring/followers",
};
const ana: RemoteActor = { ...remoteActor("ana"), uri: "https://social.example/users/ana" };

let cast: ElsewhereCast;
let cleo: Participant;
beforeAll(async () => {
  cast = await openElsewhereCast();
  cast.world.set(spring.handle, spring);
  cleo = await cast.participant("Cleo");
});
afterAll(() => cast.close());

/** What goes out for the last event of this name, with the ids that `FEDERATION.md` gives to such things. */
async function published(event: string): Promise<unknown> {
  const [outgoing] = await cast.published(event);
  const { followId } = (await contactByUri(cast.application.read, cleo.actorId, spring.uri)) ?? {};
  const text = JSON.stringify(outgoing?.activity)
    .replaceAll(cleo.actorId, "019440a0-0000-7000-8000-000000000006")
    .replaceAll(followId ?? "none", "019440a0-0000-7000-8000-000000000007")
    .replaceAll(/\/messages\/[0-9a-f-]{36}-/g, "/messages/019440a0-0000-7000-8000-000000000008-")
    .replaceAll(/\/activities\/server\/\d+\//g, "/activities/server/7/");
  return JSON.parse(text) as unknown;
}

async function received(name: string, actor: RemoteActor) {
  const parts = await readActivity(federationExample("in", name));
  const activity = parts.ok ? activityFrom(parts.value) : parts;
  if (!activity.ok) throw new Error(`${name} is not understood`);
  return rolledUp(activity.value, actor, cast.clock.now(), undefined);
}

test("a wish to follow, a vote in the poll that comes of it, and its end go out as the document shows", async () => {
  const { location = "" } = await cleo.browser.submit("/me/elsewhere", "/me/elsewhere/follows", { who: spring.handle });
  expect(await published("follow-asked")).toEqual(federationExample("out", "follow"));

  expect(await cast.arrives(await received("question", spring))).toBe("accounts/hearing-elsewhere");
  const [post] = await postsFor(cast.application.read, cleo.actorId, { most: 1 });
  expect(post).toMatchObject({
    html: "<p>When shall we meet?</p>",
    poll: { choice: "several", voters: 3, endsAt: "2027-02-08T10:00:00Z", options: [{ votes: 3 }, { votes: 1 }] },
  });
  const answers = { [`options-${post?.id}`]: "1" };
  await cleo.browser.submit("/me/elsewhere", `/me/elsewhere/posts/${post?.id}/answers`, answers);
  expect(await published("poll-answered-elsewhere")).toEqual(federationExample("out", "vote"));

  const shown = federationExample("out", "undo-follow");
  const { followId = "" } = (await contactByUri(cast.application.read, cleo.actorId, spring.uri)) ?? {};
  const path = location.split("?")[0] ?? "";
  await cleo.browser.submit(path, `${path}/unfollow`);
  const undone = JSON.stringify(await published("follow-ended"));
  expect(JSON.parse(undone.replaceAll(followId, "019440a0-0000-7000-8000-000000000007"))).toEqual(shown);
});

test("whoever wants to follow a person is told no as the document shows", async () => {
  const asked = activityOf(ana, "Follow", { id: "https://social.example/3f2a8c1e", objectId: cleo.uri });
  await cast.arrives(asked);
  expect(await published("follower-declined")).toEqual(federationExample("out", "reject-follow"));
});

test("a person who leaves is taken back as the document shows", async () => {
  await cleo.browser.submit("/me/leave", "/me/leave", { sure: "yes" });
  expect(await published("person-actor-closed")).toEqual(federationExample("out", "delete-person"));
});
