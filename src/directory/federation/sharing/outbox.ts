import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { toldAtOnce } from "../../commands/sharing/tell-changes.ts";
import { toldChange } from "../../model/open-data/told-change.ts";
import { directoryActorId } from "../../model/sharing/directory-actor.ts";
import { isOurOwn } from "../../model/sharing/own-changes.ts";
import { changesAfter } from "../../store/open-data/changes.read.ts";
import { originById } from "../../store/sharing/origins.read.ts";
import { changesBeside, directoryActorUri, directoryFollowUri } from "./addresses.ts";

const context = "https://www.w3.org/ns/activitystreams";
const worldAudience = "https://www.w3.org/ns/activitystreams#Public";

/** So many characters of changes go along; who cannot be told so reads the feed. */
const MOST_CHARACTERS = 19_000;

/** Another directory is asked to be followed, or followed no more. */
const asking: Publisher = {
  name: "directory/asking-origins",
  events: ["directory-origin-asked", "directory-origin-unfollowed", "directory-origin-dropped"],
  publish: async ({ read, origin }, event) => {
    const { originId } = event.payload;
    const followed = typeof originId === "string" ? await originById(read, originId) : undefined;
    if (followed === undefined) return [];
    const actor = directoryActorUri(origin);
    const id = directoryFollowUri(origin, followed.followId);
    const object = followed.actorUri;
    const follow = { id, type: "Follow", actor, object, to: [object] };
    if (event.name === "directory-origin-asked") return [toOne(object, { "@context": context, ...follow })];
    return [
      toOne(object, { "@context": context, id: `${id}/undo`, type: "Undo", actor, to: [object], object: follow }),
    ];
  },
};

/** Programs that want to follow may; people, who would see nothing of it, may not. */
const answering: Publisher = {
  name: "directory/answering-followers",
  events: ["directory-follower-came", "directory-follower-declined"],
  publish: async ({ origin }, event) => {
    const { uri, followId } = event.payload;
    if (typeof uri !== "string" || typeof followId !== "string") return [];
    const actor = directoryActorUri(origin);
    const object = { id: followId, type: "Follow", actor: uri, object: actor };
    const type = event.name === "directory-follower-came" ? "Accept" : "Reject";
    const id = new URL(`/activities/${event.id}/answer`, origin).href;
    return [toOne(uri, { "@context": context, id, type, actor, to: [uri], object })];
  },
};

/** What this directory itself says, for those who follow it. */
const telling: Publisher = {
  name: "directory/telling-changes",
  events: ["directory-changes-told"],
  publish: async ({ read, origin }, event) => {
    const { after, from, upTo } = event.payload;
    if (typeof after !== "number" || typeof from !== "number" || typeof upTo !== "number") return [];
    const changes = (await changesAfter(read, from, toldAtOnce)).filter((one) => one.number <= upTo && isOurOwn(one));
    const actor = directoryActorUri(origin);
    const page = new URL("/directory", origin).href;
    const told = changes.map((change) => toldChange(origin, change));
    const whole = JSON.stringify({ actor, after, changes: told, last: upTo });
    // Whoever is told a number that lies ahead reads what is before it.
    const part = JSON.stringify({ actor, after: upTo, changes: [], last: upTo });
    const object = {
      id: changesBeside(page, after).href,
      type: "Document",
      attributedTo: actor,
      mediaType: "application/json",
      content: whole.length > MOST_CHARACTERS ? part : whole,
    };
    const id = new URL(`/activities/${event.id}/changes`, origin).href;
    const cc = [`${actor}/followers`];
    const update = { "@context": context, id, type: "Update", actor, to: [worldAudience], cc, object };
    return [{ from: directoryActorId, activity: update, to: { kind: "followers" } }];
  },
};

/** What this directory says to others. */
export const sharingOutbox: readonly Publisher[] = [asking, answering, telling];

function toOne(uri: string, activity: ActivityDocument): Outgoing {
  return { from: directoryActorId, activity, to: { kind: "actors", uris: [uri] } };
}
