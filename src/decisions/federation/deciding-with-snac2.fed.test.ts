import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startSnac, type Snac, type SnacUser } from "../../../testing/snac2.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import type { PersonId } from "../../accounts/index.ts";
import { countFollowers, isMember } from "../../communities/index.ts";
import { personByActor } from "../../accounts/index.ts";
import { closeProposal } from "../commands/proposals/close-proposal.ts";
import { openProposal } from "../commands/proposals/open-proposal.ts";
import { openThread } from "../commands/threads/open-thread.ts";
import { countedBallots } from "../store/proposals/stances.read.ts";
import { postsOf } from "../store/threads/threads.read.ts";
import { actorUrl, ballotUrl, outcomeUrl, postUrl } from "./addresses.ts";

let snac: Snac<"ana" | "ben" | "cleo">;
let here: RunningKoinon;
let steward: PersonId;
let communityId: string;
let threadId: string;
let firstPost: string;

beforeAll(async () => {
  [snac, here] = await Promise.all([
    startSnac({ users: ["ana", "ben", "cleo"], address: "127.0.0.81" }),
    startKoinon({ address: "127.0.0.82" }),
  ]);
  const founded = await foundingOrganiser(here.koinon);
  steward = founded.personId;
  communityId = founded.communityId;
  for (const user of Object.values(snac.users)) await user.follow(community());
  await waitFor("three followers", async () => (await countFollowers(read(), communityId)) === 3, patience);
  for (const user of [snac.users.ana, snac.users.ben]) {
    await user.directMessage(community(), "join");
    await waitFor(`${user.name} is a member`, async () => belongs(user), patience);
  }
  const opened = { communityId, title: "A shared moderator", text: "Could we pay one together?", language: "en" };
  const thread = valueOf(await execute(openThread, opened, byPerson(steward)));
  threadId = thread.threadId;
  firstPost = postUrl(origin(), thread.postId);
}, 90_000);
afterAll(async () => {
  await here?.stop();
  await snac?.stop();
});

const patience = { deadlineMs: 30_000 };
const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  here.koinon.application.execute(command, input, by);
const read = () => here.koinon.application.read;
const origin = () => new URL(here.origin);
const community = () => actorUrl(origin(), communityId);

async function belongs(user: SnacUser): Promise<boolean> {
  const person = await personByActor(read(), user.actorUrl);
  return person !== undefined && (await isMember(read(), communityId, person));
}

async function propose(title: string): Promise<string> {
  const closesAt = here.koinon.application.clock().add({ hours: 24 }).toString();
  const put = { communityId, threadId, title, method: "stance", zone: "Europe/Rome", closesAt };
  return valueOf(await execute(openProposal, put, byPerson(steward))).proposalId;
}

/** The id of the message with these words that the community sent this person, once it is there. */
function messageWith(user: SnacUser, words: string): Promise<string> {
  return waitFor(
    `“${words}” for ${user.name}`,
    async () =>
      (await user.directMessages()).find(({ content }) => typeof content === "string" && content.includes(words))?.id,
    patience,
  );
}

async function choicesOf(proposalId: string): Promise<Readonly<Record<number, number>>> {
  const counted = await countedBallots(read(), proposalId);
  return Object.fromEntries(
    counted.map(({ ballot, count }) => [(ballot as { readonly choice: number }).choice, count]),
  );
}

describe("people on snac2 decide from their own accounts", { timeout: 90_000 }, () => {
  test("they reply to a thread, and their words stand in it", async () => {
    const { ana } = snac.users;
    await ana.waitFor("the thread", async () => (await ana.object(firstPost)) !== undefined);
    await ana.reply(firstPost, "Only if we can say no to single reports.");
    const words = async () => (await postsOf(read(), threadId, { from: 0, limit: 9 })).map(({ text }) => text);
    await waitFor("ana's words", async () => (await words()).length === 2, patience);
    expect(await words()).toEqual(["Could we pay one together?", "Only if we can say no to single reports."]);
  });

  test("they vote in the native poll, or reply in words and are told what was understood", async () => {
    const { ana, ben } = snac.users;
    const proposalId = await propose("Try it for three months");
    const ballot = ballotUrl(origin(), proposalId);
    await ana.waitFor("the poll", async () => (await ana.object(ballot)) !== undefined);
    await ana.vote(ballot, ["Agree"]);
    await ben.waitFor("the poll", async () => (await ben.object(ballot)) !== undefined);
    await ben.reply(ballot, "disagree");
    await messageWith(ben, "Understood for “Try it for three months”: 3");
    await waitFor("both answers", async () => Object.keys(await choicesOf(proposalId)).length === 2, patience);
    expect(await choicesOf(proposalId)).toEqual({ 0: 1, 2: 1 });
    await ben.reply(ballot, "agree");
    await waitFor("ben's change", async () => (await choicesOf(proposalId))[0] === 2, patience);
    expect(await choicesOf(proposalId)).toEqual({ 0: 2 });
  });

  test("who is no member, and who comes late, is told that it does not count", async () => {
    const { ana, cleo } = snac.users;
    const proposalId = await propose("Ask every server");
    const ballot = ballotUrl(origin(), proposalId);
    await cleo.waitFor("the poll", async () => (await cleo.object(ballot)) !== undefined);
    await cleo.vote(ballot, ["Agree"]);
    await messageWith(cleo, "you are not on its list");
    valueOf(await execute(closeProposal, { communityId, proposalId }, byPerson(steward)));
    await ana.waitFor("the outcome", async () => (await ana.object(outcomeUrl(origin(), proposalId))) !== undefined);
    await ana.reply(ballot, "agree");
    await messageWith(ana, "came after closing and is not counted");
    expect(await choicesOf(proposalId)).toEqual({});
  });
});
