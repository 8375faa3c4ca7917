import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import {
  agree,
  block,
  disagree,
  openDecisionCast,
  type CastProposal,
  type DecisionCast,
} from "../../../testing/decision-cast.ts";
import { directNote } from "../../../testing/received-notes.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { meetRemoteActor, personByActor } from "../../accounts/index.ts";
import { communityInbox } from "../../communities/federation/inbox.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { sharedPost } from "../../communities/store/announcements.read.ts";
import { createRouter, type Router } from "../../kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedActivity, ReceivedObject } from "../../kernel/federation/received.ts";
import { answerChallenge } from "../commands/electorate/answer-challenge.ts";
import { makeChallenge } from "../commands/electorate/make-challenge.ts";
import { outcomeOf } from "../store/proposals/outcomes.read.ts";
import { proposalById } from "../store/proposals/proposals.read.ts";
import { countedBallots, stanceOf, stancesOf } from "../store/proposals/stances.read.ts";
import { postsOf } from "../store/threads/threads.read.ts";
import { actorUrl, ballotUrl } from "./addresses.ts";
import { decisionInbox } from "./inbox.ts";

let cast: DecisionCast;
let router: Router;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastProposal;
/** What was said to senders. */
const replies: DirectReply[] = [];

beforeAll(async () => {
  cast = await openDecisionCast();
  const { application } = cast;
  router = createRouter({
    application,
    recognisers: [...communityInbox, ...decisionInbox],
    people: {
      personFor: async ({ uri, host, handle, name }) => {
        const known = await personByActor(application.read, uri);
        if (known !== undefined) return known;
        const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: uri } } as const;
        return valueOf(await application.execute(meetRemoteActor, { uri, host, handle, name, url: uri }, by)).personId;
      },
      isBlocked: async () => false,
      sendReply: async (reply) => void replies.push(reply),
      forgetFollowers: async () => {},
    },
    actors: {
      ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }),
      forget: async () => {},
    },
  });
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada, { sharesMentions: true });
  await cast.join(community, grace);
});
beforeEach(async () => {
  replies.length = 0;
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.proposal(ada, community);
});
afterAll(() => cast.close());

/** A vote in the native poll, as it arrives now. */
function voteOf(name: string, option: string, changes: Partial<ReceivedObject> = {}): ReceivedActivity {
  const inReplyTo = ballotUrl(cast.application.origin, about.proposalId);
  return { ...directNote(name, undefined, { inReplyTo, name: option, ...changes }), receivedAt: cast.clock.now() };
}

/** A reply in words to what asks, as it arrives now. */
function replyOf(name: string, text: string, changes: Partial<ReceivedObject> = {}): ReceivedActivity {
  const inReplyTo = ballotUrl(cast.application.origin, about.proposalId);
  return { ...directNote(name, text, { inReplyTo, ...changes }), receivedAt: cast.clock.now() };
}

async function ballotOfGrace() {
  return (await stanceOf(cast.application.read, about.proposalId, grace))?.ballot;
}

async function close(): Promise<void> {
  cast.clock.pass({ hours: 24 * 7 });
  await cast.pumpClock();
}

describe("a vote sent again (row 6)", () => {
  test("after its person answered otherwise changes nothing", async () => {
    const first = voteOf("grace", "Agree");
    await router.route(first);
    valueOf(await cast.answer(grace, about, disagree));
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect(await ballotOfGrace()).toEqual(disagree);
  });

  test("in words, after its person corrected it, changes nothing", async () => {
    const first = replyOf("grace", "agree");
    await router.route(first);
    await router.route(replyOf("grace", "block"));
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect(await ballotOfGrace()).toEqual(block);
  });

  test("after the closing is the one that was counted, and nobody is told that it was late", async () => {
    const first = voteOf("grace", "Agree");
    await router.route(first);
    await close();
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect(await ballotOfGrace()).toEqual(agree);
    expect(replies).toEqual([]);
  });
});

describe("votes of accounts that nobody made a member (row 20)", () => {
  test("count nothing, however many a server invents, and each is told why", async () => {
    await router.route(voteOf("grace", "Agree"));
    for (let place = 0; place < 100; place++) await router.route(voteOf(`puppet-${place}`, "Disagree"));
    expect(replies).toHaveLength(100);
    expect(new Set(replies.map(({ key }) => key))).toEqual(new Set(["decisions.answer.not-on-the-list"]));
    await close();
    expect(await countedBallots(cast.application.read, about.proposalId)).toEqual([{ ballot: agree, count: 1 }]);
    expect(await outcomeOf(cast.application.read, about.proposalId)).toMatchObject({ answered: 1, eligible: 2 });
  });
});

describe("votes of a server in the name of its own members (row 21)", () => {
  test("are seen by the one who never gave them, challenged, and taken out of the count", async () => {
    const hedy = await cast.person("Hedy");
    const other = await cast.community(ada);
    await cast.join(other, grace, hedy);
    about = await cast.proposal(ada, other, { challengeDays: 3 });
    await router.route(voteOf("grace", "Agree"));
    // Her own server says it, with her own key.
    await router.route(voteOf("hedy", "Disagree"));
    expect((await cast.browser(hedy, "Hedy").get(`/proposals/${about.proposalId}`)).words).toContain("Your answer");
    await close();
    expect(await outcomeOf(cast.application.read, about.proposalId)).toMatchObject({
      answered: 2,
      conclusion: { verdict: "not-carried" },
    });
    const { execute } = cast.application;
    const said = { ...about, aboutId: hedy, reason: "I never said this: it came from my server." };
    const { challengeId } = valueOf(await execute(makeChallenge, said, byPerson(hedy)));
    const answer = { ...about, challengeId, verdict: "upheld", answer: "We asked her by phone." };
    valueOf(await execute(answerChallenge, answer, byPerson(ada)));
    expect(await countedBallots(cast.application.read, about.proposalId)).toEqual([{ ballot: agree, count: 1 }]);
    expect(await outcomeOf(cast.application.read, about.proposalId)).toMatchObject({
      answered: 1,
      conclusion: { verdict: "carried" },
    });
  });
});

describe("a second vote (row 22)", () => {
  test("is none: two hundred at once, from the fediverse and on the web, are one stance of one person", async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        place % 2 === 0 ? router.route(voteOf("grace", "Agree")) : cast.answer(grace, about, disagree),
      ),
    );
    const page = { skip: 0, limit: 300 };
    const stances = await stancesOf(cast.application.read, about.proposalId, page);
    expect(stances.map(({ personId }) => personId)).toEqual([grace]);
    const [counted, ...others] = await countedBallots(cast.application.read, about.proposalId);
    expect(counted?.count).toBe(1);
    expect(others).toEqual([]);
  });
});

describe("a vote that says when it was given (row 23)", () => {
  test("is late when it arrives at the closing, whatever it says, and is told so", async () => {
    const opened = await proposalById(cast.application.read, about.proposalId);
    if (opened === undefined) throw new Error("it was not opened");
    cast.clock.set(opened.closesAt.toString());
    await router.route(voteOf("grace", "Agree", { published: opened.openedAt }));
    expect(await ballotOfGrace()).toBeUndefined();
    expect(replies).toMatchObject([{ from: community, key: "decisions.answer.voting-closed" }]);
  });

  test("is in time when it arrived before the closing, however late it is acted on and whatever its clock says", async () => {
    cast.clock.pass({ hours: 24 * 7 - 1 });
    const arrived = voteOf("grace", "Agree", { published: cast.clock.now().add({ hours: 24 }) });
    cast.clock.pass({ hours: 2 });
    await router.route(arrived);
    await cast.pumpClock();
    expect(await outcomeOf(cast.application.read, about.proposalId)).toMatchObject({ answered: 1 });
    expect(replies).toEqual([]);
  });
});

describe("a vote that is public (row 25)", () => {
  test("is neither a post of the thread nor passed on, though it mentions the community and says something", async () => {
    const audience = [actorUrl(cast.application.origin, community)];
    const shouted = [
      voteOf("grace", "Agree", { isPublic: true, audience, text: "Look how I vote" }),
      replyOf("grace", "disagree", { isPublic: true, audience }),
    ];
    for (const vote of shouted) await router.route(vote);
    expect(await ballotOfGrace()).toEqual(disagree);
    const proposal = await proposalById(cast.application.read, about.proposalId);
    const posts = await postsOf(cast.application.read, proposal?.threadId ?? "", { from: 0, limit: 9 });
    expect(posts.map(({ text }) => text)).toEqual(["Could we?"]);
    for (const { objectId } of shouted) {
      expect(await sharedPost(cast.application.read, community, objectId ?? "")).toBeUndefined();
    }
  });
});
