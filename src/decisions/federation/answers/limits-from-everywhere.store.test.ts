import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { directNote } from "../../../../testing/received-notes.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { meetRemoteActor, personByActor } from "../../../accounts/index.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { createRouter, type Router } from "../../../kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedObject } from "../../../kernel/federation/received.ts";
import { addOption } from "../../commands/lifecycle/add-option.ts";
import { closeProposal } from "../../commands/proposals/close-proposal.ts";
import { attachedElsewhere } from "../../store/attachments/attachments.read.ts";
import { outcomeOf } from "../../store/proposals/outcomes.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { stanceOf } from "../../store/proposals/stances.read.ts";
import { postsOf } from "../../store/threads/threads.read.ts";
import { ballotUrl } from "../addresses.ts";
import { composedBallot } from "../composed-ballot.ts";
import { decisionInbox } from "../inbox.ts";

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
    recognisers: decisionInbox,
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
    actors: { ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }), forget: async () => {} },
  });
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
  await cast.join(community, grace);
});
beforeEach(() => {
  replies.length = 0;
});
afterAll(() => cast.close());

async function ask(method: string, settings: Readonly<Record<string, unknown>>, more: object = {}): Promise<void> {
  const options = ["Nights", "Weekends", "Holidays"];
  about = await cast.proposal(ada, community, { method, options, settings, ...more });
}

/** Something from Grace's server that answers what asks. */
const arrive = (text: string | undefined, changes: Partial<ReceivedObject> = {}) => {
  const inReplyTo = ballotUrl(cast.application.origin, about.proposalId);
  return router.route({ ...directNote("grace", text, { inReplyTo, ...changes }), receivedAt: cast.clock.now() });
};
const vote = (option: string) => arrive(undefined, { name: option });
const ballot = async () => (await stanceOf(cast.application.read, about.proposalId, grace))?.ballot;
const asked = async (personId?: string) => composedBallot(cast.application, about.proposalId, personId);

/** How many picked each option of the native poll, as its document says. */
async function countsIn(list: "oneOf" | "anyOf", personId?: string): Promise<readonly number[]> {
  const options = (await asked(personId))?.[list] as readonly { readonly replies: { readonly totalItems: number } }[];
  return options.map(({ replies }) => replies.totalItems);
}

describe("none of these, by native poll", () => {
  test("is its last option, is counted there, and cannot stand beside an option", async () => {
    await ask("approval", { none: true });
    expect(JSON.stringify((await asked())?.["anyOf"])).toContain("None of these");
    await vote("None of these");
    expect(await ballot()).toEqual({ choices: "none" });
    expect(await countsIn("anyOf")).toEqual([0, 0, 0, 1]);
    await vote("Nights");
    expect(await ballot()).toEqual({ choices: "none" });
    expect(replies).toMatchObject([
      { key: "decisions.answer.unfit", values: { why: { key: "refusal.none-with-others" } } },
    ]);
    valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));
    expect(await outcomeOf(cast.application.read, about.proposalId)).toMatchObject({
      conclusion: { verdict: "not-carried", why: [{ key: "decisions.method.why.none-of-these" }] },
    });
  });

  test("stays what it is when an option is added after the poll went out", async () => {
    await ask("single-choice", { none: true }, { adding: "voters" });
    valueOf(await cast.application.execute(addOption, { ...about, option: "Mornings" }, byPerson(ada)));
    await vote("None of these");
    expect(await ballot()).toEqual({ choice: "none" });
    expect(await countsIn("oneOf", grace)).toEqual([0, 0, 0, 1]);
    await vote("Mornings");
    expect(await ballot()).toEqual({ choice: "none" });
    expect(replies.at(-1)).toMatchObject({ key: "decisions.answer.unknown-option" });
  });
});

describe("an answer by reply", () => {
  test.each([
    ["multiple-choice", { fewest: 2, most: 2 }, "1", "too-few-choices", "Exactly 2 options."],
    ["approval", { most: 2, none: true }, "1, 2, 3", "too-many-choices", "At most 2 options."],
    ["score", { fewest: 2 }, "1:5", "too-few-scored", "At least 2 options."],
    ["dot-vote", { fewest: 2, most: 2 }, "1:1, 2:1, 3:1", "too-many-dotted", "Exactly 2 options."],
    ["irv", { fewest: 2, most: 3 }, "2", "ranking-too-short", "At least 2 and at most 3 options."],
    ["scottish-stv", { most: 1 }, "2 > 1", "ranking-too-long", "At most 1 option."],
    ["meek-stv", { most: 2 }, "2 > 1 > 3", "ranking-too-long", "At most 2 options."],
    ["schulze", { fewest: 3 }, "2 > 1", "ranking-too-short", "At least 3 options."],
    ["ranked-pairs", { most: 1 }, "2=1", "ranking-too-long", "At most 1 option."],
    ["borda", { fewest: 2 }, "-", "ranking-too-short", "At least 2 options."],
  ])("by %s with %j is told what to mend, and what was asked said so", async (method, settings, text, kind, said) => {
    await ask(method, settings);
    expect(JSON.stringify(await asked())).toContain(said);
    await arrive(text);
    expect(await ballot()).toBeUndefined();
    expect(replies).toMatchObject([{ key: "decisions.answer.unfit", values: { why: { key: `refusal.${kind}` } } }]);
    const example = replies[0]?.values["example"];
    await arrive(typeof example === "string" ? example : "");
    expect(await ballot()).toBeDefined();
  });

  test("that wants none of these is a dash, and is repeated as one", async () => {
    await ask("multiple-choice", { fewest: 2, none: true });
    expect(JSON.stringify(await asked())).toContain("Whoever wants none of these replies with “-”.");
    await arrive("-");
    expect(await ballot()).toEqual({ choices: "none" });
    expect(replies).toMatchObject([{ key: "decisions.answer.taken", values: { understood: "-" } }]);
  });
});

describe("a reply to what asks that is a picture alone", () => {
  const attachments = [
    { type: "Document", mediaType: "image/png", url: "https://files.example/hall.png", name: "The hall" },
  ];
  const postsOfThread = async () => {
    const threadId = (await proposalById(cast.application.read, about.proposalId))?.threadId ?? "";
    return postsOf(cast.application.read, threadId, { from: 1, limit: 9 });
  };

  test("for the world is a post in the thread with the link of the picture", async () => {
    await ask("approval", {});
    await arrive(undefined, { attachments, isPublic: true });
    const [post, ...others] = await postsOfThread();
    expect([post?.text, others]).toEqual(["", []]);
    const carried = await attachedElsewhere(cast.application.read, [post?.id ?? ""]);
    expect(carried.get(post?.id ?? "")).toMatchObject([{ kind: "picture", alt: "The hall" }]);
    expect((await cast.browser().get(`/threads/${post?.threadId ?? ""}`)).words).toContain(
      "A picture at their server : The hall",
    );
  });

  test("in private is no post, and its sender is told how to answer", async () => {
    await ask("approval", {});
    await arrive(undefined, { attachments });
    expect(await postsOfThread()).toEqual([]);
    expect(replies).toMatchObject([{ key: "decisions.answer.unreadable-stance" }]);
  });
});
