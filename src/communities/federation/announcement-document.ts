import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import { htmlFromMarkdown } from "../../kernel/text/markdown.ts";
import type { Announcement } from "../store/announcements.read.ts";
import { actorUri, announcementUri } from "./addresses.ts";
import { worldAudience } from "./documents.ts";

/** What a community said, as a Note in its name; who of the stewards wrote it stays here. */
export function announcementDocument(origin: URL, announcement: Announcement): ActivityDocument {
  const id = announcementUri(origin, announcement.id);
  const actor = actorUri(origin, announcement.communityId);
  const html = htmlFromMarkdown(announcement.text).trim();
  return {
    id,
    type: "Note",
    attributedTo: actor,
    url: id,
    content: html,
    contentMap: { [announcement.language]: html },
    published: announcement.publishedAt.toString(),
    ...worldAudience(actor),
  };
}
