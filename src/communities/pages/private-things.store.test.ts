import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openCommunityWeb, type CommunityWeb } from "../../../testing/community-pages.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { communitiesOnTheWeb } from "../capability.ts";
import { changeRules } from "../commands/community/change-rules.ts";
import { announce } from "../commands/announcements/announce.ts";
import { withdrawAnnouncement } from "../commands/announcements/withdraw-announcement.ts";
import { startListening } from "../commands/listening/start-listening.ts";
import { invitePerson } from "../commands/membership/invite-person.ts";
import { joinCommunity } from "../commands/membership/join-community.ts";
import { blockHosts } from "../commands/moderation/block-hosts.ts";
import { fileReport } from "../commands/moderation/file-report.ts";
import type { CommunityId, PersonId } from "../model/community.ts";

/** What stands in the private things, each in one place alone; none of it may come out by any route (docs/threats.md, row 28). */
const hidden = {
  report: "Quillet-report",
  reported: "quillet-reported",
  application: "Quillet-application",
  invitation: "Quillet-invitation",
  member: "Quillet-member",
  listener: "@quillet-listener@social.example",
  withdrawn: "Quillet-withdrawn",
  block: "Quillet-block",
} as const;

let web: CommunityWeb;
let communityId: CommunityId;
let steward: PersonId;
let member: PersonId;
let outsider: PersonId;
const values = new Map<string, readonly string[]>();

beforeAll(async () => {
  web = await openCommunityWeb();
  steward = await web.person("Steward");
  member = await web.person(hidden.member);
  outsider = await web.person("Outsider");
  const applicant = await web.person("Quillet-asker");
  const invited = await web.person("Quillet-guest");
  communityId = await web.community(steward, { handle: "quiet", joining: "open", memberList: "stewards" });
  const elsewhere = await web.community(steward, { handle: "loud" });
  await web.join(communityId, member);
  await web.join(elsewhere, outsider);
  const rules = { communityId, joining: "approval", memberList: "stewards", approvesListeners: true, reason: "Quiet." };
  const execute = web.application.execute;
  valueOf(await execute(changeRules, rules, byPerson(steward)));
  valueOf(await execute(joinCommunity, { communityId, reason: hidden.application }, byPerson(applicant)));
  valueOf(await execute(invitePerson, { communityId, personId: invited, note: hidden.invitation }, byPerson(steward)));
  const complaint = { communityId, account: `@${hidden.reported}@rude.example`, text: hidden.report };
  const { reportId } = valueOf(await execute(fileReport, complaint, byPerson(outsider)));
  const uri = "https://social.example/users/quillet-listener";
  const listen = {
    communityId,
    actorId: communityId,
    uri,
    inbox: `${uri}/inbox`,
    handle: hidden.listener,
  };
  valueOf(
    await execute(startListening, listen, { actor: { kind: "visitor" }, origin: { from: "federated", key: uri } }),
  );
  const blocks = [{ host: "rude.example", level: "block" }];
  valueOf(await execute(blockHosts, { communityId, blocks, reason: hidden.block }, byPerson(steward)));
  const { announcementId } = valueOf(
    await execute(announce, { communityId, language: "en", text: hidden.withdrawn }, byPerson(steward)),
  );
  valueOf(await execute(withdrawAnnouncement, { communityId, announcementId, reason: "Oops." }, byPerson(steward)));
  values.set("handle", ["quiet"]);
  values.set("person", [member, applicant, invited]);
  values.set("class", ["no-such-class"]);
  values.set("organisation", ["no-such-organisation"]);
  values.set("report", [reportId]);
  values.set("id", [announcementId]);
  values.set("queries", [
    "",
    `?uri=${encodeURIComponent(uri)}`,
    "?kind=host&subject=rude.example",
    "?after=",
    "?before=99",
  ]);
});
afterAll(() => web.close());

/** Every address that answers a GET, with every private thing in the place of its parameters; a parameter nobody knows fails. */
function addresses(): readonly string[] {
  const routes = new Hono<PageEnv>();
  const nothing = { findActor: undefined, homeSections: [], communitySections: [] };
  const capability = communitiesOnTheWeb({ ...nothing, findWayHome: async () => ({ kind: "no-server" }) });
  capability.pages?.(routes, web.application);
  const gets = routes.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  expect(gets.length).toBeGreaterThan(15);
  return [...new Set(gets)].flatMap((path) =>
    filled(path).flatMap((address) => known("queries").map((query) => address + query)),
  );
}

function filled(path: string): readonly string[] {
  const parameter = /:([a-z]+)/.exec(path);
  if (parameter === null) return [path];
  return known(parameter[1] ?? "").flatMap((value) => filled(path.replace(parameter[0], value)));
}

function known(name: string): readonly string[] {
  const found = values.get(name);
  if (found === undefined) throw new Error(`nothing private is known to put in the place of :${name}`);
  return found;
}

async function leaksTo(reader: PersonId | undefined, secrets: readonly string[]): Promise<readonly string[]> {
  const browser = web.browser(reader);
  const leaks: string[] = [];
  for (const address of addresses()) {
    const { html } = await browser.get(address);
    for (const secret of secrets)
      if (html.toLowerCase().includes(secret.toLowerCase())) leaks.push(`${address}: ${secret}`);
  }
  return leaks;
}

describe("private things of a community", () => {
  test("are shown to its steward, so that the walk can find them", async () => {
    const shown = await leaksTo(steward, Object.values(hidden));
    const found = Object.values(hidden).filter((secret) => shown.some((leak) => leak.endsWith(`: ${secret}`)));
    expect(found).toEqual(Object.values(hidden).filter((secret) => secret !== hidden.withdrawn));
  });

  test("do not reach a passer-by by any route", async () => {
    expect(await leaksTo(undefined, Object.values(hidden))).toEqual([]);
  });

  test("do not reach a member of another community by any route", async () => {
    expect(await leaksTo(outsider, Object.values(hidden))).toEqual([]);
  });

  test("reach a plain member only as the record shows them: no report, application, invitation, listener or list of members", async () => {
    const { report, reported, application, invitation, listener, withdrawn } = hidden;
    expect(
      await leaksTo(member, [
        report,
        reported,
        application,
        invitation,
        listener,
        withdrawn,
        "Quillet-asker",
        "Quillet-guest",
      ]),
    ).toEqual([]);
  });
});
