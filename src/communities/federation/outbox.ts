import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import { serverActorId } from "../../kernel/federation/local-actor.ts";
import type { ActivityDocument, Outgoing, OutgoingAudience, Publisher } from "../../kernel/federation/outgoing.ts";
import { announcementById } from "../store/announcements.read.ts";
import { reportById } from "../store/reports.read.ts";
import { activityUri, actorUri, announcementUri, shareUri } from "./addresses.ts";
import { announcementDocument } from "./announcement-document.ts";
import { context, publicAudience, worldAudience } from "./documents.ts";

/** The answer to a Follow: of a community, and of whatever else lets itself be listened to by the same commands. */
const answeringFollows: Publisher = {
  name: "communities/answering-follows",
  events: ["listening-started", "listening-approved", "listening-declined", "listening-stopped"],
  publish: async (application, event) => {
    const { actorId, uri, followId, waits } = event.payload;
    if (typeof actorId !== "string" || typeof uri !== "string" || typeof followId !== "string" || waits === true) {
      return [];
    }
    const isYes = event.name === "listening-started" || event.name === "listening-approved";
    const actor = actorUri(application.origin, actorId);
    const answer = {
      id: activityUri(application.origin, event, isYes ? "accept" : "reject"),
      type: isYes ? "Accept" : "Reject",
      actor,
      to: [uri],
      object: { id: followId, type: "Follow", actor: uri, object: actor },
    };
    return [outgoing(actorId, answer, { kind: "actors", uris: [uri] })];
  },
};

/** What stewards say in the community's name, and its withdrawal. */
const announcing: Publisher = {
  name: "communities/announcing",
  events: ["announcement-made", "announcement-withdrawn"],
  publish: async (application, event) => {
    const { announcementId } = event.payload;
    const announcement =
      typeof announcementId === "string" ? await announcementById(application.read, announcementId) : undefined;
    if (announcement === undefined) return [];
    if (event.name === "announcement-withdrawn") return [withdrawal(application, event, announcement)];
    // Taken back before it went out: then there is nothing to say.
    if (announcement.isWithdrawn) return [];
    const object = announcementDocument(application.origin, announcement);
    const create = {
      id: activityUri(application.origin, event, "create"),
      type: "Create",
      actor: actorUri(application.origin, announcement.communityId),
      to: object["to"],
      cc: object["cc"],
      published: object["published"],
      object,
    };
    return [outgoing(announcement.communityId, create, { kind: "followers" })];
  },
};

/** A member's post passed on to all who listen, and taken back. */
const sharing: Publisher = {
  name: "communities/sharing",
  events: ["post-shared", "post-unshared"],
  publish: async (application, event) => {
    const { communityId, shareId, uri, authorUri } = event.payload;
    if (typeof communityId !== "string" || typeof shareId !== "string" || typeof uri !== "string") return [];
    const actor = actorUri(application.origin, communityId);
    const { to, cc } = worldAudience(actor);
    const share = { id: shareUri(application.origin, shareId), type: "Announce", actor, object: uri };
    if (event.name === "post-unshared") {
      const undo = { id: activityUri(application.origin, event, "undo"), type: "Undo", actor, to, cc, object: share };
      return [outgoing(communityId, undo, { kind: "followers" })];
    }
    const readers = typeof authorUri === "string" ? [...cc, authorUri] : cc;
    const announce = { ...share, to, cc: readers, published: event.at.toString() };
    return [outgoing(communityId, announce, { kind: "followers" })];
  },
};

/** A complaint passed on to the server of the account. The server speaks, so that nobody learns who complained. */
const reporting: Publisher = {
  name: "communities/reporting",
  events: ["report-forwarded"],
  publish: async (application, event) => {
    const { reportId } = event.payload;
    const report = typeof reportId === "string" ? await reportById(application.read, event.chain, reportId) : undefined;
    if (report === undefined) return [];
    const flag = {
      id: activityUri(application.origin, event, "flag"),
      type: "Flag",
      actor: actorUri(application.origin, serverActorId),
      to: [report.account],
      content: report.text,
      object: [report.account, ...report.objects.filter((address) => URL.canParse(address))],
    };
    return [outgoing(serverActorId, flag, { kind: "actors", uris: [report.account] })];
  },
};

/** What a community says of itself, once it says something else; the sender's document goes along by itself. */
const changing: Publisher = {
  name: "communities/changing",
  events: ["community-profile-changed", "community-rules-changed"],
  publish: async (application, event) => {
    const actor = actorUri(application.origin, event.chain);
    const id = activityUri(application.origin, event, "update");
    const update = { id, type: "Update", actor, ...worldAudience(actor), object: actor };
    return [outgoing(event.chain, update, { kind: "followers" })];
  },
};

/** What communities tell the fediverse. */
export const communityOutbox: readonly Publisher[] = [answeringFollows, changing, announcing, sharing, reporting];

function withdrawal(
  application: Application,
  event: LoggedEvent,
  announcement: { readonly id: string; readonly communityId: string },
): Outgoing {
  const remove = {
    id: activityUri(application.origin, event, "delete"),
    type: "Delete",
    actor: actorUri(application.origin, announcement.communityId),
    to: [publicAudience],
    object: { id: announcementUri(application.origin, announcement.id), type: "Tombstone" },
  };
  return outgoing(announcement.communityId, remove, { kind: "followers" });
}

function outgoing(from: string, document: ActivityDocument, to: OutgoingAudience): Outgoing {
  return { from, activity: { "@context": context, ...document }, to };
}
