import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { personByActor } from "../../../accounts/index.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { createRouter, type Router } from "../../../kernel/federation/inbox/router.ts";
import type { DirectReply, ReceivedActivity, RemoteActor } from "../../../kernel/federation/received.ts";
import { plainText } from "../../../kernel/text/plain-text.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import { addBlocks } from "../../commands/agenda/add-blocks.ts";
import { askAgendaConsent } from "../../commands/agenda/ask-agenda-consent.ts";
import { publishAgenda } from "../../commands/agenda/publish-agenda.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { gatheringCatalogues } from "../../messages/catalogue.ts";
import { readAgendaReply } from "../../model/agenda/agenda-reply.ts";
import { agendaNotices } from "../../notices/agenda.ts";
import { consentCounts, objectionsTo } from "../../store/agenda/consents.read.ts";
import { itemsOf } from "../../store/agenda/items.read.ts";
import { actorUrl } from "../addresses.ts";
import { gatheringInbox } from "../inbox.ts";
import { gatheringObjects } from "../objects.ts";
import { gatheringOutbox } from "../outbox.ts";

let cast: GatheringCast;
let router: Router;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let session: string;
/** What was said to senders. */
const replies: DirectReply[] = [];

beforeAll(async () => {
  cast = await openGatheringCast();
  const { application } = cast;
  router = createRouter({
    application,
    recognisers: gatheringInbox,
    people: {
      personFor: async ({ uri }) => (await personByActor(application.read, uri)) ?? "",
      isBlocked: async () => false,
      sendReply: async (reply) => void replies.push(reply),
      forgetFollowers: async () => {},
    },
    actors: { ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }), forget: async () => {} },
  });
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
});
beforeEach(async () => {
  replies.length = 0;
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  session = await cast.date(ada, about, "2027-03-04T19:00");
  valueOf(await cast.application.execute(answerRsvp, { ...about, answer: "going" }, byPerson(grace)));
  const blocks = [
    { title: "Check in", minutes: 10 },
    { title: "Updates <b>&", minutes: 50 },
  ];
  valueOf(await cast.application.execute(addBlocks, { ...about, blocks }, byPerson(ada)));
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

/** What Grace writes to the gathering from her own server, as it is when it arrives. */
function message(text: string, inReplyTo?: string): ReceivedActivity {
  sent += 1;
  const id = `${remoteGrace.uri}/notes/${sent}`;
  const audience = [actorUrl(cast.application.origin, about.gatheringId)];
  const unsaid = { name: undefined, html: undefined, summary: undefined, url: undefined, poll: undefined };
  const object = {
    id,
    type: "Note",
    attributedTo: remoteGrace.uri,
    inReplyTo,
    text,
    audience,
    ...unsaid,
    published: undefined,
    language: undefined,
    isPublic: false,
  };
  const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  const receivedAt = cast.clock.now();
  return { id: `${id}/activity`, type: "Create", actor: remoteGrace, objectId: id, object, ...nothing, receivedAt };
}

const waiting = () => itemsOf(cast.application.read, about.gatheringId, "proposed");

describe("a message to the gathering about its agenda", () => {
  test("proposes an item with the minutes wanted, and its sender hears that it has arrived", async () => {
    await router.route(message("@gathering item: how we pay for storage, 15 min"));
    expect(await waiting()).toMatchObject([{ title: "how we pay for storage", minutes: 15, proposerId: grace }]);
    const event = cast.events.findLast(({ name }) => name === "agenda-item-proposed");
    const told = event && (await agendaNotices[0]?.notices(cast.application, event));
    expect(told?.map(({ personId, key }) => [personId, key])).toEqual([
      [ada, "gatherings.agenda.notice.proposed"],
      [grace, "gatherings.agenda.notice.item-arrived"],
    ]);
  });

  test("is what the document of our federation shows", async () => {
    const { object } = federationExample("in", "agenda-item") as { readonly object: { readonly content: string } };
    await router.route(message(plainText(object.content)));
    expect(await waiting()).toMatchObject([{ title: "how we pay for storage", minutes: 15 }]);
  });

  test("arriving twice is one item", async () => {
    const first = message("item: the wiki");
    await router.route(first);
    await router.route({ ...first, receivedAt: cast.clock.now() });
    expect(await waiting()).toHaveLength(1);
  });

  test("in reply to the event of a session is read as well", async () => {
    await router.route(
      message(
        "Punkt: das Wiki, 5 Minuten",
        `https://gather.example/gatherings/${about.gatheringId}/sessions/${session}`,
      ),
    );
    expect(await waiting()).toMatchObject([{ title: "das Wiki", minutes: 5 }]);
  });

  test("takes an item back, by its title where there are several, and its sender hears that it is gone", async () => {
    await router.route(message("item: the wiki"));
    await router.route(message("item: how we pay"));
    await router.route(message("Ich ziehe meinen Punkt zurück"));
    expect(await waiting()).toHaveLength(2);
    expect(replies).toMatchObject([{ key: "gatherings.answer.which-item" }]);
    await router.route(message("withdraw my item: The Wiki"));
    expect(await waiting()).toMatchObject([{ title: "how we pay" }]);
    const event = cast.events.findLast(({ name }) => name === "agenda-item-withdrawn");
    const told =
      event === undefined
        ? []
        : await Promise.all(
            agendaNotices
              .filter(({ events }) => events.includes(event.name))
              .map((one) => one.notices(cast.application, event)),
          );
    expect(told.flat()).toMatchObject([{ personId: grace, key: "gatherings.agenda.notice.item-withdrawn" }]);
    await router.route(message("retiro mi punto"));
    expect(await waiting()).toEqual([]);
  });

  test("consents, or objects with a reason; before it is asked the sender is told that it was not taken", async () => {
    await router.route(message("I consent"));
    expect(replies).toMatchObject([{ key: "gatherings.answer.not-taken" }]);
    valueOf(await cast.application.execute(askAgendaConsent, about, byPerson(ada)));
    await router.route(message("objection: no time for questions"));
    expect(await objectionsTo(cast.application.read, about.gatheringId)).toMatchObject([
      { personId: grace, reason: "no time for questions" },
    ]);
    await router.route(message("I consent"));
    expect(await consentCounts(cast.application.read, about.gatheringId, 1)).toEqual({ consents: 1, objections: 0 });
  });
});

describe("the agenda in the event of a session", () => {
  const event = async () => {
    const route = gatheringObjects.find(({ path }) => path === "/gatherings/{gathering}/sessions/{session}");
    const parameters = { gathering: about.gatheringId, session };
    return JSON.stringify(await route?.load(cast.application, parameters, undefined));
  };

  test("is there once it is published, as it was then, its titles as text", async () => {
    expect(await event()).not.toContain("Check in");
    valueOf(await cast.application.execute(publishAgenda, about, byPerson(ada)));
    expect(await event()).toContain(
      "<p>Agenda:</p><p>19:00 Check in (10 min)<br>19:10 Updates &lt;b&gt;&amp; (50 min)</p>",
    );
    const more = { ...about, blocks: [{ title: "A draft", minutes: 5 }] };
    valueOf(await cast.application.execute(addBlocks, more, byPerson(ada)));
    expect(await event()).not.toContain("A draft");
  });

  test("goes out as one Update when it is published, and not for each edit", async () => {
    valueOf(await cast.application.execute(publishAgenda, about, byPerson(ada)));
    const published = cast.events.findLast(({ name }) => name === "agenda-published");
    const publishers = gatheringOutbox.filter(({ events }) => events.includes("agenda-published"));
    const out =
      published === undefined
        ? []
        : await Promise.all(publishers.map((one) => one.publish(cast.application, published)));
    expect(out.flat().map(({ activity }) => JSON.stringify(activity))).toEqual([
      expect.stringMatching(/"type":"Update".*Check in/),
    ]);
    expect(gatheringOutbox.some(({ events }) => events.includes("agenda-changed"))).toBe(false);
  });
});

test.each(languages)("every reply about an agenda that the messages in %s ask for is read as meant", (language) => {
  const messages = gatheringCatalogues[language];
  const quoted = (key: string) =>
    Array.from((messages[key] ?? "").matchAll(/[“«„]\s*([^“”«»„{}]+?)\s*[”»“]/gu), (match) => match[1] ?? "");
  expect(quoted("gatherings.agenda.items.from-fediverse").map(readAgendaReply)).toMatchObject([
    { kind: "item", minutes: 15 },
  ]);
  expect(quoted("gatherings.agenda.notice.item-arrived").map(readAgendaReply)).toEqual([
    { kind: "withdrawal", title: "" },
  ]);
  expect(quoted("gatherings.agenda.notice.consent-asked").map((said) => readAgendaReply(said)?.kind)).toEqual([
    "consent",
    "objection",
  ]);
});
