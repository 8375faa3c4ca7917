import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openGatheringVisits, type GatheringVisits } from "../../../../testing/gathering-visits.ts";
import { by, byPerson, pumpJobs } from "../../../../testing/test-application.ts";
import { z } from "zod";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { meetRemoteActor } from "../../../accounts/index.ts";
import { blockHosts } from "../../../communities/commands/moderation/block-hosts.ts";
import type { ReceivedActivity, ReceivedObject, RemoteActor } from "../../../kernel/federation/received.ts";
import { gatherings } from "../../capability.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { addTargets } from "../../commands/outreach/add-targets.ts";
import { askTarget } from "../../commands/outreach/ask-target.ts";
import { beginOutreach } from "../../commands/outreach/begin-outreach.ts";
import { wallPostsKept } from "../../commands/wall/wall-data.ts";
import { setWallRule, settleWallPost } from "../../commands/wall/moderate-wall.ts";
import { mostWallPosts, type WallPostState } from "../../model/wall/wall.ts";
import { interestOf } from "../../store/interest.read.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";
import { wallPostsOf } from "../../store/wall/wall.read.ts";

let visits: GatheringVisits;
let about: CastGathering;
let path: string;
let acts = 0;

beforeAll(async () => {
  visits = await openGatheringVisits();
});
beforeEach(async () => {
  visits.cast.clock.set("2027-02-01T10:00:00Z");
  about = await visits.cast.gathering(visits.ada, visits.community);
  path = `/gatherings/${about.gatheringId}/wall`;
  acts += 1000;
});
afterAll(() => visits.cast.close());

const application = () => visits.cast.application;
const actorOfGathering = () => `https://gather.example/actors/${about.gatheringId}`;

function actor(name: string, said: Partial<RemoteActor> = {}, host = "well.example"): RemoteActor {
  const uri = `https://${host}/users/${name}`;
  const about = { handle: `@${name}@${host}`, host, name, url: uri, type: "Person", alsoKnownAs: [] };
  const unsaid = { sharedInbox: undefined, followers: undefined, movedTo: undefined, keyChangedAt: undefined };
  return { uri, ...about, inbox: `${uri}/inbox`, ...unsaid, ...said };
}

function note(from: RemoteActor, text: string, said: Partial<ReceivedObject> = {}): ReceivedObject {
  const id = `${from.uri}/notes/${acts}`;
  const unsaid = {
    inReplyTo: undefined,
    name: undefined,
    published: undefined,
    language: undefined,
    summary: undefined,
  };
  const shown = { html: `<p>${text}</p>`, url: `${id}/page`, poll: undefined, isPublic: true };
  return {
    id,
    type: "Note",
    attributedTo: from.uri,
    text,
    audience: [actorOfGathering()],
    ...unsaid,
    ...shown,
    ...said,
  };
}

/** What the inbox of gatherings does with an activity; gives the name of the recogniser that took it. */
async function arrives(from: RemoteActor, type: string, object: ReceivedObject | string): Promise<string | undefined> {
  acts += 1;
  const carried =
    typeof object === "string" ? { objectId: object, object: undefined } : { objectId: object.id, object };
  const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  const receivedAt = visits.cast.clock.now();
  const activity: ReceivedActivity = {
    id: `${from.uri}/acts/${acts}`,
    type,
    actor: from,
    ...carried,
    ...nothing,
    receivedAt,
  };
  for (const recogniser of gatherings.inbox ?? []) {
    if (!recogniser.types.includes(type)) continue;
    const recognition = await recogniser.recognise(activity, {
      read: application().read,
      origin: application().origin,
    });
    if (recognition === undefined) continue;
    const person =
      recogniser.isOverheard === true
        ? undefined
        : valueOf(await application().execute(meetRemoteActor, from, by({ kind: "visitor" }))).personId;
    const whose =
      person === undefined ? ({ kind: "visitor" } as const) : ({ kind: "person", personId: person } as const);
    const origin = { from: "federated", key: activity.id } as const;
    // What is refused leaves nothing; the test looks at what is there.
    await application().execute(recognition.command, recognition.input, { actor: whose, origin });
    return recogniser.name;
  }
  return undefined;
}

async function write(from: RemoteActor, text: string, said: Partial<ReceivedObject> = {}): Promise<ReceivedObject> {
  const object = note(from, text, said);
  await arrives(from, "Create", object);
  return object;
}

const rule = async (said: string) =>
  valueOf(await application().execute(setWallRule, { ...about, rule: said }, byPerson(visits.ada)));

async function wall(state: WallPostState): Promise<readonly string[]> {
  const posts = await wallPostsOf(application().read, about.gatheringId, state, { limit: 300 });
  return posts.map(({ html }) => html);
}

const pageOf = async (person?: GatheringVisits["ada"]) => (await visits.browser(person).get(path)).html;

describe("a public post comes onto the wall", () => {
  test("when it mentions the gathering and an organiser agrees, cleaned and with the way to its home", async () => {
    await write(actor("ana"), "x", { html: '<p onclick="x()">Dear all <img src="https://well.example/a.png"></p>' });
    expect(await pageOf()).not.toContain("Dear all");
    const page = await visits.browser(visits.ada).get(path);
    expect(page.words).toContain("Waiting for you");
    const [post] = await wallPostsOf(application().read, about.gatheringId, "waiting", { limit: 1 });
    const shown = await visits.browser(visits.ada).send(path, `${path}/${post?.id}`, { act: "show" });
    expect(shown.location).toBe(`${path}?done=show`);
    const html = await pageOf();
    expect(html).toContain("Dear all");
    expect(html).toContain("well.example");
    expect(html).toContain(`href="${post?.url}"`);
    expect(html).toContain("/communities/plum_league/report?about=");
    for (const foreign of ["<img", "onclick"]) expect(html.slice(html.indexOf("Dear all"))).not.toContain(foreign);
  });

  test("at once where the organisers said so, and never where they take none", async () => {
    await rule("at-once");
    await write(actor("ana"), "At once");
    await rule("closed");
    await write(actor("bo"), "Too late");
    expect(await wall("shown")).toEqual(["<p>At once</p>"]);
    expect(await pageOf()).toContain("At once");
    expect((await visits.browser().get(`/gatherings/${about.gatheringId}`)).words).toContain("Read the wall");
    expect(await wall("waiting")).toEqual([]);
  });

  test("when it carries the hashtag in reply to the gathering, without a mention", async () => {
    const inReplyTo = `https://gather.example/gatherings/${about.gatheringId}/announcement`;
    const handle =
      /gathering_\d+/.exec((await visits.browser().get(`/gatherings/${about.gatheringId}`)).html)?.[0] ?? "";
    await write(actor("ana"), `Nice #${handle}`, { inReplyTo, audience: [] });
    await write(actor("bo"), "Nice", { inReplyTo, audience: [] });
    await write(actor("cy"), `Nice #${handle}`, { audience: [] });
    expect(await wall("waiting")).toEqual([`<p>Nice #${handle}</p>`]);
  });

  test.each([
    ["is for few", { isPublic: false }],
    ["is public, but quietly", { isQuiet: true as const }],
    ["is a poll", { type: "Question" }],
  ])("but not when it %s", async (_what, said) => {
    await rule("at-once");
    await write(actor("ana"), "A thought about it all", said);
    expect([...(await wall("shown")), ...(await wall("waiting"))]).toEqual([]);
  });

  test("but not when it is an answer, or speaks to somebody here, too", async () => {
    await rule("at-once");
    expect(await arrives(actor("ana"), "Create", note(actor("ana"), "add me"))).toBe("gatherings/replying");
    const audience = [actorOfGathering(), "https://gather.example/actors/019-somebody"];
    expect(await arrives(actor("bo"), "Create", note(actor("bo"), "Hello you two", { audience }))).toBeUndefined();
    expect(await wall("shown")).toEqual([]);
  });

  test("but only ten of one author", async () => {
    for (let one = 0; one < mostWallPosts.ofAuthor + 2; one++) await write(actor("ana"), `Post ${one}`);
    await write(actor("bo"), "Mine");
    expect(await wall("waiting")).toHaveLength(mostWallPosts.ofAuthor + 1);
  });
});

describe("an author", () => {
  test("changes a post, which is approved anew, and nobody changes another's", async () => {
    const ana = actor("ana");
    const object = await write(ana, "First");
    const [post] = await wallPostsOf(application().read, about.gatheringId, "waiting", { limit: 1 });
    valueOf(
      await application().execute(settleWallPost, { ...about, postId: post?.id, act: "show" }, byPerson(visits.ada)),
    );
    await arrives(ana, "Update", { ...object, html: "<p>Second</p>" });
    expect([await wall("shown"), await wall("waiting")]).toEqual([[], ["<p>Second</p>"]]);
    expect(await arrives(actor("eve"), "Update", { ...object, html: "<p>Forged</p>" })).toBeUndefined();
    await arrives(ana, "Update", { ...object, isPublic: false });
    expect(await wall("waiting")).toEqual([]);
  });

  test("deletes a post, or is deleted, and it is gone", async () => {
    await rule("at-once");
    const [ana, bo] = [actor("ana"), actor("bo")];
    const object = await write(ana, "First");
    expect(await arrives(actor("eve"), "Delete", object.id ?? "")).toBeUndefined();
    await write(bo, "Of Bo");
    expect(await wall("shown")).toHaveLength(2);
    await arrives(ana, "Delete", object.id ?? "");
    expect(await wall("shown")).toEqual(["<p>Of Bo</p>"]);
    await arrives(bo, "Delete", bo.uri);
    expect(await wall("shown")).toEqual([]);
  });

  test("says STOP, and neither what they wrote nor what they write is shown; nor do they hear more", async () => {
    await rule("at-once");
    const ana = actor("ana");
    await write(ana, "add me");
    await write(ana, "First");
    expect(await arrives(ana, "Create", note(ana, "STOP", { isPublic: false }))).toBe("gatherings/wall-stopping");
    await write(ana, "Second");
    expect(await wall("shown")).toEqual([]);
    const { personId } = valueOf(await application().execute(meetRemoteActor, ana, by({ kind: "visitor" })));
    expect(await interestOf(application().read, about.gatheringId, personId)).not.toBe("on-list");
  });

  test("takes what they wrote along, and it is gone when they leave", async () => {
    const cy = actor("cy");
    await write(cy, "add me");
    await write(cy, "Of Cy");
    const { personId } = valueOf(await application().execute(meetRemoteActor, cy, by({ kind: "visitor" })));
    expect(await wallPostsKept(application().read, personId)).toMatchObject({ wallPosts: [{ html: "<p>Of Cy</p>" }] });
    const forgetting = defineCommand({
      name: "gatherings/test-forgetting",
      input: z.object({}),
      chain: () => visits.community,
      authorise: async () => undefined,
      run: async (context) => {
        await gatherings.personalData?.forget(context, personId);
        return accepted(null);
      },
    });
    valueOf(await application().execute(forgetting, {}, byPerson(personId)));
    expect(await wall("waiting")).toEqual([]);
  });
});

describe("organisers", () => {
  test("block a server, and nothing of it is shown, of before or after", async () => {
    await rule("at-once");
    await write(actor("mallory", {}, "spam.example"), "Buy now");
    expect(await pageOf()).toContain("Buy now");
    const blocks = [{ host: "spam.example", level: "block" }];
    const block = { communityId: visits.community, blocks, reason: "spam" };
    valueOf(await application().execute(blockHosts, block, byPerson(visits.ada)));
    await write(actor("trudy", {}, "spam.example"), "Buy more");
    const html = await pageOf(visits.ada);
    for (const said of ["Buy now", "Buy more"]) expect(html).not.toContain(said);
    expect((await visits.browser().get(`/gatherings/${about.gatheringId}`)).words).not.toContain("Read the wall");
  });

  test("hide a post, which stays hidden when it is changed; nobody else does", async () => {
    await rule("at-once");
    const ana = actor("ana");
    const object = await write(ana, "First");
    const [post] = await wallPostsOf(application().read, about.gatheringId, "shown", { limit: 1 });
    const hide = (person: GatheringVisits["ada"]) =>
      visits.browser(person).send(`/gatherings/${about.gatheringId}`, `${path}/${post?.id}`, { act: "hide" });
    for (const person of [visits.grace, visits.emmy]) expect((await hide(person)).status).toBe(403);
    expect(
      (await visits.browser(visits.grace).send(`/gatherings/${about.gatheringId}`, path, { rule: "closed" })).status,
    ).toBe(403);
    expect((await visits.browser(visits.ada).send(path, `${path}/${post?.id}`, { act: "hide" })).status).toBe(303);
    await arrives(ana, "Update", { ...object, html: "<p>Again</p>" });
    expect([await wall("shown"), await wall("hidden")]).toEqual([[], ["<p>Again</p>"]]);
    const other = await visits.cast.gathering(visits.ada, visits.community);
    const elsewhere = `/gatherings/${other.gatheringId}/wall`;
    expect((await visits.browser(visits.ada).send(elsewhere, `${elsewhere}/${post?.id}`, { act: "show" })).status).toBe(
      404,
    );
  });

  test("have nothing of others left three months after the gathering", async () => {
    await rule("at-once");
    await write(actor("ana"), "First");
    valueOf(await application().execute(cancelGathering, { ...about, reason: "rain" }, byPerson(visits.ada)));
    visits.cast.clock.set("2027-04-20T10:00:00Z");
    await pumpJobs(application(), gatherings.jobs ?? []);
    expect(await wall("shown")).toHaveLength(1);
    visits.cast.clock.set("2027-08-20T10:00:00Z");
    await pumpJobs(application(), gatherings.jobs ?? []);
    expect(await wall("shown")).toEqual([]);
  });
});

describe("whoever was invited", () => {
  test("says STOP to an invitation, and no board of this server asks them again", async () => {
    const { uri, handle, host } = actor("tired");
    const run = async (command: Parameters<ReturnType<typeof application>["execute"]>[0], input: object) =>
      valueOf(
        await application().execute(
          command,
          { ...about, communityId: visits.community, ...input },
          byPerson(visits.ada),
        ),
      );
    const blank = { name: "", language: null, country: "", software: "", size: null };
    await run(addTargets, { targets: [{ ...blank, address: handle }] });
    await run(beginOutreach, {});
    const target = async () => (await targetsOf(application().read, about.gatheringId, { after: "", limit: 2 }))[0];
    await run(askTarget, { targetId: (await target())?.id, contact: { uri, handle, host, language: "en" } });
    expect((await target())?.state).toBe("asked");
    expect(await arrives(actor("tired"), "Create", note(actor("tired"), "STOP", { isPublic: false }))).toBeDefined();
    expect((await target())?.state).toBe("opted-out");
  });
});
