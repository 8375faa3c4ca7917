import { Note, Question } from "@fedify/vocab";
import { contactOf } from "../../accounts/index.ts";
import type { Application } from "../../kernel/application.ts";
import { pollContext } from "../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, ObjectRoute } from "../../kernel/federation/outgoing.ts";
import { consentObjects } from "./consent/consent-objects.ts";
import { composedBallot } from "./composed-ballot.ts";
import { composedOutcome } from "./composed-outcome.ts";
import { composedPost } from "./composed-post.ts";
import { lifecycleObjects } from "./lifecycle/lifecycle-objects.ts";
import { registerObjects } from "./register/objects.ts";
import { requestObjects } from "./requests/request-objects.ts";
import { threadObjects } from "./threads/objects.ts";

/** The objects of decisions, each served at its own address as it stands now. What is for members alone is served to nobody. */
export const decisionObjects: readonly ObjectRoute[] = [
  ...consentObjects,
  {
    type: Note,
    path: "/posts/{post}",
    load: async (application, { post = "" }) => whole(await composedPost(application, post)),
  },
  {
    type: Question,
    path: "/proposals/{proposal}/ballot",
    load: async (application, { proposal = "" }) => whole(await composedBallot(application, proposal, undefined)),
  },
  {
    type: Question,
    path: "/proposals/{proposal}/ballot/for/{person}",
    load: async (application, { proposal = "", person = "" }, requester) => {
      if (!(await isRequester(application, person, requester))) return undefined;
      return whole(await composedBallot(application, proposal, person));
    },
  },
  {
    type: Note,
    path: "/proposals/{proposal}/outcome",
    load: async (application, { proposal = "" }) => whole(await composedOutcome(application, proposal, 1)),
  },
  ...lifecycleObjects,
  ...threadObjects,
  ...registerObjects,
  ...requestObjects,
];

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": pollContext, ...document };
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
