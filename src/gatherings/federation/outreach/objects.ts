import { Note } from "@fedify/vocab";
import type { ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { composedInvitation } from "./invitation-document.ts";

/** Invitations, each served to the server of whoever it was sent to, and to nobody else. */
export const outreachObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/gatherings/{gathering}/invitations/{target}",
    load: async (application, { gathering = "", target = "" }, requester) => {
      if (requester === undefined) return undefined;
      const invitation = await composedInvitation(application, gathering, target);
      const isTheirs = invitation !== undefined && new URL(invitation.contactUri).origin === new URL(requester).origin;
      return isTheirs ? { "@context": "https://www.w3.org/ns/activitystreams", ...invitation.note } : undefined;
    },
  },
];
