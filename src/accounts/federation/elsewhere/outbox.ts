import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import { directMessageActivity } from "../../../kernel/federation/deliveries/direct-message.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { contactById, contactsOf } from "../../store/elsewhere/contacts.read.ts";
import { answerToSend, saidById } from "../../store/elsewhere/said.read.ts";
import { followUri, personActorUri, voteUri } from "./addresses.ts";

const context = "https://www.w3.org/ns/activitystreams";
const worldAudience = "https://www.w3.org/ns/activitystreams#Public";

/** A wish to follow, and its end. */
const following: Publisher = {
  name: "accounts/following",
  events: ["follow-asked", "follow-ended"],
  publish: async ({ origin }, event) => {
    const { actorId, uri, followId } = event.payload;
    if (typeof actorId !== "string" || typeof uri !== "string" || typeof followId !== "string") return [];
    const actor = personActorUri(origin, actorId);
    const id = followUri(origin, followId);
    const follow = { "@context": context, id, type: "Follow", actor, object: uri, to: [uri] };
    if (event.name === "follow-asked") return [toOne(actorId, uri, follow)];
    const object = { id, type: "Follow", actor, object: uri };
    const undo = { "@context": context, id: `${id}/undo`, type: "Undo", actor, to: [uri], object };
    return [toOne(actorId, uri, undo)];
  },
};

/** The answer to whoever wants to follow one of our people. */
const declining: Publisher = {
  name: "accounts/declining-followers",
  events: ["follower-declined"],
  publish: async ({ origin }, event) => {
    const { actorId, uri, followId } = event.payload;
    if (typeof actorId !== "string" || typeof uri !== "string" || typeof followId !== "string") return [];
    const actor = personActorUri(origin, actorId);
    const object = { id: followId, type: "Follow", actor: uri, object: actor };
    const reject = { "@context": context, id: idOf(origin, event, "reject"), type: "Reject", actor, to: [uri], object };
    return [toOne(actorId, uri, reject)];
  },
};

/**
 * An answer to a native poll: for each option chosen a Note that names it and says nothing, to the author alone, as Mastodon sends
 * votes. GoToSocial takes no Note with content for a vote, and no two in one activity.
 */
const voting: Publisher = {
  name: "accounts/voting-elsewhere",
  events: ["poll-answered-elsewhere"],
  publish: async ({ read, origin }, event) => {
    const { actorId, postId } = event.payload;
    if (typeof actorId !== "string" || typeof postId !== "string") return [];
    const answer = await answerToSend(read, actorId, postId);
    if (answer === undefined) return [];
    const actor = personActorUri(origin, actorId);
    return answer.labels.map((name, place) => {
      const id = voteUri(origin, answer.id, place);
      const to = answer.author;
      const object = { id, type: "Note", name, attributedTo: actor, to, inReplyTo: answer.poll };
      return toOne(actorId, to, { "@context": context, id: `${id}/activity`, type: "Create", actor, to, object });
    });
  },
};

/** Words to one actor, who is mentioned: without that their server would not notice. */
const saying: Publisher = {
  name: "accounts/saying-elsewhere",
  events: ["said-elsewhere"],
  publish: async ({ read, origin }, event) => {
    const { saidId } = event.payload;
    const said = typeof saidId === "string" ? await saidById(read, saidId) : undefined;
    const contact = said && (await contactById(read, said.actor, said.contactId));
    if (said === undefined || contact === undefined) return [];
    const { text, inReplyTo } = said;
    const message = { from: said.actor, to: contact.uri, text, inReplyTo, language: undefined, key: said.id };
    return [toOne(said.actor, contact.uri, directMessageActivity(origin, message, contact.handle, said.saidAt))];
  },
};

/** Another name, for the servers that know the actor; its document goes along by itself. */
const changing: Publisher = {
  name: "accounts/changing-actor",
  events: ["person-actor-renamed"],
  publish: async (application, event) => {
    const { actorId } = event.payload;
    if (typeof actorId !== "string") return [];
    const uris = await knownTo(application, actorId);
    const actor = personActorUri(application.origin, actorId);
    const id = idOf(application.origin, event, "update");
    const update = { "@context": context, id, type: "Update", actor, to: [worldAudience], object: actor };
    return uris.length === 0 ? [] : [{ from: actorId, activity: update, to: { kind: "actors", uris } }];
  },
};

/** The end of an actor, for the servers that know it. */
const leaving: Publisher = {
  name: "accounts/closing-actor",
  events: ["person-actor-closed"],
  publish: async ({ origin }, event) => {
    const { actorId, told } = event.payload;
    if (typeof actorId !== "string" || !Array.isArray(told)) return [];
    const uris = told.filter((uri) => typeof uri === "string");
    const actor = personActorUri(origin, actorId);
    const id = idOf(origin, event, "delete");
    const farewell = { "@context": context, id, type: "Delete", actor, to: [worldAudience], object: actor };
    return uris.length === 0 ? [] : [{ from: actorId, activity: farewell, to: { kind: "actors", uris } }];
  },
};

/** What people who take part elsewhere say to other servers. */
export const elsewhereOutbox: readonly Publisher[] = [following, declining, voting, saying, changing, leaving];

async function knownTo(application: Application, actorId: string): Promise<readonly string[]> {
  const contacts = await contactsOf(application.read, actorId);
  return contacts.filter(({ isShutOut }) => !isShutOut).map(({ uri }) => uri);
}

function toOne(from: string, uri: string, activity: ActivityDocument): Outgoing {
  return { from, activity, to: { kind: "actors", uris: [uri] } };
}

/** Activity ids derive from the event, so that one delivered twice is recognised as the same. */
function idOf(origin: URL, event: LoggedEvent, what: string): string {
  return new URL(`/activities/${event.id}/${what}`, origin).href;
}
