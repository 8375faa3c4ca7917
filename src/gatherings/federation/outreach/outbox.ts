import type { Publisher } from "../../../kernel/federation/outgoing.ts";
import { actorUrl } from "../addresses.ts";
import { activity } from "../documents.ts";
import { composedInvitation } from "./invitation-document.ts";

/** An invitation, to the one who is asked. Its id derives from the target, so that sent again it is recognised as the same. */
export const inviting: Publisher = {
  name: "gatherings/inviting",
  events: ["target-asked"],
  publish: async (application, event) => {
    const { gathering, target } = event.payload;
    if (typeof gathering !== "string" || typeof target !== "string") return [];
    const invitation = await composedInvitation(application, gathering, target);
    if (invitation === undefined) return [];
    const { id, note, contactUri } = invitation;
    const create = activity("Create", `${id}/activity`, actorUrl(application.origin, gathering), note);
    const document = { ...create, "@context": "https://www.w3.org/ns/activitystreams" };
    return [{ from: gathering, activity: document, to: { kind: "actors", uris: [contactUri] } }];
  },
};
