import type { Publisher } from "../../../kernel/federation/outgoing.ts";
import { actorUrl } from "../addresses.ts";
import { activity } from "../documents.ts";
import { composedCall } from "./composed-call.ts";

/** Asking for helpers: one post to everyone who follows the gathering. */
const calling: Publisher = {
  name: "gatherings/helpers",
  events: ["helpers-asked"],
  publish: async (application, event) => {
    const { gathering, call } = event.payload;
    if (typeof gathering !== "string" || typeof call !== "string") return [];
    const note = await composedCall(application, gathering, call);
    if (note === undefined) return [];
    const id = new URL(`/activities/${event.id}/create`, application.origin).href;
    const create = activity("Create", id, actorUrl(application.origin, gathering), note);
    return [{ from: gathering, activity: create, to: { kind: "followers" } }];
  },
};

/** What roles tell the fediverse. */
export const roleOutbox: readonly Publisher[] = [calling];
