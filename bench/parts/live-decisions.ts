import { joinCommunity } from "../../src/communities/commands/membership/join-community.ts";
import { closeProposal } from "../../src/decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../../src/decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../../src/decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../../src/decisions/commands/threads/open-thread.ts";
import { writePost } from "../../src/decisions/commands/threads/write-post.ts";
import { actorUrl, ballotUrl } from "../../src/decisions/federation/addresses.ts";
import type { PersonId } from "../../src/accounts/index.ts";
import type { Actor } from "../../src/kernel/commands/command.ts";
import { idFrom } from "./many-rows.ts";
import { knowVoters } from "./polls.ts";
import { foundLeague, meet, signedIn, type Records } from "./records.ts";
import type { Poll, Voter } from "./voters.ts";

const THREADS = 31;
const OPEN_PROPOSALS = 10;
const POSTS = 40;

/** A community, and people of other servers who belong to it. */
export interface League {
  readonly communityId: string;
  readonly steward: Actor;
  readonly voters: readonly Actor[];
}

/** Founds it. */
export async function foundWithVoters(records: Records, voters: readonly Voter[]): Promise<League> {
  const { communityId, steward } = await foundLeague(records);
  await knowVoters(records, voters);
  const people: Actor[] = [];
  for (const { uri } of voters) {
    const person: Actor = { kind: "person", personId: await meet(records, uri) };
    await records.run(joinCommunity, { communityId, reason: "" }, person);
    people.push(person);
  }
  return { communityId, steward, voters: people };
}

/** What a community is at now, the same with and without a past. */
export interface LiveDecisions {
  readonly pages: Readonly<Record<string, string>>;
  /** The Cookie header of a member who is signed in, and of those who vote on the web. */
  readonly cookie: string;
  readonly voting: readonly string[];
  readonly onTheWeb: string;
  readonly poll: Poll;
}

/** Threads enough to fill a page, the first of them long; open proposals, two of them for voting in, one that `votes` members answered; one closed. */
export async function decideNow(records: Records, league: League, votes: number): Promise<LiveDecisions> {
  const { communityId, steward } = league;
  const { application, run } = records;
  const threads: string[] = [];
  for (let place = 0; place < THREADS; place++) {
    const said = { title: `A matter of commons ${place}`, text: "What do we hold in commons?", language: "en" };
    threads.push((await run(openThread, { communityId, ...said }, steward)).threadId);
  }
  const [long = "", ...others] = threads;
  for (let place = 1; place < POSTS; place++) {
    const text =
      place === 20 ? "Who remembers the xylophone?" : `Commons are kept by those who use them, ${place} times.`;
    await run(writePost, { communityId, threadId: long, parentId: "", text }, steward);
  }
  const proposals: string[] = [];
  for (const threadId of [long, ...others].slice(0, OPEN_PROPOSALS + 1)) {
    const closesAt = application.clock().add({ hours: 100 }).toString();
    const said = {
      title: "Keep it in commons",
      text: "As we do now.",
      method: "stance",
      zone: "Europe/Rome",
      closesAt,
    };
    proposals.push((await run(openProposal, { communityId, threadId, ...said }, steward)).proposalId);
  }
  const [open = "", closed = "", onTheWeb = "", natively = ""] = proposals;
  for (const proposalId of [open, closed, onTheWeb, natively])
    await answer(records, { communityId, proposalId }, votes);
  await run(closeProposal, { communityId, proposalId: closed }, steward);
  const home = "/communities/plum_league";
  return {
    pages: {
      community: home,
      threads: `${home}/threads`,
      "search, many": `${home}/search?q=commons`,
      "search, one": `${home}/search?q=xylophone`,
      feed: `${home}/threads/feed.atom`,
      thread: `/threads/${long}`,
      "open proposal": `/proposals/${open}`,
      "closed proposal": `/proposals/${closed}`,
      ballots: `/proposals/${closed}/ballots`,
    },
    cookie: await signedIn(records, steward),
    voting: await Promise.all(league.voters.map((voter) => signedIn(records, voter))),
    onTheWeb: `/proposals/${onTheWeb}`,
    poll: {
      uri: ballotUrl(application.origin, natively),
      actorUri: actorUrl(application.origin, communityId),
      options: ["Agree", "Abstain", "Disagree"],
    },
  };
}

async function answer(
  { run }: Records,
  about: { readonly communityId: string; readonly proposalId: string },
  votes: number,
): Promise<void> {
  const members = Array.from({ length: votes }, (_, place): Actor => ({
    kind: "person",
    personId: idFrom("member", place) as PersonId,
  }));
  // Together, so that they share commits.
  await Promise.all(
    members.map((member, place) => run(giveStance, { ...about, ballot: { choice: place % 3 }, by: "web" }, member)),
  );
}
