import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromSnac, signInByCode } from "../../../testing/code-sign-in.ts";
import { valueOf } from "../../../testing/community-cast.ts";
import type { CookieBrowser } from "../../../testing/cookie-browser.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../../testing/mail-server.ts";
import { personElsewhere, type PersonElsewhere, type ShownPost } from "../../../testing/person-elsewhere.ts";
import { startSnac, type Snac, type SnacUser } from "../../../testing/snac2.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../accounts/index.ts";
import { personActorByHandle } from "../../accounts/store/elsewhere/person-actors.read.ts";
import { countFollowers, isMember } from "../../communities/index.ts";
import { closeProposal } from "../commands/proposals/close-proposal.ts";
import { openProposal } from "../commands/proposals/open-proposal.ts";
import { openThread } from "../commands/threads/open-thread.ts";
import { outcomeOf } from "../store/proposals/outcomes.read.ts";
import { stanceOf } from "../store/proposals/stances.read.ts";
import { actorUrl, ballotUrl, outcomeUrl } from "./addresses.ts";

const league = "Plum League";
const options = ["Bread", "Cheese", "Olives"];

/** Where the community is, where one of its members lives on another Koinon, and a snac2 where the others live. */
let there: RunningKoinon;
let home: RunningKoinon;
let snac: Snac<"ana" | "ben" | "cleo">;
let mail: MailServer;
let dora: PersonElsewhere;
let emil: PersonElsewhere;
let bensBrowser: CookieBrowser;
let steward: PersonId;
let communityId: string;
let threadId: string;

beforeAll(async () => {
  mail = await startMailServer();
  const variables = { SMTP_URL: mail.url };
  [snac, there, home] = await Promise.all([
    startSnac({ users: ["ana", "ben", "cleo"], address: "127.0.96.21" }),
    startKoinon({ address: "127.0.96.22", variables }),
    startKoinon({ address: "127.0.96.23", variables }),
  ]);
  ({ personId: steward, communityId } = await foundingOrganiser(there.koinon));
  [dora, emil] = [await personElsewhere(home, mail, "Dora"), await personElsewhere(home, mail, "Emil")];
  for (const user of Object.values(snac.users)) await user.follow(community());
  for (const person of [dora, emil]) await person.follow(communityHandle());
  await waitFor("five followers", async () => (await countFollowers(read(), communityId)) === 5, patience);
  for (const user of [snac.users.ana, snac.users.ben]) await user.directMessage(community(), "join");
  await dora.write(communityHandle(), "join");
  for (const uri of [snac.users.ana.actorUrl, snac.users.ben.actorUrl, await uriOf(dora)]) {
    await waitFor(`${uri} is a member`, () => belongs(uri), patience);
  }
  const opened = { communityId, title: "The buffet", text: "What shall there be?", language: "en" };
  ({ threadId } = valueOf(await execute(openThread, opened, byPerson(steward))));
  bensBrowser = await signInByCode(there.origin, fromSnac(snac.users.ben, there.origin));
}, 120_000);
afterAll(async () => {
  await home?.stop();
  await there?.stop();
  await snac?.stop();
  await mail?.stop();
});

const patience = { deadlineMs: 45_000, intervalMs: 100 };
const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  there.koinon.application.execute(command, input, by);
const read = () => there.koinon.application.read;
const origin = () => new URL(there.origin);
const community = () => actorUrl(origin(), communityId);
const communityHandle = () => `@plum@${origin().host}`;

async function uriOf({ name }: PersonElsewhere): Promise<string> {
  const actor = await personActorByHandle(home.koinon.application.read, name.toLowerCase());
  return `${home.origin}/actors/${actor?.id}`;
}

async function personOf(uri: string): Promise<PersonId> {
  const person = await personByActor(read(), uri);
  if (person === undefined) throw new Error(`${uri} is nobody here yet`);
  return person;
}

async function belongs(uri: string): Promise<boolean> {
  const person = await personByActor(read(), uri);
  return person !== undefined && (await isMember(read(), communityId, person));
}

async function propose(title: string, method: string, settings = {}): Promise<string> {
  const closesAt = there.koinon.application.clock().add({ hours: 24 }).toString();
  const put = { communityId, threadId, title, method, options, settings, zone: "Europe/Rome", closesAt };
  return valueOf(await execute(openProposal, put, byPerson(steward))).proposalId;
}

/** The words of the message that holds these, once the community has sent it to somebody on snac2. */
function toldBySnac(user: SnacUser, words: string): Promise<string> {
  return waitFor(
    `“${words}” for ${user.name}`,
    async () =>
      (await user.directMessages())
        .map(({ content }) => (typeof content === "string" ? content : ""))
        .find((text) => text.includes(words)),
    patience,
  );
}

/** The post of the community with these words on the page of somebody who lives on the other Koinon. */
function shownTo(person: PersonElsewhere, words: string): Promise<ShownPost> {
  return waitFor(
    `“${words}” for ${person.name}`,
    async () => (await person.postsOf(league)).find((post) => post.words.includes(words)),
    patience,
  );
}

async function arrived(user: SnacUser, url: string): Promise<string> {
  await user.waitFor(`${url} for ${user.name}`, async () => (await user.object(url)) !== undefined);
  return url;
}

/** Waits until somebody's ballot is this one. */
function standsAs(proposalId: string, uri: string, ballot: unknown): Promise<boolean> {
  return waitFor(
    `the ballot ${JSON.stringify(ballot)} of ${uri}`,
    async () =>
      JSON.stringify((await stanceOf(read(), proposalId, await personOf(uri)))?.ballot) === JSON.stringify(ballot),
    patience,
  );
}

describe("a ranking is given from everywhere", { timeout: 120_000 }, () => {
  let proposalId: string;

  test("by a reply from snac2, which is repeated as it was understood and corrected by a second reply", async () => {
    proposalId = await propose("What to bring", "irv");
    const { ana } = snac.users;
    const asked = await ana.object(await arrived(ana, ballotUrl(origin(), proposalId)));
    expect(asked).toMatchObject({ type: "Note" });
    expect(asked?.["content"]).toContain("1. Bread");
    expect(asked?.["content"]).toContain("Reply, for example: 2 &gt; 1 &gt; 3");
    await ana.reply(ballotUrl(origin(), proposalId), "3 > 1 > 2");
    await toldBySnac(ana, "Understood for “What to bring”: 3 &gt; 1 &gt; 2. If that is wrong, reply again");
    expect(await standsAs(proposalId, ana.actorUrl, [[2], [0], [1]])).toBe(true);
    await ana.reply(ballotUrl(origin(), proposalId), "cheese > olives");
    await toldBySnac(ana, "Understood for “What to bring”: 2 &gt; 3. ");
    expect(await standsAs(proposalId, ana.actorUrl, [[1], [2]])).toBe(true);
  });

  test("by a member of another Koinon through the pages they have at home, corrected there too", async () => {
    const uri = await uriOf(dora);
    const asked = await shownTo(dora, "Proposal: What to bring");
    await dora.reply(asked, "1 > 2");
    await shownTo(dora, "Understood for “What to bring”: 1 &gt; 2.");
    expect(await standsAs(proposalId, uri, [[0], [1]])).toBe(true);
    // The message that repeats a ballot can be answered like the proposal itself.
    await dora.reply(await shownTo(dora, "Understood for “What to bring”: 1 &gt; 2."), "2 > 1");
    await shownTo(dora, "Understood for “What to bring”: 2 &gt; 1.");
    expect(await standsAs(proposalId, uri, [[1], [0]])).toBe(true);
  });

  test("and on the web, by somebody who is signed in with their account of snac2", async () => {
    const { ben } = snac.users;
    const page = `/proposals/${proposalId}`;
    const form = { "rank-0": "1", "rank-1": "3", "rank-2": "2", reason: "" };
    const sent = await bensBrowser.submit(page, `${page}/stance`, form);
    expect(sent.location).toContain("done=answered");
    expect(await standsAs(proposalId, ben.actorUrl, [[0], [2], [1]])).toBe(true);
  });

  test("what cannot be read, and whoever was no member when it opened, is told so where they asked", async () => {
    const { ana, cleo } = snac.users;
    await ana.reply(ballotUrl(origin(), proposalId), "Cheese > Butter");
    const unread = await toldBySnac(
      ana,
      "Your answer to “What to bring” does not fit, so nothing changed. “Butter” is none of the options.",
    );
    expect(unread).toContain("Reply like this: 2 &gt; 1 &gt; 3");
    expect(await standsAs(proposalId, ana.actorUrl, [[1], [2]])).toBe(true);
    await cleo.reply(await arrived(cleo, ballotUrl(origin(), proposalId)), "1 > 2 > 3");
    await toldBySnac(cleo, "Your answer to “What to bring” is not counted: you are not on its list");
    await emil.reply(await shownTo(emil, "Proposal: What to bring"), "2 > 1");
    await shownTo(emil, "is not counted: you are not on its list");
  });

  test("the outcome is told everywhere, and whoever answers afterwards is told that it came late", async () => {
    const { ana, ben, cleo } = snac.users;
    valueOf(await execute(closeProposal, { communityId, proposalId }, byPerson(steward)));
    const outcome = await outcomeOf(read(), proposalId);
    expect(outcome).toMatchObject({ answered: 3, eligible: 4, conclusion: { verdict: "chosen", chosen: [1] } });
    for (const user of [ana, ben, cleo]) {
      const note = await user.object(await arrived(user, outcomeUrl(origin(), proposalId)));
      expect(note?.["content"]).toContain("Closed: What to bring");
      expect(note?.["content"]).toContain("Cheese");
      expect(note?.["content"]).toContain("3 of 4 answered.");
    }
    for (const person of [dora, emil])
      expect((await shownTo(person, "Closed: What to bring")).words).toContain("Cheese");
    await ben.reply(await arrived(ben, ballotUrl(origin(), proposalId)), "3 > 2 > 1");
    await toldBySnac(ben, "Your answer to “What to bring” came after closing and is not counted.");
    await dora.reply(await shownTo(dora, "Closed: What to bring"), "3");
    await shownTo(dora, "Your answer to “What to bring” came after closing and is not counted.");
    expect((await outcomeOf(read(), proposalId))?.answered).toBe(3);
  });
});

describe("marks are given by reply", { timeout: 120_000 }, () => {
  test("dots by letters from snac2 and by names from the other Koinon; too many of them are told", async () => {
    const { ana } = snac.users;
    const proposalId = await propose("How much of each", "dot-vote", { dots: 8 });
    await ana.reply(await arrived(ana, ballotUrl(origin(), proposalId)), "A:5 B:2");
    await toldBySnac(ana, "Understood for “How much of each”: 1:5, 2:2.");
    expect(await standsAs(proposalId, ana.actorUrl, { marks: [5, 2] })).toBe(true);
    await dora.reply(await shownTo(dora, "Proposal: How much of each"), "Olives: 8");
    await shownTo(dora, "Understood for “How much of each”: 3:8.");
    expect(await standsAs(proposalId, await uriOf(dora), { marks: [null, null, 8] })).toBe(true);
    await ana.reply(ballotUrl(origin(), proposalId), "A:5 B:4");
    await toldBySnac(ana, "You gave 9 dots and have 8.");
    expect(await standsAs(proposalId, ana.actorUrl, { marks: [5, 2] })).toBe(true);
  });

  test("scores, each as it was understood", async () => {
    const { ben } = snac.users;
    const proposalId = await propose("How good is each", "score");
    await ben.reply(await arrived(ben, ballotUrl(origin(), proposalId)), "Bread: 5, cheese: 0");
    await toldBySnac(ben, "Understood for “How good is each”: 1:5, 2:0.");
    expect(await standsAs(proposalId, ben.actorUrl, { marks: [5, 0] })).toBe(true);
  });
});
