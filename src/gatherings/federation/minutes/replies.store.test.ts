import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { holdGathering, type HeldGathering } from "../../../../testing/held-gathering.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { personByActor } from "../../../accounts/index.ts";
import type { PersonId } from "../../../communities/index.ts";
import { createRouter, type Router } from "../../../kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedActivity, RemoteActor } from "../../../kernel/federation/received.ts";
import { announceDraft } from "../../commands/minutes/announce-draft.ts";
import { feedbackBy } from "../../store/feedback/feedback.read.ts";
import { correctionsIn, nameAnswerOf } from "../../store/minutes/minutes.read.ts";
import { gatheringNotices } from "../../notices.ts";
import { actorUrl } from "../addresses.ts";
import { gatheringInbox } from "../inbox.ts";

let cast: GatheringCast;
let router: Router;
let ada: PersonId;
let grace: PersonId;
let held: HeldGathering;
/** What was said to senders. */
const replies: DirectReply[] = [];

beforeAll(async () => {
  cast = await openGatheringCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  const { application } = cast;
  router = createRouter({
    application,
    recognisers: gatheringInbox,
    people: {
      personFor: async ({ uri }) => {
        const known = await personByActor(application.read, uri);
        if (known === undefined) throw new Error(`nobody is ${uri}`);
        return known;
      },
      isBlocked: async () => false,
      sendReply: async (reply) => void replies.push(reply),
      forgetFollowers: async () => {},
    },
    actors: { ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }), forget: async () => {} },
  });
});
beforeEach(async () => {
  replies.length = 0;
  cast.clock.set("2027-02-01T10:00:00Z");
  held = await holdGathering(cast, ada, await cast.community(ada), [grace]);
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

/** Grace answers the message by which the gathering told her of the draft. */
function message(text: string): ReceivedActivity {
  sent += 1;
  const id = `${remoteGrace.uri}/statuses/${sent}`;
  const gathering = actorUrl(cast.application.origin, held.gatheringId);
  const object = {
    id,
    type: "Note",
    attributedTo: remoteGrace.uri,
    inReplyTo: "https://gather.example/messages/1",
    name: undefined,
    text,
    html: undefined,
    summary: undefined,
    url: undefined,
    poll: undefined,
    published: undefined,
    audience: [gathering],
    isPublic: false,
    language: undefined,
  };
  const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  const receivedAt = cast.clock.now();
  return { id: `${id}/activity`, type: "Create", actor: remoteGrace, objectId: id, object, ...nothing, receivedAt };
}

const says = (text: string) => router.route(message(text));
const nameOfGrace = () => nameAnswerOf(cast.application.read, held.gatheringId, grace);
const announce = async () =>
  valueOf(
    await cast.application.execute(
      announceDraft,
      { communityId: held.communityId, gatheringId: held.gatheringId },
      byPerson(ada),
    ),
  );
/** What is told to people because of the last event of this name. */
const noticesOf = async (name: string) => {
  const event = cast.events.findLast((one) => one.name === name);
  if (event === undefined) throw new Error(`nothing happened that is called ${name}`);
  const sources = gatheringNotices.filter(({ events }) => events.includes(name));
  return (await Promise.all(sources.map((source) => source.notices(cast.application, event)))).flat();
};

describe("a reply to the message that tells of the draft", () => {
  test("names its sender, or does not, by the last word", async () => {
    await says("Name me, please");
    expect(await nameOfGrace()).toBe("named");
    expect(await noticesOf("minutes-name-said")).toMatchObject([
      { personId: grace, key: "gatherings.minutes.notice.name-noted", values: { answer: "named" }, urgent: true },
    ]);
    await says("Nennt mich nicht");
    expect(await nameOfGrace()).toBe("not-named");
    expect(replies).toEqual([]);
  });

  test("asks for a correction, of which its organiser and its sender hear", async () => {
    await announce();
    await says("Correction: it was two servers, not three.");
    const waiting = await correctionsIn(cast.application.read, held.gatheringId, "waits");
    expect(waiting).toMatchObject([{ writerId: grace, text: "it was two servers, not three." }]);
    expect((await noticesOf("minutes-correction-sent")).map(({ personId, key }) => [personId, key])).toEqual([
      [ada, "gatherings.minutes.notice.correction"],
      [grace, "gatherings.minutes.notice.correction-arrived"],
    ]);
  });

  test("that asks for a correction before people were told of the draft is not taken, and told so", async () => {
    await says("correction: too early");
    expect(await correctionsIn(cast.application.read, held.gatheringId, "waits")).toEqual([]);
    expect(replies).toMatchObject([{ from: held.gatheringId, key: "gatherings.answer.not-taken" }]);
  });

  test("says how it was, line by line", async () => {
    await says("+ the round of names\n- too long");
    await says("+ the food");
    expect(await feedbackBy(cast.application.read, held.gatheringId, grace)).toEqual({
      plus: "the round of names\nthe food",
      delta: "too long",
    });
  });
});

describe("people are told", () => {
  test("once that the draft is there; those who came are asked whether to name them", async () => {
    await announce();
    const told = await noticesOf("minutes-draft-announced");
    expect(told).toMatchObject([
      {
        personId: grace,
        matter: `minutes-draft:${held.gatheringId}`,
        values: { came: "yes", until: { instant: "2027-02-23T18:00:00Z" } },
        path: `/gatherings/${held.gatheringId}/minutes`,
      },
    ]);
  });

  test("how it was is asked of everyone who came, and the organiser hears that the draft is there", async () => {
    const told = (await noticesOf("gathering-held")).map(({ personId, key }) => [personId, key]);
    expect(told).toEqual([
      [ada, "gatherings.minutes.notice.composed"],
      [grace, "gatherings.feedback.notice.asked"],
    ]);
  });

  test("that minutes are published, where the gathering's own post does not reach them", async () => {
    await announce();
    cast.clock.pass({ hours: 72 });
    await cast.pumpClock();
    expect(await noticesOf("minutes-published")).toMatchObject([
      { personId: grace, key: "gatherings.minutes.notice.published" },
    ]);
  });
});
