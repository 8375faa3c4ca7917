import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../testing/community-cast.ts";
import { byPerson } from "../../testing/test-application.ts";
import type { Notice } from "../kernel/notifications/notice.ts";
import { announce } from "./commands/announcements/announce.ts";
import { startListening } from "./commands/listening/start-listening.ts";
import { approveApplication } from "./commands/membership/approve-application.ts";
import { declineApplication } from "./commands/membership/decline-application.ts";
import { invitePerson } from "./commands/membership/invite-person.ts";
import { joinCommunity } from "./commands/membership/join-community.ts";
import { fileReport } from "./commands/moderation/file-report.ts";
import { resolveReport } from "./commands/moderation/resolve-report.ts";
import { communityCatalogues } from "./messages/catalogue.ts";
import type { CommunityId, PersonId } from "./model/community.ts";
import { personUri } from "./model/listener.ts";
import { communityNotices } from "./notices.ts";

let cast: CommunityCast;
let ada: PersonId;
let grace: PersonId;
beforeAll(async () => {
  cast = await openCommunityCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
});
afterAll(() => cast.close());

/** Who is told of the last event of this name in a community, and what; every message must exist. */
async function toldOf(communityId: CommunityId, name: string): Promise<readonly Notice[]> {
  const event = cast.events.findLast((known) => known.chain === communityId && known.name === name);
  if (event === undefined) throw new Error(`no ${name}`);
  const sources = communityNotices.filter((source) => source.events.includes(name));
  const notices = (await Promise.all(sources.map((source) => source.notices(cast.application, event)))).flat();
  for (const { key } of notices) expect(communityCatalogues.en[key]).toBeDefined();
  return notices;
}

describe("in a community that approves its members", () => {
  test("the stewards hear who asks and why, and the applicant hears the answer", async () => {
    const communityId = await cast.community(ada, { joining: "approval" });
    const ask = () => cast.application.execute(joinCommunity, { communityId, reason: "Please." }, byPerson(grace));
    valueOf(await ask());
    expect(await toldOf(communityId, "membership-asked-for")).toMatchObject([
      {
        personId: ada,
        kind: "stewardship",
        from: communityId,
        values: { person: "Grace (@grace@social.example)", reason: "Please." },
      },
    ]);
    const decline = { communityId, personId: grace, reason: "Full until spring." };
    valueOf(await cast.application.execute(declineApplication, decline, byPerson(ada)));
    expect(await toldOf(communityId, "application-declined")).toMatchObject([
      { personId: grace, kind: "membership", values: { reason: "Full until spring." } },
    ]);
    valueOf(await ask());
    valueOf(await cast.application.execute(approveApplication, { ...decline, reason: "" }, byPerson(ada)));
    expect(await toldOf(communityId, "member-joined")).toMatchObject([{ personId: grace, values: { reason: "none" } }]);
  });
});

test("whoever joins by themselves is told nothing they do not know", async () => {
  const communityId = await cast.community(ada);
  await cast.join(communityId, grace);
  expect(await toldOf(communityId, "member-joined")).toEqual([]);
});

test("the invited hear who invites them, where they can answer, and what was said with it", async () => {
  const communityId = await cast.community(ada, { joining: "invitation" });
  valueOf(await cast.application.execute(invitePerson, { communityId, personId: grace, note: "Come." }, byPerson(ada)));
  const [notice] = await toldOf(communityId, "person-invited");
  expect(notice).toMatchObject({ personId: grace, values: { steward: "Ada (@ada@social.example)", reason: "Come." } });
  expect(notice?.path).toMatch(/^\/communities\/plum_\d+\/join$/);
});

test("stewards hear that a report came but not what it says, and its reporter hears what was done", async () => {
  const communityId = await cast.community(ada);
  const report = { communityId, account: "@mallory@rude.example", text: "Threats." };
  const { reportId } = valueOf(await cast.application.execute(fileReport, report, byPerson(grace)));
  const told = await toldOf(communityId, "report-filed");
  expect(told).toMatchObject([{ personId: ada, kind: "stewardship" }]);
  expect(JSON.stringify(told)).not.toContain("Threats.");
  valueOf(
    await cast.application.execute(resolveReport, { communityId, reportId, resolution: "Talked." }, byPerson(ada)),
  );
  expect(await toldOf(communityId, "report-resolved")).toMatchObject([
    { personId: grace, values: { resolution: "Talked." } },
  ]);
});

test("stewards of a closed circle hear once a day that somebody waits to listen", async () => {
  const communityId = await cast.community(ada, { approvesListeners: true });
  const matters = new Set<string>();
  for (const name of ["bo", "cy"]) {
    const uri = `https://social.example/users/${name}`;
    const listen = { communityId, actorId: communityId, uri, inbox: `${uri}/inbox`, followId: `${uri}#1` };
    const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: uri } } as const;
    valueOf(await cast.application.execute(startListening, listen, by));
    for (const { matter } of await toldOf(communityId, "listening-started")) matters.add(matter);
  }
  expect(matters.size).toBe(1);
});

test("an announcement is told to whoever listens from here, and to nobody else", async () => {
  const communityId = await cast.community(ada);
  const here = { communityId, actorId: communityId, uri: personUri(grace) };
  valueOf(await cast.application.execute(startListening, here, byPerson(grace)));
  const uri = "https://social.example/users/bo";
  const there = { communityId, actorId: communityId, uri, inbox: `${uri}/inbox`, followId: `${uri}#2` };
  const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: `${uri}#2` } } as const;
  valueOf(await cast.application.execute(startListening, there, by));
  valueOf(await cast.application.execute(announce, { communityId, language: "en", text: "Meet." }, byPerson(ada)));
  expect(await toldOf(communityId, "announcement-made")).toMatchObject([
    { personId: grace, kind: "announcements", values: { text: "Meet." } },
  ]);
});
