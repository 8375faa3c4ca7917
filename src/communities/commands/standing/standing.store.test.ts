import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../model/community.ts";
import { organisationsOf } from "../../store/standing/organisations.read.ts";
import { memberWithStanding, votingRulesOf } from "../../store/standing/standing.read.ts";
import { leaveCommunity } from "../membership/leave-community.ts";
import { carryMembership } from "../people/carry-membership.ts";
import { addClass } from "./add-class.ts";
import { addOrganisation } from "./add-organisation.ts";
import { endOrganisation } from "./end-organisation.ts";
import { membersNamed } from "./members-named.ts";
import { nameDelegate } from "./name-delegate.ts";
import { removeClass } from "./remove-class.ts";
import { setStanding } from "./set-standing.ts";
import { setVotingRules } from "./set-voting-rules.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;

beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
beforeEach(async () => {
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
});
afterAll(() => cast.close());

const read = () => cast.application.read;

async function associates(): Promise<string> {
  const added = await cast.application.execute(
    addClass,
    { communityId, name: "Associate", votes: false },
    byPerson(ada),
  );
  return valueOf(added).classId;
}

function setGrace(said: Readonly<Record<string, string>>, by = ada) {
  return cast.application.execute(setStanding, { communityId, personId: grace, ...said }, byPerson(by));
}

async function organisation(name = "Allmende", host = "allmende.example"): Promise<string> {
  const added = await cast.application.execute(addOrganisation, { communityId, name, host }, byPerson(ada));
  return valueOf(added).organisationId;
}

function delegate(organisationId: string, person: string, said: Readonly<Record<string, string>> = {}) {
  const input = { communityId, organisationId, person, decidedBy: "Assembly", ...said };
  return cast.application.execute(nameDelegate, input, byPerson(ada));
}

describe("what stands of a member", () => {
  test("is said by stewards, and told to the log without saying what", async () => {
    const classId = await associates();
    expect(await setGrace({ classId, duesLapsedOn: "2027-01-31" }, grace)).toMatchObject({
      refusal: { kind: "only-stewards" },
    });
    valueOf(await setGrace({ classId, duesLapsedOn: "2027-01-31" }));
    const member = await memberWithStanding(read(), communityId, grace);
    expect(member).toMatchObject({ class: { name: "Associate", votes: false } });
    expect(member?.duesLapsedOn?.toString()).toBe("2027-01-31");
    expect(cast.events.at(-1)).toMatchObject({
      name: "member-standing-changed",
      payload: { communityId, personId: grace },
    });
    expect(JSON.stringify(cast.events.at(-1)?.payload)).not.toContain("2027-01-31");
  });

  test("changes nothing when it is said again, and is gone when it is taken back", async () => {
    const said = { duesLapsedOn: "2027-01-31" };
    valueOf(await setGrace(said));
    expect(valueOf(await setGrace(said))).toEqual({ changed: false });
    expect(valueOf(await setGrace({}))).toEqual({ changed: true });
    expect((await memberWithStanding(read(), communityId, grace))?.duesLapsedOn).toBeUndefined();
  });

  test("refuses a class of another community, and a day that does not exist", async () => {
    const classId = await associates();
    communityId = await cast.community(ada);
    await cast.join(communityId, grace);
    expect(await setGrace({ classId })).toMatchObject({ refusal: { kind: "not-found" } });
    expect(await setGrace({ duesLapsedOn: "2027-02-30" })).toMatchObject({
      refusal: { problems: [{ field: "duesLapsedOn", problem: "unreadable-date" }] },
    });
  });

  test("ends with the class, and with the membership", async () => {
    const classId = await associates();
    valueOf(await setGrace({ classId }));
    valueOf(await cast.application.execute(removeClass, { communityId, classId }, byPerson(ada)));
    expect((await memberWithStanding(read(), communityId, grace))?.class).toBeUndefined();
    valueOf(await setGrace({ duesLapsedOn: "2027-01-31" }));
    valueOf(await cast.application.execute(leaveCommunity, { communityId }, byPerson(grace)));
    await cast.join(communityId, grace);
    expect((await memberWithStanding(read(), communityId, grace))?.duesLapsedOn).toBeUndefined();
  });

  test("is not shed by turning out to be somebody else", async () => {
    const other = await cast.person("Grace-Elsewhere", "old.example");
    await cast.join(communityId, other);
    valueOf(
      await cast.application.execute(
        setStanding,
        { communityId, personId: other, duesLapsedOn: "2027-01-31" },
        byPerson(ada),
      ),
    );
    valueOf(
      await cast.application.execute(carryMembership, { communityId, kept: grace, joined: other }, byPerson(ada)),
    );
    expect((await memberWithStanding(read(), communityId, grace))?.duesLapsedOn?.toString()).toBe("2027-01-31");
  });
});

test("the days of waiting are set with a reason on record, and told with both sides", async () => {
  const set = { communityId, waitingDays: "14", challengeDays: "3", reason: "Somebody brought forty friends." };
  expect(await cast.application.execute(setVotingRules, set, byPerson(grace))).toMatchObject({
    refusal: { kind: "only-stewards" },
  });
  valueOf(await cast.application.execute(setVotingRules, set, byPerson(ada)));
  expect(await votingRulesOf(read(), communityId)).toEqual({ waitingDays: 14, challengeDays: 3 });
  expect(cast.events.at(-1)?.payload).toMatchObject({ before: { waitingDays: 0 }, after: { waitingDays: 14 } });
});

describe("an organisation", () => {
  test("has members of the community who speak for it, each for a term and by a decision", async () => {
    const organisationId = await organisation();
    valueOf(await delegate(organisationId, "@grace@social.example", { from: "2027-01-01", until: "2027-12-31" }));
    const [listed] = await organisationsOf(read(), communityId);
    expect(listed).toMatchObject({
      name: "Allmende",
      host: "allmende.example",
      delegates: [{ personId: grace, decidedBy: "Assembly" }],
    });
  });

  test("is spoken for by members alone, by none of whom two are spoken for", async () => {
    const [one, other] = [await organisation(), await organisation("Comuna", "https://comuna.example/about")];
    expect((await organisationsOf(read(), communityId)).map(({ host }) => host)).toEqual([
      "allmende.example",
      "comuna.example",
    ]);
    await cast.person("Stranger");
    expect(await delegate(one, "@stranger@social.example")).toMatchObject({ refusal: { kind: "no-such-member" } });
    valueOf(await delegate(one, "Grace"));
    expect(await delegate(other, "@grace@social.example")).toMatchObject({ refusal: { kind: "already-a-delegate" } });
    expect(await delegate(other, "Ada", { from: "2027-02-01", until: "2027-01-01" })).toMatchObject({
      refusal: { kind: "term-ends-first" },
    });
  });

  test("is listed once, whatever it is called, and goes with those who spoke for it", async () => {
    const organisationId = await organisation();
    const again = await cast.application.execute(
      addOrganisation,
      { communityId, name: "Commons", host: "ALLMENDE.example" },
      byPerson(ada),
    );
    expect(again).toMatchObject({ refusal: { kind: "organisation-exists" } });
    valueOf(await delegate(organisationId, "Grace"));
    valueOf(await cast.application.execute(endOrganisation, { communityId, organisationId }, byPerson(ada)));
    expect(await organisationsOf(read(), communityId)).toEqual([]);
    valueOf(await delegate(await organisation(), "Grace"));
  });
});

test("a name that two members bear means neither of them", async () => {
  const twin = await cast.person("Grace", "twin.example");
  await cast.join(communityId, twin);
  const { found, unknown } = await membersNamed(read(), communityId, ["Grace", "@grace@twin.example", "Nobody"]);
  expect(found).toEqual([twin]);
  expect(unknown).toEqual(["Grace", "Nobody"]);
});
