import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { personUri } from "../../model/listener.ts";
import { countFollowers, followersOf, listenersFromHere, listenersWaiting } from "../../store/listeners.read.ts";
import { isMember } from "../../store/members.read.ts";
import { approveListener } from "./approve-listener.ts";
import { declineListener } from "./decline-listener.ts";
import { startListening } from "./start-listening.ts";
import { stopListening } from "./stop-listening.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
afterAll(() => cast.close());

let received = 0;
function federated(): By {
  received += 1;
  return {
    actor: { kind: "visitor" },
    origin: { from: "federated", key: `https://social.example/activities/${received}` },
  };
}
const bob = "https://social.example/users/bob";
const follow = (communityId: CommunityId, uri = bob, actorId: string = communityId) =>
  cast.application.execute(
    startListening,
    {
      communityId,
      actorId,
      uri,
      inbox: `${uri}/inbox`,
      sharedInbox: "https://social.example/inbox",
      handle: "@b",
      followId: `${uri}#1`,
    },
    federated(),
  );

describe("listening to a community", () => {
  test("is not belonging to it", async () => {
    const communityId = await cast.community(ada);
    valueOf(await follow(communityId));
    expect(await countFollowers(cast.application.read, communityId)).toBe(1);
    expect(await isMember(cast.application.read, communityId, bob)).toBe(false);
  });

  test("counts once however often the Follow comes, and each Follow is answered", async () => {
    const communityId = await cast.community(ada);
    valueOf(await follow(communityId));
    valueOf(await follow(communityId));
    expect(await countFollowers(cast.application.read, communityId)).toBe(1);
    const told = cast.events.filter((event) => event.chain === communityId && event.name === "listening-started");
    expect(told).toHaveLength(2);
  });

  test("ends when it is taken back, and only then", async () => {
    const communityId = await cast.community(ada);
    valueOf(await follow(communityId));
    const stop = { communityId, actorId: communityId, uri: bob };
    expect(valueOf(await cast.application.execute(stopListening, stop, federated()))).toEqual({ listened: true });
    expect(valueOf(await cast.application.execute(stopListening, stop, federated()))).toEqual({ listened: false });
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
  });

  test("from here is for oneself alone", async () => {
    const communityId = await cast.community(ada);
    const listen = { communityId, actorId: communityId, uri: personUri(grace), personId: grace };
    valueOf(await cast.application.execute(startListening, listen, byPerson(grace)));
    const forged = { ...listen, uri: bob, inbox: "https://victim.example/inbox" };
    expect(await cast.application.execute(startListening, forged, byPerson(grace))).toMatchObject({
      refusal: { kind: "sign-in-needed" },
    });
    const here = await listenersFromHere(cast.application.read, communityId, { after: "", limit: 10 });
    expect(here.map((listener) => listener.personId)).toEqual([grace]);
    expect(await followersOf(cast.application.read, communityId, { after: "", limit: 10 })).toEqual([]);
    const stop = { communityId, actorId: communityId, uri: personUri(grace) };
    expect(await cast.application.execute(stopListening, stop, byPerson(ada))).toMatchObject({ ok: false });
    valueOf(await cast.application.execute(stopListening, stop, byPerson(grace)));
  });

  test("to one of its gatherings is a list of its own", async () => {
    const communityId = await cast.community(ada);
    valueOf(await follow(communityId, bob, "gathering-1"));
    expect(await countFollowers(cast.application.read, "gathering-1")).toBe(1);
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
  });

  test("gives its inboxes a page at a time, each of them once", async () => {
    const communityId = await cast.community(ada);
    const uris = Array.from({ length: 7 }, (_, place) => `https://social.example/users/p${place}`);
    for (const uri of uris) valueOf(await follow(communityId, uri));
    const seen: string[] = [];
    for (let after = ""; ;) {
      const page = await followersOf(cast.application.read, communityId, { after, limit: 3 });
      seen.push(...page.map((listener) => listener.uri));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.uri;
    }
    expect(seen).toEqual(uris);
  });
});

describe("a community that approves who listens", () => {
  test("sends nothing until a steward says yes", async () => {
    const communityId = await cast.community(ada, { approvesListeners: true });
    expect(valueOf(await follow(communityId))).toEqual({ waits: true });
    expect(await followersOf(cast.application.read, communityId, { after: "", limit: 10 })).toEqual([]);
    expect(await listenersWaiting(cast.application.read, communityId, { after: "", limit: 10 })).toHaveLength(1);
    const who = { communityId, actorId: communityId, uri: bob };
    expect(await cast.application.execute(approveListener, who, byPerson(grace))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    valueOf(await cast.application.execute(approveListener, who, byPerson(ada)));
    expect(await countFollowers(cast.application.read, communityId)).toBe(1);
    expect(cast.events.at(-1)).toMatchObject({ name: "listening-approved", payload: { followId: `${bob}#1` } });
    expect(valueOf(await follow(communityId))).toEqual({ waits: false });
  });

  test("says no with a reason, and a steward of another community says nothing here", async () => {
    const communityId = await cast.community(ada, { approvesListeners: true });
    valueOf(await follow(communityId));
    const elsewhere = await cast.community(grace);
    const who = { actorId: communityId, uri: bob, reason: "We do not know you." };
    expect(
      await cast.application.execute(declineListener, { ...who, communityId: elsewhere }, byPerson(grace)),
    ).toMatchObject({
      refusal: { kind: "not-found" },
    });
    valueOf(await cast.application.execute(declineListener, { ...who, communityId }, byPerson(ada)));
    expect(cast.events.at(-1)).toMatchObject({ name: "listening-declined", payload: { reason: who.reason } });
    expect(await listenersWaiting(cast.application.read, communityId, { after: "", limit: 10 })).toEqual([]);
  });
});
