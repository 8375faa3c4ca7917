import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { helperCallById, roleHoldersOf } from "../../store/roles/roles.read.ts";
import { actorUrl, gatheringUrl } from "../addresses.ts";
import { voiceOf } from "../composed-poll.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";

/** The post by which a gathering asks for helpers; undefined when there is none. */
export async function composedCall(
  application: Application,
  gatheringId: string,
  callId: string,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const [gathering, call] = [await gatheringById(read, gatheringId), await helperCallById(read, callId)];
  if (gathering === undefined || call?.gatheringId !== gathering.id) return undefined;
  const t = voiceOf(application, gathering);
  const held = new Set((await roleHoldersOf(read, gathering.id)).map(({ role }) => role));
  // Fetched later it asks for what is still missing; when nothing is, for what it asked then.
  const missing = call.roles.filter((role) => !held.has(role));
  const asked = missing.length === 0 ? call.roles : missing;
  const page = `${gatheringUrl(origin, gathering.id)}/roles`;
  const content = htmlFromParagraphs([
    t("gatherings.roles.call.what", {
      title: gathering.title,
      roles: t.list(asked.map((role) => t(`gatherings.roles.name.${role}`))),
    }),
    t("gatherings.roles.call.how"),
    page,
  ]);
  const actor = actorUrl(origin, gathering.id);
  return {
    id: `${gatheringUrl(origin, gathering.id)}/helpers/${call.id}`,
    type: "Note",
    attributedTo: actor,
    url: page,
    content,
    contentMap: { [gathering.language]: content },
    published: call.askedAt.toString(),
    ...addressing(worldAudience(actor)),
  };
}
