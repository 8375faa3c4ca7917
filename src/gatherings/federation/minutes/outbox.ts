import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { gatheringById, type Gathering } from "../../store/gatherings.read.ts";
import { actorUrl } from "../addresses.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { activity, context } from "../documents.ts";
import { composedMinutes, composedMinutesNote, minutesNoteUrl } from "./composed-minutes.ts";

/** Published minutes: the Article, the short Note, and the community's boost of it, by which its followers hear. */
const publishing: Publisher = {
  name: "gatherings/publishing-minutes",
  events: ["minutes-published"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    if (gathering === undefined) return [];
    const article = await composedMinutes(application, gathering);
    const note = await composedMinutesNote(application, gathering);
    if (article === undefined || note === undefined) return [];
    const actor = actorUrl(application.origin, gathering.id);
    return [
      toFollowers(gathering.id, activity("Create", idOf(application, event, "article"), actor, article)),
      toFollowers(gathering.id, activity("Create", idOf(application, event, "note"), actor, note)),
      boost(application, event, gathering),
    ];
  },
};

/** A correction that stays visible, or a name that is to go: the Article anew. */
const correcting: Publisher = {
  name: "gatherings/correcting-minutes",
  events: ["minutes-changed"],
  publish: async (application, event) => {
    const gathering = await gatheringOf(application, event);
    const article = gathering === undefined ? undefined : await composedMinutes(application, gathering);
    if (gathering === undefined || article === undefined) return [];
    const actor = actorUrl(application.origin, gathering.id);
    return [toFollowers(gathering.id, activity("Update", idOf(application, event, "article"), actor, article))];
  },
};

/** What minutes tell the fediverse. */
export const minutesOutbox: readonly Publisher[] = [publishing, correcting];

function boost(application: Application, event: LoggedEvent, gathering: Gathering): Outgoing {
  const community = actorUrl(application.origin, gathering.communityId);
  const { to, cc } = addressing(worldAudience(community));
  return toFollowers(gathering.communityId, {
    "@context": context,
    id: idOf(application, event, "announce"),
    type: "Announce",
    actor: community,
    object: minutesNoteUrl(application.origin, gathering.id),
    published: event.at.toString(),
    to,
    cc,
  });
}

async function gatheringOf(application: Application, event: LoggedEvent): Promise<Gathering | undefined> {
  const id = event.payload["gathering"];
  return typeof id === "string" ? gatheringById(application.read, id) : undefined;
}

/** Activity ids derive from the event, so that one delivered twice is recognised as the same. */
function idOf(application: Application, event: LoggedEvent, what: string): string {
  return new URL(`/activities/${event.id}/minutes-${what}`, application.origin).href;
}

function toFollowers(from: string, document: ActivityDocument): Outgoing {
  return { from, activity: document, to: { kind: "followers" } };
}
