import { Note } from "@fedify/vocab";
import type { ObjectRoute } from "../../kernel/federation/outgoing.ts";
import { announcementById } from "../store/announcements.read.ts";
import { announcementDocument } from "./announcement-document.ts";
import { context } from "./documents.ts";

/** The objects of communities, each at the address of its page. What was withdrawn is not there. */
export const communityObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/announcements/{id}",
    load: async (application, { id = "" }) => {
      const announcement = await announcementById(application.read, id);
      if (announcement === undefined || announcement.isWithdrawn) return undefined;
      return { "@context": context, ...announcementDocument(application.origin, announcement) };
    },
  },
];
