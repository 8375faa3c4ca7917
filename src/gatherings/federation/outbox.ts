import { contactOf } from "../../accounts/index.ts";
import { listenerByUri } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../kernel/federation/outgoing.ts";
import { gatheringById, type Gathering } from "../store/gatherings.read.ts";
import { interestedPeople } from "../store/interest.read.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import { actorUrl, announcementUrl } from "./addresses.ts";
import { composedAnnouncement } from "./composed-announcement.ts";
import { composedPoll } from "./composed-poll.ts";
import { composedEvent, composedRsvp } from "./composed-rsvp.ts";
import { addressing, worldAudience } from "../../kernel/federation/documents/addressing.ts";
import { activity, context } from "./documents.ts";
import { eventDocument } from "./event-document.ts";
import { inviting } from "./outreach/outbox.ts";
import { minutesOutbox } from "./minutes/outbox.ts";
import { questionDocument, type NativeQuestion } from "../../kernel/federation/documents/native-question.ts";

/** The first post, and the community's boost of it: that is how the community's followers hear. */
const announcing: Publisher = {
  name: "gatherings/announcing",
  events: ["gathering-announced"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const create = activity(
      "Create",
      idOf(application, event, "create"),
      actorUrl(application.origin, gathering.id),
      composedAnnouncement(application, gathering),
    );
    return [toFollowers(gathering.id, create), boost(application, event, gathering)];
  },
};

function boost(application: Application, event: LoggedEvent, gathering: Gathering): Outgoing {
  const community = actorUrl(application.origin, gathering.communityId);
  const { to, cc } = addressing(worldAudience(community));
  return toFollowers(gathering.communityId, {
    "@context": context,
    id: idOf(application, event, "announce"),
    type: "Announce",
    actor: community,
    object: announcementUrl(application.origin, gathering.id),
    published: event.at.toString(),
    to,
    cc,
  });
}

/** The poll that asks when: to the followers, and a copy to each interested person who does not follow. */
const asking: Publisher = {
  name: "gatherings/asking",
  events: ["scheduling-poll-opened"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    const pollId = event.payload["poll"];
    if (gathering === undefined || typeof pollId !== "string") return [];
    return questionToAll(application, event, gathering, "poll", (personId) =>
      composedPoll(application, gathering.id, pollId, personId),
    );
  },
};

/** A poll that was closed: its followers' servers show the last count. */
const closing: Publisher = {
  name: "gatherings/closing",
  events: ["scheduling-poll-closed", "scheduling-tallies-due"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    const pollId = event.payload["poll"];
    if (gathering === undefined || typeof pollId !== "string") return [];
    const question = await composedPoll(application, gathering.id, pollId, undefined);
    return question === undefined ? [] : [questionUpdate(application, event, gathering, question)];
  },
};

/** How many come, for the servers that show the question. */
const counting: Publisher = {
  name: "gatherings/counting",
  events: ["rsvp-tallies-due"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    const sessionId = event.payload["session"];
    if (gathering === undefined || typeof sessionId !== "string") return [];
    const question = await composedRsvp(application, gathering.id, sessionId, undefined);
    return question === undefined ? [] : [questionUpdate(application, event, gathering, question)];
  },
};

/** The date: an event per session, and beside it the poll that asks who comes. */
const dating: Publisher = {
  name: "gatherings/dating",
  events: ["date-set"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const outgoing: Outgoing[] = [];
    for (const session of await sessionsOf(application.read, gathering.id)) {
      if (session.cancelledAt !== undefined) continue;
      const composed = await composedEvent(application, gathering.id, session.id);
      if (composed === undefined) continue;
      const id = idOf(application, event, `event-${session.id}`);
      outgoing.push(toFollowers(gathering.id, activity("Create", id, composed.actor, eventDocument(composed))));
      const rsvps = await questionToAll(application, event, gathering, `rsvp-${session.id}`, (personId) =>
        composedRsvp(application, gathering.id, session.id, personId),
      );
      outgoing.push(...rsvps);
    }
    return outgoing;
  },
};

/** A change of time, place or words, or the end of it: the events anew, for calendars and for whoever shows them. */
const changing: Publisher = {
  name: "gatherings/changing",
  events: ["session-moved", "gathering-edited", "gathering-cancelled", "agenda-published"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined || event.payload["calendars"] === false) return [];
    const outgoing: Outgoing[] = [];
    for (const session of await sessionsOf(application.read, gathering.id)) {
      const composed = await composedEvent(application, gathering.id, session.id);
      if (composed === undefined) continue;
      const id = idOf(application, event, `event-${session.id}`);
      const document = { ...eventDocument(composed), updated: event.at.toString() };
      outgoing.push(toFollowers(gathering.id, activity("Update", id, composed.actor, document)));
    }
    return outgoing;
  },
};

/** What gatherings tell the fediverse. */
export const gatheringOutbox: readonly Publisher[] = [
  announcing,
  asking,
  closing,
  counting,
  dating,
  changing,
  inviting,
  ...minutesOutbox,
];

async function gatheringOf(application: Application, event: LoggedEvent): Promise<Gathering | undefined> {
  const id = event.payload["gathering"];
  return typeof id === "string" ? gatheringById(application.read, id) : undefined;
}

/** Activity ids derive from the event, so that one delivered twice is recognised as the same. */
function idOf(application: Application, event: LoggedEvent, what: string): string {
  return new URL(`/activities/${event.id}/${what}`, application.origin).href;
}

function toFollowers(from: string, activity: ActivityDocument): Outgoing {
  return { from, activity, to: { kind: "followers" } };
}

function questionUpdate(
  application: Application,
  event: LoggedEvent,
  gathering: Gathering,
  question: NativeQuestion,
): Outgoing {
  // Without a newer `updated` Mastodon takes over counts and closing alone, and leaves the votes in peace.
  return toFollowers(
    gathering.id,
    activity("Update", idOf(application, event, "update"), question.actor, questionDocument(question)),
  );
}

async function questionToAll(
  application: Application,
  event: LoggedEvent,
  gathering: Gathering,
  what: string,
  compose: (personId: string | undefined) => Promise<NativeQuestion | undefined>,
): Promise<readonly Outgoing[]> {
  const question = await compose(undefined);
  if (question === undefined) return [];
  const create = activity("Create", idOf(application, event, what), question.actor, questionDocument(question));
  const outgoing: Outgoing[] = [toFollowers(gathering.id, create)];
  for await (const { personId, uri } of reachedByCopy(application, gathering)) {
    const copy = await compose(personId);
    if (copy === undefined) continue;
    const id = idOf(application, event, `${what}-for-${personId}`);
    const document = activity("Create", id, copy.actor, questionDocument(copy));
    outgoing.push({ from: gathering.id, activity: document, to: { kind: "actors", uris: [uri] } });
  }
  return outgoing;
}

/** Interested people who chose to hear by the fediverse and do not follow the gathering, whose server shows them nothing by itself. */
async function* reachedByCopy(application: Application, gathering: Gathering) {
  let after = "";
  for (;;) {
    const people = await interestedPeople(application.read, gathering.id, { after, limit: 500 });
    for (const personId of people) {
      const contact = await contactOf(application.read, personId);
      const uri = contact?.actorUri;
      if (uri === undefined || contact?.ways["gathering-dates"] !== "fediverse") continue;
      if ((await listenerByUri(application.read, gathering.id, uri)) === undefined) yield { personId, uri };
    }
    const last = people.at(-1);
    if (last === undefined || people.length < 500) return;
    after = last;
  }
}
