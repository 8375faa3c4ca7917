import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { applicationOf, invitationOf, linksOf } from "../../store/admissions.read.ts";
import { countMembers, isMember, roleOf, stewardsOf } from "../../store/members.read.ts";
import { memberTables } from "../../store/members.tables.ts";
import { appointSteward } from "./appoint-steward.ts";
import { approveApplication } from "./approve-application.ts";
import { declineApplication } from "./decline-application.ts";
import { declineInvitation } from "./decline-invitation.ts";
import { endMembership } from "./end-membership.ts";
import { invitePerson } from "./invite-person.ts";
import { joinCommunity } from "./join-community.ts";
import { leaveCommunity } from "./leave-community.ts";
import { makeInvitationLink } from "./make-invitation-link.ts";
import { releaseSteward } from "./release-steward.ts";
import { withdrawApplication } from "./withdraw-application.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";
import { withdrawInvitationLink } from "./withdraw-invitation-link.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
let emmy: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  emmy = await cast.person("Emmy", "other.example");
});
afterAll(() => cast.close());

/** How many members each community is said to have, and how many it has. */
const kept = () =>
  memberTables(read())
    .selectFrom("member_counts")
    .select(["community_id", "members"])
    .orderBy("community_id")
    .execute();
const counted = () =>
  memberTables(read())
    .selectFrom("members")
    .select((row) => ["community_id", row.fn.countAll<number>().as("members")])
    .groupBy("community_id")
    .orderBy("community_id")
    .execute();

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const read = () => cast.application.read;

describe("an open community", () => {
  test("has a new member at once, and once however often they ask", async () => {
    const communityId = await cast.community(ada);
    const ask = () => cast.application.execute(joinCommunity, { communityId }, byPerson(grace));
    expect(valueOf(await ask())).toEqual({ standing: "member" });
    expect(valueOf(await ask())).toEqual({ standing: "member" });
    expect(await countMembers(read(), communityId)).toBe(2);
    expect(cast.events.filter((event) => event.chain === communityId && event.name === "member-joined")).toHaveLength(
      1,
    );
  });

  test("has one membership of a person who asks two hundred times at once", async () => {
    const communityId = await cast.community(ada);
    const asks = Array.from({ length: 200 }, () =>
      cast.application.execute(joinCommunity, { communityId }, byPerson(grace)),
    );
    expect((await Promise.all(asks)).every((answer) => answer.ok)).toBe(true);
    expect(await countMembers(read(), communityId)).toBe(2);
  });

  test("is not joined by visitors, since a member is somebody", async () => {
    const communityId = await cast.community(ada);
    const answer = await cast.application.execute(joinCommunity, { communityId }, by({ kind: "visitor" }));
    expect(answer).toEqual({ ok: false, refusal: { kind: "sign-in-needed" } });
  });
});

describe("a community that approves its members", () => {
  let communityId: CommunityId;
  beforeEach(async () => {
    communityId = await cast.community(ada, { joining: "approval" });
  });

  test("asks for a reason and lets the applicant wait", async () => {
    const ask = (reason: string) => cast.application.execute(joinCommunity, { communityId, reason }, byPerson(grace));
    expect(await ask("  ")).toMatchObject({ ok: false, refusal: { kind: "reason-needed", field: "reason" } });
    expect(valueOf(await ask("We run a co-op server."))).toEqual({ standing: "waiting" });
    expect((await applicationOf(read(), communityId, grace))?.reason).toBe("We run a co-op server.");
    expect(await isMember(read(), communityId, grace)).toBe(false);
  });

  test("has a member once a steward says yes, and the record says who did", async () => {
    valueOf(await cast.application.execute(joinCommunity, { communityId, reason: "Let me in." }, byPerson(grace)));
    const approve = { communityId, personId: grace, reason: "We know you." };
    expect(await cast.application.execute(approveApplication, approve, byPerson(grace))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    valueOf(await cast.application.execute(approveApplication, approve, byPerson(ada)));
    expect(await roleOf(read(), communityId, grace)).toBe("member");
    expect(await applicationOf(read(), communityId, grace)).toBeUndefined();
    expect(cast.events.at(-1)).toMatchObject({
      name: "member-joined",
      actor: `person:${ada}`,
      payload: { personId: grace, way: "application", letInBy: ada, reason: "We know you." },
    });
  });

  test("says no only with a reason", async () => {
    valueOf(await cast.application.execute(joinCommunity, { communityId, reason: "Let me in." }, byPerson(grace)));
    const decline = (reason: string) =>
      cast.application.execute(declineApplication, { communityId, personId: grace, reason }, byPerson(ada));
    expect(await decline("")).toMatchObject({ refusal: { kind: "invalid-input" } });
    valueOf(await decline("We are full until spring."));
    expect(cast.events.at(-1)).toMatchObject({
      name: "application-declined",
      payload: { personId: grace, reason: "We are full until spring." },
    });
    expect(await decline("Twice.")).toMatchObject({ refusal: { kind: "not-found" } });
  });

  test("forgets an application that is taken back", async () => {
    valueOf(await cast.application.execute(joinCommunity, { communityId, reason: "Let me in." }, byPerson(grace)));
    valueOf(await cast.application.execute(withdrawApplication, { communityId }, byPerson(grace)));
    expect(await applicationOf(read(), communityId, grace)).toBeUndefined();
  });
});

describe("an invitation", () => {
  let communityId: CommunityId;
  beforeEach(async () => {
    communityId = await cast.community(ada, { joining: "invitation" });
  });
  const invite = (personId: PersonId) =>
    cast.application.execute(invitePerson, { communityId, personId, note: "Join us." }, byPerson(ada));
  const join = (personId: PersonId, linkTokenHash?: string) =>
    cast.application.execute(joinCommunity, { communityId, linkTokenHash }, byPerson(personId));

  test("by name opens the door to that person and to nobody else", async () => {
    valueOf(await invite(grace));
    expect(await join(emmy)).toEqual({ ok: false, refusal: { kind: "invitation-needed" } });
    expect(valueOf(await join(grace))).toEqual({ standing: "member" });
    expect(cast.events.at(-1)).toMatchObject({ name: "member-joined", payload: { way: "invitation", letInBy: ada } });
    expect(await invitationOf(read(), communityId, grace)).toBeUndefined();
  });

  test("is sent once, never to members, and never again to who said no", async () => {
    valueOf(await invite(grace));
    expect(await invite(grace)).toEqual({ ok: false, refusal: { kind: "already-invited" } });
    expect(await invite(ada)).toEqual({ ok: false, refusal: { kind: "already-a-member" } });
    valueOf(await cast.application.execute(declineInvitation, { communityId }, byPerson(grace)));
    expect(await invite(grace)).toEqual({ ok: false, refusal: { kind: "invitation-was-declined" } });
  });

  test("can be taken back while it is unanswered", async () => {
    valueOf(await invite(grace));
    valueOf(await cast.application.execute(withdrawInvitation, { communityId, personId: grace }, byPerson(ada)));
    expect(await join(grace)).toEqual({ ok: false, refusal: { kind: "invitation-needed" } });
  });

  test("by link lets in as many as it says, until its day", async () => {
    const link = { communityId, tokenHash: hashOf("plum"), uses: 1, days: 7 };
    valueOf(await cast.application.execute(makeInvitationLink, link, byPerson(ada)));
    expect(valueOf(await join(grace, hashOf("plum")))).toEqual({ standing: "member" });
    expect(await join(emmy, hashOf("plum"))).toEqual({ ok: false, refusal: { kind: "invitation-link-spent" } });

    valueOf(await cast.application.execute(makeInvitationLink, { ...link, tokenHash: hashOf("fig") }, byPerson(ada)));
    cast.clock.pass({ hours: 24 * 7 });
    expect(await join(emmy, hashOf("fig"))).toEqual({ ok: false, refusal: { kind: "invitation-link-spent" } });
  });

  test("by link opens no other community", async () => {
    const other = await cast.community(ada, { joining: "invitation" });
    const link = { communityId: other, tokenHash: hashOf("pear"), uses: 5, days: 7 };
    valueOf(await cast.application.execute(makeInvitationLink, link, byPerson(ada)));
    expect(await join(grace, hashOf("pear"))).toEqual({ ok: false, refusal: { kind: "invitation-link-spent" } });
  });

  test("by link leads nowhere once it is taken back", async () => {
    const link = { communityId, tokenHash: hashOf("date"), uses: 5, days: 7 };
    const { linkId } = valueOf(await cast.application.execute(makeInvitationLink, link, byPerson(ada)));
    valueOf(await cast.application.execute(withdrawInvitationLink, { communityId, linkId }, byPerson(ada)));
    expect(await join(grace, hashOf("date"))).toEqual({ ok: false, refusal: { kind: "invitation-link-spent" } });
    expect(await linksOf(read(), communityId, cast.clock.now())).toEqual([]);
  });

  test("is the stewards' to make", async () => {
    const link = { communityId, tokenHash: hashOf("own"), uses: 5, days: 7 };
    expect(await cast.application.execute(makeInvitationLink, link, byPerson(grace))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    const named = { communityId, personId: emmy, note: "" };
    expect(await cast.application.execute(invitePerson, named, byPerson(grace))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
  });
});

describe("the care of a community", () => {
  let communityId: CommunityId;
  beforeEach(async () => {
    communityId = await cast.community(ada);
    await cast.join(communityId, grace);
  });
  const leave = (personId: PersonId, successorId?: PersonId) =>
    cast.application.execute(leaveCommunity, { communityId, successorId }, byPerson(personId));

  test("is handed over by the last steward who leaves", async () => {
    expect(await leave(ada)).toEqual({ ok: false, refusal: { kind: "successor-needed", field: "successorId" } });
    expect(await leave(ada, emmy)).toMatchObject({ refusal: { kind: "successor-is-no-member" } });
    expect(await leave(ada, ada)).toMatchObject({ refusal: { kind: "successor-is-no-member" } });
    valueOf(await leave(ada, grace));
    expect(await stewardsOf(read(), communityId)).toEqual([grace]);
    expect(await isMember(read(), communityId, ada)).toBe(false);
  });

  test("needs no successor while another steward stays, nor when a member leaves", async () => {
    const appoint = { communityId, personId: grace, reason: "Shared care." };
    valueOf(await cast.application.execute(appointSteward, appoint, byPerson(ada)));
    valueOf(await leave(ada));
    expect(await stewardsOf(read(), communityId)).toEqual([grace]);
    await cast.join(communityId, emmy);
    valueOf(await leave(emmy));
  });

  test("is not lost when the last two stewards leave at the same time", async () => {
    const appoint = { communityId, personId: grace, reason: "Shared care." };
    valueOf(await cast.application.execute(appointSteward, appoint, byPerson(ada)));
    const answers = await Promise.all([leave(ada), leave(grace)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await stewardsOf(read(), communityId)).toHaveLength(1);
  });

  test("is given and taken by stewards with a reason on record, but never from the last one", async () => {
    const decision = { communityId, personId: grace, reason: "By consent of 2 March." };
    expect(await cast.application.execute(appointSteward, decision, byPerson(grace))).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    valueOf(await cast.application.execute(appointSteward, decision, byPerson(ada)));
    expect(cast.events.at(-1)).toMatchObject({ name: "steward-appointed", payload: { reason: decision.reason } });
    valueOf(await cast.application.execute(releaseSteward, { ...decision, personId: ada }, byPerson(grace)));
    expect(cast.events.at(-1)).toMatchObject({ name: "steward-released", actor: `person:${grace}` });
    expect(await cast.application.execute(releaseSteward, decision, byPerson(grace))).toMatchObject({
      refusal: { kind: "last-steward" },
    });
  });

  test("can be given by the operator when all stewards have vanished", async () => {
    const decision = { communityId, personId: grace, reason: "No steward has signed in for a year." };
    valueOf(await cast.application.execute(appointSteward, decision, by({ kind: "server" })));
    expect(cast.events.at(-1)).toMatchObject({ name: "steward-appointed", actor: "server" });
  });

  test("includes ending a membership, with the reason on record, after any stewardship has ended", async () => {
    const decision = { communityId, personId: grace, reason: "Breaks the code of conduct, see 3 March." };
    expect(await cast.application.execute(endMembership, { ...decision, reason: "" }, byPerson(ada))).toMatchObject({
      refusal: { kind: "invalid-input" },
    });
    expect(await cast.application.execute(endMembership, { ...decision, personId: ada }, byPerson(ada))).toMatchObject({
      refusal: { kind: "still-steward" },
    });
    valueOf(await cast.application.execute(endMembership, decision, byPerson(ada)));
    expect(await isMember(read(), communityId, grace)).toBe(false);
    expect(cast.events.at(-1)).toMatchObject({
      name: "membership-ended",
      payload: { personId: grace, reason: decision.reason },
    });
  });
});

test("after all that came and went, the number that is kept of each community is that of its members", async () => {
  expect((await kept()).length).toBeGreaterThan(5);
  expect(await kept()).toEqual(await counted());
});
