import { contactOf, meetRemoteActor, personByActor, type PersonId } from "../src/accounts/index.ts";
import type { CommunityId } from "../src/communities/index.ts";
import { announceGathering } from "../src/gatherings/commands/announce-gathering.ts";
import { setDate } from "../src/gatherings/commands/set-date.ts";
import { gatherings } from "../src/gatherings/capability.ts";
import { accepted } from "../src/kernel/base/result.ts";
import { directMessageUri } from "../src/kernel/federation/deliveries/direct-message.ts";
import type { DirectMessage } from "../src/kernel/federation/federation-handle.ts";
import { createRouter } from "../src/kernel/federation/inbox/router.ts";
import type { ReceivedActivity, ReceivedObject } from "../src/kernel/federation/received.ts";
import { answerDirectly } from "../src/kernel/notifications/answer-directly.ts";
import type { Letter } from "../src/kernel/notifications/mailer.ts";
import { notificationCatalogues } from "../src/kernel/notifications/messages/catalogue.ts";
import { noticeSchema } from "../src/kernel/notifications/notices.tables.ts";
import { sendNoticeJob } from "../src/kernel/notifications/send-notice.ts";
import { tellPeople } from "../src/kernel/notifications/tell-people.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import { openCommunityCast, valueOf, type CommunityCast } from "./community-cast.ts";
import type { CastGathering } from "./gathering-cast.ts";
import { servePages, type Browser } from "./page-visits.ts";
import { byPerson } from "./test-application.ts";

/** A gathering that sends its messages and reads the replies, as far as the wire: what it says is kept here, what people say comes from here. */
export interface TalkingGathering {
  readonly cast: CommunityCast;
  readonly community: CommunityId;
  /** Announces a gathering of Ada's community, in Europe/Rome; with a start, it has its date. */
  gathering(organiser: PersonId, start?: string): Promise<CastGathering>;
  /** Does all that is due, and gives the words of every message and letter sent to somebody so far. */
  told(name: string): Promise<readonly string[]>;
  /** Somebody replies to the last message they got, or `by` somebody else who has seen it; or writes to a gathering of their own accord. */
  reply(name: string, text: string, by?: string): Promise<void>;
  write(name: string, about: CastGathering, text: string, said?: Partial<ReceivedObject>): Promise<void>;
  browser(person?: PersonId, name?: string): Browser;
}

/** Opens it on the engine of the run; the test closes `cast`. */
export async function openTalkingGathering(founder = "Ada"): Promise<TalkingGathering> {
  const messages: DirectMessage[] = [];
  const letters: Letter[] = [];
  const cast = await openCommunityCast({
    schema: [...gatherings.schema, ...noticeSchema],
    messages: [interfaceCatalogues, notificationCatalogues, gatherings.messages],
    subscribers: [tellPeople(gatherings.notices ?? [])],
    jobs: [sendNoticeJob(notified(messages, letters)), ...(gatherings.jobs ?? [])],
  });
  const { application } = cast;
  const ada = await cast.person(founder);
  const community = await cast.community(ada);
  const receive = receiver(cast);
  const open = servePages(application, gatherings.pages === undefined ? [] : [gatherings.pages]);
  const said = (name: string) => messages.filter(({ to }) => to === uriOf(name));
  let gathered = 0;
  return {
    cast,
    community,
    async gathering(organiser, start) {
      gathered += 1;
      const texts = { title: `Gathering ${gathered}`, purpose: "Meet.", language: "en", zone: "Europe/Rome" };
      const input = { ...texts, communityId: community, handle: `talking_${gathered}` };
      const announced = valueOf(await application.execute(announceGathering, input, byPerson(organiser)));
      const about = { communityId: community, gatheringId: announced.gatheringId };
      if (start !== undefined) {
        const sessions = [{ start, zone: "Europe/Rome", lengthMinutes: 60 }];
        valueOf(await application.execute(setDate, { ...about, sessions, reason: "r" }, byPerson(organiser)));
      }
      return about;
    },
    async told(name) {
      await cast.pump();
      const byLetter = letters.filter(({ to }) => to === `${name.toLowerCase()}@mail.example`);
      return [...said(name), ...byLetter].map(({ text }) => text);
    },
    async reply(name, text, by = name) {
      await cast.pump();
      const last = said(name).at(-1);
      if (last === undefined) throw new Error(`${name} was told nothing to reply to`);
      await receive(by, text, { inReplyTo: directMessageUri(application.origin, last) }, last.from);
    },
    write: (name, about, text, more = {}) => receive(name, text, more, about.gatheringId),
    browser: (person, name = "Somebody") => (person === undefined ? open() : open({ id: person, name })),
  };
}

function uriOf(name: string): string {
  return `https://social.example/users/${name.toLowerCase()}`;
}

function notified(messages: DirectMessage[], letters: Letter[]): Parameters<typeof sendNoticeJob>[0] {
  return {
    people: { contactOf, personByActor },
    server: () => ({ language: "en", zone: "Europe/Rome" }),
    prepareDirect: async (message) => {
      messages.push(message);
      return async () => {};
    },
    mail: {
      mailer: {
        send: async (letter) => {
          letters.push(letter);
          return accepted(null);
        },
        close: () => {},
      },
      linkFor: async (application, _person, path) => new URL(path, application.origin).href,
      stopUrl: () => "https://gather.example/stop",
      senderName: async () => undefined,
    },
  };
}

/** The inbox, behind which the recognisers of gatherings stand. */
function receiver({ application, clock, pump }: CommunityCast) {
  const router = createRouter({
    application,
    recognisers: gatherings.inbox ?? [],
    people: {
      personFor: async ({ uri, host, handle, name }) => {
        const known = await personByActor(application.read, uri);
        if (known !== undefined) return known;
        const by = { actor: { kind: "visitor" }, origin: { from: "federated", key: uri } } as const;
        return valueOf(await application.execute(meetRemoteActor, { uri, host, handle, name, url: uri }, by)).personId;
      },
      isBlocked: async () => false,
      sendReply: (reply, to) => answerDirectly(application, reply, to),
      forgetFollowers: async () => {},
    },
    actors: { ask: async () => ({ ok: false, refusal: { kind: "unreachable" } }), forget: async () => {} },
  });
  let received = 0;
  return async (name: string, text: string, said: Partial<ReceivedObject>, actorId: string): Promise<void> => {
    received += 1;
    const audience = [new URL(`/actors/${actorId}`, application.origin).href];
    await router.route(noteOf(name, `${received}`, { text, audience, ...said }, clock.now()));
    await pump();
  };
}

function noteOf(name: string, place: string, said: Partial<ReceivedObject>, now: Temporal.Instant): ReceivedActivity {
  const uri = uriOf(name);
  const handle = `@${name.toLowerCase()}@social.example`;
  const unknown = { sharedInbox: undefined, followers: undefined, movedTo: undefined, keyChangedAt: undefined };
  const home = { host: "social.example", url: uri, inbox: `${uri}/inbox`, type: "Person", alsoKnownAs: [] };
  const actor = { uri, handle, name, ...home, ...unknown };
  const id = `${uri}/notes/${place}`;
  const unwritten = { name: undefined, html: undefined, summary: undefined, url: undefined, poll: undefined };
  const unsaid = { inReplyTo: undefined, published: undefined, language: undefined, isPublic: false };
  const object = { id, type: "Note", attributedTo: uri, text: "", audience: [], ...unwritten, ...unsaid, ...said };
  const nothing = { inner: undefined, target: undefined, movedTo: undefined, objects: [], text: undefined };
  return { id: `${id}/activity`, type: "Create", actor, objectId: id, object, ...nothing, receivedAt: now };
}
