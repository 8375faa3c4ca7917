import type { Application } from "../../kernel/application.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import { actorUrl, announcementUrl, fullHandle, gatheringUrl } from "./addresses.ts";
import { voiceOf } from "./composed-poll.ts";
import { addressing, worldAudience } from "../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../kernel/federation/html-from-text.ts";

/** The gathering's first post: what is planned, and that following it or replying "add me" is enough to hear more. */
export function composedAnnouncement(application: Application, gathering: Gathering): ActivityDocument {
  const { origin } = application;
  const t = voiceOf(application, gathering);
  const content = htmlFromParagraphs([
    t("gatherings.fediverse.announcement.what", { title: gathering.title, purpose: gathering.purpose }),
    t("gatherings.fediverse.announcement.how", { handle: fullHandle(origin, gathering) }),
    gatheringUrl(origin, gathering.id),
  ]);
  const actor = actorUrl(origin, gathering.id);
  return {
    id: announcementUrl(origin, gathering.id),
    type: "Note",
    attributedTo: actor,
    url: gatheringUrl(origin, gathering.id),
    content,
    contentMap: { [gathering.language]: content },
    published: gathering.announcedAt.toString(),
    ...addressing(worldAudience(actor)),
  };
}
