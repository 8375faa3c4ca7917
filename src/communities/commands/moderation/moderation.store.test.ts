import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { isBlocked } from "../../store/blocks.read.ts";
import { countFollowers, followersOf, listenerByUri } from "../../store/listeners.read.ts";
import { isMember } from "../../store/members.read.ts";
import { closedReports, openReports, reportById } from "../../store/reports.read.ts";
import { endMembership } from "../membership/end-membership.ts";
import { invitePerson } from "../membership/invite-person.ts";
import { joinCommunity } from "../membership/join-community.ts";
import { sharePost } from "../announcements/share-post.ts";
import { startListening } from "../listening/start-listening.ts";
import { blockHosts } from "./block-hosts.ts";
import { blockPerson } from "./block-person.ts";
import { fileReport } from "./file-report.ts";
import { forwardReport } from "./forward-report.ts";
import { liftBlock } from "./lift-block.ts";
import { resolveReport } from "./resolve-report.ts";
import { takeReport } from "./take-report.ts";

let cast: CommunityCast;
let ada: PersonId;
let mallory: PersonId;
let communityId: CommunityId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  mallory = await cast.person("Mallory", "evil.example");
});
beforeEach(async () => {
  communityId = await cast.community(ada);
});
afterAll(() => cast.close());

let received = 0;
function federated(): By {
  received += 1;
  return {
    actor: { kind: "visitor" },
    origin: { from: "federated", key: `https://evil.example/activities/${received}` },
  };
}
const follow = (uri: string, personId?: PersonId) =>
  cast.application.execute(
    startListening,
    { communityId, actorId: communityId, uri, personId, inbox: `${uri}/inbox`, handle: "", followId: `${uri}#follow` },
    federated(),
  );
const blockHost = (host: string, level: "block" | "limit" = "block") =>
  cast.application.execute(blockHosts, { communityId, blocks: [{ host, level }], reason: "Spam." }, byPerson(ada));
const join = (personId: PersonId) =>
  cast.application.execute(joinCommunity, { communityId, reason: "?" }, byPerson(personId));
const blockMallory = (level: "block" | "limit" = "block") =>
  cast.application.execute(blockPerson, { communityId, personId: mallory, level, reason: "Threats." }, byPerson(ada));
const keptOut = { ok: false, refusal: { kind: "kept-out" } };

describe("a blocked server", () => {
  const alice = "https://evil.example/users/alice";

  test("neither listens nor joins, nor do its subdomains and whatever port it uses", async () => {
    valueOf(await blockHost("evil.example"));
    expect(await follow(alice)).toEqual(keptOut);
    expect(await follow("https://a.b.evil.example/users/alice")).toEqual(keptOut);
    expect(await follow("https://evil.example:8443/users/alice")).toEqual(keptOut);
    expect(await follow("https://EVIL.example./users/alice")).toEqual(keptOut);
    expect(await join(mallory)).toEqual(keptOut);
    expect(await join(await cast.person("Sub", "mail.evil.example"))).toEqual(keptOut);
  });

  test("does not come in by an invitation or with a report", async () => {
    valueOf(await blockHost("evil.example"));
    const invitation = { communityId, personId: mallory, note: "" };
    expect(await cast.application.execute(invitePerson, invitation, byPerson(ada))).toEqual(keptOut);
    const flag = {
      communityId,
      activityId: "https://evil.example/1",
      fromHost: "x.evil.example",
      account: "",
      objects: [],
      text: "",
    };
    expect(await cast.application.execute(takeReport, flag, federated())).toEqual(keptOut);
  });

  test("is a stranger no better for a neighbour with a like name", async () => {
    valueOf(await blockHost("evil.example"));
    expect(valueOf(await follow("https://notevil.example/users/bob"))).toEqual({ waits: false });
  });

  test("is silent from the moment of the block, and nobody else is", async () => {
    valueOf(await follow(alice));
    valueOf(await follow("https://sub.evil.example/users/alice"));
    valueOf(await follow("https://good.example/users/bob"));
    valueOf(await blockHost("evil.example"));
    const left = await followersOf(cast.application.read, communityId, { after: "", limit: 10 });
    expect(left.map((listener) => listener.uri)).toEqual(["https://good.example/users/bob"]);
  });

  test("takes no member's standing, and members from there go on listening", async () => {
    await cast.join(communityId, mallory);
    valueOf(await follow("https://evil.example/users/mallory", mallory));
    valueOf(await blockHost("evil.example"));
    expect(await isMember(cast.application.read, communityId, mallory)).toBe(true);
    expect(await isBlocked(cast.application.read, communityId, { personId: mallory, host: "evil.example" })).toBe(
      false,
    );
    expect(await isBlocked(cast.application.read, communityId, { host: "evil.example" })).toBe(true);
    expect(await countFollowers(cast.application.read, communityId)).toBe(1);
  });

  test("does not have its members' posts passed on", async () => {
    const sharing = await cast.community(ada, { sharesMentions: true });
    await cast.join(sharing, mallory);
    const post = (uri: string) => ({
      communityId: sharing,
      personId: mallory,
      uri,
      authorUri: "https://evil.example/users/mallory",
    });
    valueOf(await cast.application.execute(sharePost, post("https://evil.example/posts/1"), federated()));
    const block = { communityId: sharing, blocks: [{ host: "evil.example", level: "limit" }], reason: "Spam." };
    valueOf(await cast.application.execute(blockHosts, block, byPerson(ada)));
    expect(await cast.application.execute(sharePost, post("https://evil.example/posts/2"), federated())).toMatchObject({
      refusal: { kind: "not-passed-on" },
    });
  });

  test("is let in again by a decision on record", async () => {
    valueOf(await blockHost("evil.example"));
    const lift = { communityId, kind: "host", subject: "evil.example", reason: "They have a moderator now." };
    valueOf(await cast.application.execute(liftBlock, lift, byPerson(ada)));
    expect(valueOf(await follow(alice))).toEqual({ waits: false });
    expect(cast.events.find((event) => event.chain === communityId && event.name === "block-lifted")).toMatchObject({
      actor: `person:${ada}`,
      payload: { reason: lift.reason },
    });
    expect(await cast.application.execute(liftBlock, lift, byPerson(ada))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });
});

describe("a blocked person", () => {
  test("neither joins nor listens, from whichever account", async () => {
    valueOf(await follow("https://evil.example/users/mallory", mallory));
    valueOf(await blockMallory());
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
    expect(cast.events.at(-1)).toMatchObject({ name: "listening-declined" });
    expect(await follow("https://clean.example/users/mallory2", mallory)).toEqual(keptOut);
    expect(await join(mallory)).toEqual(keptOut);
  });

  test("who is a member keeps their standing until it is ended by a decision of its own", async () => {
    await cast.join(communityId, mallory);
    expect(await blockMallory()).toEqual({ ok: false, refusal: { kind: "standing-holds" } });
    expect(await isMember(cast.application.read, communityId, mallory)).toBe(true);
    const end = { communityId, personId: mallory, reason: "Threats, see 3 March." };
    valueOf(await cast.application.execute(endMembership, end, byPerson(ada)));
    valueOf(await blockMallory());
    expect(await join(mallory)).toEqual(keptOut);
  });

  test("is blocked by stewards alone, and never without a reason", async () => {
    const block = { communityId, personId: ada, level: "block", reason: "Coup." };
    expect(await cast.application.execute(blockPerson, block, byPerson(mallory))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    expect(await cast.application.execute(blockPerson, { ...block, reason: "" }, byPerson(ada))).toMatchObject({
      refusal: { kind: "invalid-input" },
    });
  });
});

describe("somebody held at arm's length", () => {
  test("waits for a steward with whatever they ask", async () => {
    valueOf(await blockHost("evil.example", "limit"));
    expect(valueOf(await follow("https://evil.example/users/alice"))).toEqual({ waits: true });
    expect(await countFollowers(cast.application.read, communityId)).toBe(0);
    expect(await listenerByUri(cast.application.read, communityId, "https://evil.example/users/alice")).toMatchObject({
      waits: true,
    });
    expect(valueOf(await join(mallory))).toEqual({ standing: "waiting" });
  });
});

describe("a report", () => {
  const complaint = { account: "@mallory@evil.example", objects: ["https://evil.example/posts/1"], text: "Threats." };

  test("reaches the stewards with its words, and the record without them", async () => {
    const { reportId } = valueOf(
      await cast.application.execute(fileReport, { ...complaint, communityId }, byPerson(mallory)),
    );
    const [report] = await openReports(cast.application.read, communityId, { after: "", limit: 10 });
    expect(report).toMatchObject({ id: reportId, reporterId: mallory, ...complaint });
    expect(JSON.stringify(cast.events)).not.toContain("@mallory@evil.example");
  });

  test("is closed once, with what was done", async () => {
    const { reportId } = valueOf(
      await cast.application.execute(fileReport, { ...complaint, communityId }, byPerson(mallory)),
    );
    const resolve = { communityId, reportId, resolution: "We talked; settled." };
    expect(await cast.application.execute(resolveReport, resolve, byPerson(mallory))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    valueOf(await cast.application.execute(resolveReport, resolve, byPerson(ada)));
    expect(await openReports(cast.application.read, communityId, { after: "", limit: 10 })).toEqual([]);
    expect((await closedReports(cast.application.read, communityId, 10))[0]).toMatchObject({ resolvedBy: ada });
    expect(await cast.application.execute(resolveReport, resolve, byPerson(ada))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  test("is passed on to the account's server once", async () => {
    const { reportId } = valueOf(
      await cast.application.execute(fileReport, { ...complaint, communityId }, byPerson(mallory)),
    );
    const forward = { communityId, reportId, accountUri: "https://evil.example/users/mallory" };
    valueOf(await cast.application.execute(forwardReport, forward, byPerson(ada)));
    expect(await reportById(cast.application.read, communityId, reportId)).toMatchObject({
      account: forward.accountUri,
    });
    expect(await cast.application.execute(forwardReport, forward, byPerson(ada))).toMatchObject({
      refusal: { kind: "already-forwarded" },
    });
  });

  test("of one community is closed to the stewards of another", async () => {
    const other = await cast.community(ada);
    const { reportId } = valueOf(
      await cast.application.execute(fileReport, { ...complaint, communityId: other }, byPerson(mallory)),
    );
    const resolve = { communityId, reportId, resolution: "Not mine." };
    expect(await cast.application.execute(resolveReport, resolve, byPerson(ada))).toMatchObject({
      refusal: { kind: "not-found" },
    });
  });

  test("waits while ten of the same person are unread, or fifty of the same server", async () => {
    const file = () => cast.application.execute(fileReport, { ...complaint, communityId }, byPerson(mallory));
    for (let count = 0; count < 10; count++) valueOf(await file());
    expect(await file()).toEqual({ ok: false, refusal: { kind: "too-many-reports", most: 10 } });
    const flag = (id: number) => ({
      ...complaint,
      communityId,
      activityId: `https://noisy.example/${id}`,
      fromHost: "noisy.example",
    });
    for (let count = 0; count < 50; count++)
      valueOf(await cast.application.execute(takeReport, flag(count), federated()));
    expect(await cast.application.execute(takeReport, flag(50), federated())).toMatchObject({
      refusal: { kind: "too-many-reports" },
    });
  });

  test("of another server cannot be made up on the web", async () => {
    const flag = { ...complaint, communityId, activityId: "https://x.example/1", fromHost: "x.example" };
    expect(await cast.application.execute(takeReport, flag, by({ kind: "person", personId: mallory }))).toMatchObject({
      ok: false,
    });
  });
});
