import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../testing/gathering-cast.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { meetRemoteActor, personByActor } from "../../accounts/index.ts";
import { communityInbox } from "../../communities/federation/inbox.ts";
import type { CommunityId, PersonId } from "../../communities/index.ts";
import { sharedPost } from "../../communities/store/announcements.read.ts";
import { createRouter, type Router } from "../../kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedActivity, ReceivedObject, RemoteActor } from "../../kernel/federation/received.ts";
import { answerSchedulingPoll } from "../commands/answer-scheduling-poll.ts";
import type { SlotId } from "../model/gathering.ts";
import { answerOf, answersOf, pollOfGathering } from "../store/polls.read.ts";
import { rsvpsOf } from "../store/sessions.read.ts";
import { actorUrl, pollUrl, rsvpUrl } from "./addresses.ts";
import { gatheringInbox } from "./inbox.ts";

const starts = ["2027-02-20T18:00", "2027-02-21T18:00"];
const closing = "2027-02-10T10:00:00Z";

let cast: GatheringCast;
let router: Router;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let pollId: string;
let slots: readonly SlotId[];
/** What was said to senders. */
const replies: DirectReply[] = [];

beforeAll(async () => {
  cast = await openGatheringCast();
  const { application } = cast;
  router = createRouter({
    application,
    recognisers: [...communityInbox, ...gatheringInbox],
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
});
beforeEach(async () => {
  replies.length = 0;
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  pollId = await cast.poll(ada, about, starts, closing);
  slots = (await pollOfGathering(cast.application.read, about.gatheringId))?.slots.map(({ id }) => id) ?? [];
});
afterAll(() => cast.close());

const remoteGrace: RemoteActor = {
  uri: "https://social.example/users/grace",
  handle: "@grace@social.example",
  host: "social.example",
  name: "Grace",
  url: "https://social.example/@grace",
  inbox: "https://social.example/users/grace/inbox",
  sharedInbox: undefined,
  followers: undefined,
  type: "Person",
  alsoKnownAs: [],
  movedTo: undefined,
  keyChangedAt: undefined,
};

let sent = 0;

/** A vote of Grace from her own server, as it is when it arrives. */
function vote(inReplyTo: string, name: string, said: Partial<ReceivedObject> = {}): ReceivedActivity {
  sent += 1;
  const id = `${remoteGrace.uri}#votes/${sent}`;
  const unwritten = { text: undefined, html: undefined, summary: undefined, url: undefined, poll: undefined };
  const unsaid = { ...unwritten, published: undefined, language: undefined, isPublic: false };
  const audience = [actorUrl(cast.application.origin, about.gatheringId)];
  const object = { id, type: "Note", attributedTo: remoteGrace.uri, inReplyTo, name, audience, ...unsaid, ...said };
  const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  const receivedAt = cast.clock.now();
  return { id: `${id}/activity`, type: "Create", actor: remoteGrace, objectId: id, object, ...nothing, receivedAt };
}

const voteFor = (start: string, said: Partial<ReceivedObject> = {}) =>
  vote(pollUrl(cast.application.origin, about.gatheringId, pollId), `at ${start}`, said);
const answerOfGrace = async () => (await answerOf(cast.application.read, pollId, grace))?.availability;
const answerOnTheWeb = (answers: Readonly<Record<string, string>>) =>
  cast.application.execute(answerSchedulingPoll, { ...about, answers, note: "" }, byPerson(grace));

describe("a vote (row 23)", () => {
  test("that arrived in time counts, however late it is acted on", async () => {
    cast.clock.set("2027-02-10T09:59:59Z");
    const inTime = voteFor("2027-02-20T18:00");
    cast.clock.set("2027-02-10T16:00:00Z");
    await cast.pumpClock();
    await router.route(inTime);
    expect((await answerOfGrace())?.get(slots[0] ?? ("" as SlotId))).toBe("yes");
    expect(replies).toEqual([]);
  });

  test.each(["2027-02-09T10:00:00Z", "2027-02-11T10:00:00Z", undefined])(
    "that arrives at the closing time is late and told so, though its server says it was written at %s",
    async (published) => {
      cast.clock.set(closing);
      const written = published === undefined ? undefined : Temporal.Instant.from(published);
      await router.route(voteFor("2027-02-20T18:00", { published: written }));
      expect(await answerOfGrace()).toBeUndefined();
      expect(replies).toMatchObject([{ from: about.gatheringId, key: "gatherings.answer.poll-closed" }]);
    },
  );

  test("in time counts, though its server's clock is a day fast or slow", async () => {
    const [fast, slow] = [voteFor("2027-02-20T18:00"), voteFor("2027-02-21T18:00")];
    const written = (activity: ReceivedActivity, hours: number): ReceivedActivity => ({
      ...activity,
      object: activity.object && { ...activity.object, published: cast.clock.now().add({ hours }) },
    });
    await router.route(written(fast, 24));
    await router.route(written(slow, -24));
    expect([...((await answerOfGrace())?.values() ?? [])]).toEqual(["yes", "yes"]);
  });

  test("who comes to a session counts when it arrived before the session began, and not when it arrives after", async () => {
    const session = await cast.date(ada, about, "2027-02-20T18:00");
    const rsvp = rsvpUrl(cast.application.origin, about.gatheringId, session);
    cast.clock.set("2027-02-20T16:59:59Z");
    const inTime = vote(rsvp, "Going");
    cast.clock.set("2027-02-20T17:30:00Z");
    await router.route(inTime);
    expect(await rsvpsOf(cast.application.read, session)).toMatchObject([{ person: grace, standing: "confirmed" }]);
    await router.route(vote(rsvp, "Not going"));
    expect(await rsvpsOf(cast.application.read, session)).toMatchObject([{ person: grace, standing: "confirmed" }]);
    expect(replies).toMatchObject([{ key: "gatherings.answer.rsvp-closed" }]);
  });
});

describe("a vote sent again (row 6)", () => {
  test("after its person answered otherwise changes nothing", async () => {
    const first = voteFor("2027-02-20T18:00");
    await router.route(first);
    const [one = "", two = ""] = slots;
    valueOf(await answerOnTheWeb({ [one]: "no", [two]: "yes" }));
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect([...((await answerOfGrace())?.values() ?? [])]).toEqual(["no", "yes"]);
  });

  test("after the closing is the one that was counted, and nobody is told that it was late", async () => {
    const first = voteFor("2027-02-20T18:00");
    await router.route(first);
    const counted = await answerOfGrace();
    cast.clock.set("2027-02-10T10:00:01Z");
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect(await answerOfGrace()).toEqual(counted);
    expect(replies).toEqual([]);
  });
});

describe("a second vote (row 22)", () => {
  test("is none: two hundred at once, from the fediverse and on the web, are one answer of one person", async () => {
    const [one = ""] = slots;
    await Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        place % 2 === 0 ? router.route(voteFor("2027-02-20T18:00")) : answerOnTheWeb({ [one]: "yes" }),
      ),
    );
    const answers = await answersOf(cast.application.read, pollId, 300);
    expect(answers.map(({ person }) => person)).toEqual([grace]);
    expect(answers[0]?.availability.get(slots[0] ?? ("" as SlotId))).toBe("yes");
  });
});

describe("a vote in a community that passes on what its members say (row 25)", () => {
  test("is passed on to nobody, though it is public and mentions the community", async () => {
    await cast.join(community, grace);
    const audience = [actorUrl(cast.application.origin, community)];
    const shouted = voteFor("2027-02-20T18:00", { isPublic: true, audience, text: "Look how I vote" });
    await router.route(shouted);
    expect((await answerOfGrace())?.get(slots[0] ?? ("" as SlotId))).toBe("yes");
    expect(await sharedPost(cast.application.read, community, shouted.objectId ?? "")).toBeUndefined();
    // The same words in reply to nothing are a post like any other.
    const post = vote("https://social.example/elsewhere", "Look", { isPublic: true, audience, name: undefined });
    await router.route(post);
    expect(await sharedPost(cast.application.read, community, post.objectId ?? "")).toBeDefined();
  });
});
