import { Event, Note, Question } from "@fedify/vocab";
import type { Application } from "../../kernel/application.ts";
import { contactOf } from "../../accounts/index.ts";
import type { ActivityDocument, ObjectRoute } from "../../kernel/federation/outgoing.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { composedAnnouncement } from "./composed-announcement.ts";
import { composedPoll } from "./composed-poll.ts";
import { composedEvent, composedRsvp } from "./composed-rsvp.ts";
import { context } from "./documents.ts";
import { eventDocument } from "./event-document.ts";
import { outreachObjects } from "./outreach/objects.ts";
import { minutesObjects } from "./minutes/objects.ts";
import { questionDocument } from "../../kernel/federation/documents/native-question.ts";

/**
 * The objects of gatherings, each served at its own address as it stands now: servers fetch a poll again when somebody there
 * looks at it. A copy that was sent to one person is served to that person's own fetch alone.
 */
export const gatheringObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/gatherings/{gathering}/announcement",
    load: async (application, { gathering = "" }) => {
      const found = await gatheringById(application.read, gathering);
      return found === undefined ? undefined : whole(composedAnnouncement(application, found));
    },
  },
  {
    type: Question,
    path: "/gatherings/{gathering}/polls/{poll}",
    load: async (application, { gathering = "", poll = "" }) => {
      const question = await composedPoll(application, gathering, poll, undefined);
      return question === undefined ? undefined : whole(questionDocument(question));
    },
  },
  {
    type: Question,
    path: "/gatherings/{gathering}/polls/{poll}/for/{person}",
    load: async (application, { gathering = "", poll = "", person = "" }, requester) => {
      if (!(await isRequester(application, person, requester))) return undefined;
      const question = await composedPoll(application, gathering, poll, person);
      return question === undefined ? undefined : whole(questionDocument(question));
    },
  },
  {
    type: Event,
    path: "/gatherings/{gathering}/sessions/{session}",
    load: async (application, { gathering = "", session = "" }) => {
      const event = await composedEvent(application, gathering, session);
      return event === undefined ? undefined : whole(eventDocument(event));
    },
  },
  {
    type: Question,
    path: "/gatherings/{gathering}/sessions/{session}/rsvp",
    load: async (application, { gathering = "", session = "" }) => {
      const question = await composedRsvp(application, gathering, session, undefined);
      return question === undefined ? undefined : whole(questionDocument(question));
    },
  },
  {
    type: Question,
    path: "/gatherings/{gathering}/sessions/{session}/rsvp/for/{person}",
    load: async (application, { gathering = "", session = "", person = "" }, requester) => {
      if (!(await isRequester(application, person, requester))) return undefined;
      const question = await composedRsvp(application, gathering, session, person);
      return question === undefined ? undefined : whole(questionDocument(question));
    },
  },
  ...outreachObjects,
  ...minutesObjects,
];

function whole(document: ActivityDocument): ActivityDocument {
  return { "@context": context, ...document };
}

/** Servers sign a fetch as an actor of theirs, seldom as the very person: the person's own server may see what it was sent. */
async function isRequester(
  application: Application,
  personId: string,
  requester: string | undefined,
): Promise<boolean> {
  const uri = (await contactOf(application.read, personId))?.actorUri;
  if (uri === undefined || requester === undefined) return false;
  return new URL(uri).origin === new URL(requester).origin;
}
