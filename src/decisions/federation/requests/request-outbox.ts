import type { LoggedEvent } from "../../../kernel/activity-log/event.ts";
import type { Application } from "../../../kernel/application.ts";
import { activityAround, pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, Outgoing, Publisher } from "../../../kernel/federation/outgoing.ts";
import { activityUrl, actorUrl } from "../addresses.ts";
import { composedMove, composedRequest } from "./composed-request.ts";

/** A request that moves: its Article goes out when it first asks for comments; from then on it is updated, and a Note tells of the move. */
const moving: Publisher = {
  name: "decisions/moving-requests",
  events: ["request-moved"],
  publish: async (application, event) => {
    const id = textIn(event, "request");
    const place = event.payload["place"];
    const article = await composedRequest(application, id);
    if (article === undefined || typeof place !== "number") return [];
    const note = await composedMove(application, id, place);
    if (note === undefined) return [toFollowers(application, event, "Create", article)];
    return [toFollowers(application, event, "Update", article), toFollowers(application, event, "Create", note)];
  },
};

/** New words of a request that is out. */
const writing: Publisher = {
  name: "decisions/writing-requests",
  events: ["request-written"],
  publish: async (application, event) => {
    const article = await composedRequest(application, textIn(event, "request"));
    return article === undefined ? [] : [toFollowers(application, event, "Update", article)];
  },
};

/** What requests for comments tell the fediverse. The community speaks, whose chain the event is in. */
export const requestOutbox: readonly Publisher[] = [moving, writing];

function toFollowers(
  { origin }: Application,
  event: LoggedEvent,
  type: "Create" | "Update",
  document: ActivityDocument,
): Outgoing {
  const id = activityUrl(origin, event, type.toLowerCase());
  const activity = activityAround(pollContext, type, id, actorUrl(origin, event.chain), document);
  return { from: event.chain, activity, to: { kind: "followers" } };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
