import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import { endOf } from "../../model/session.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { targetById } from "../../store/outreach/targets.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { actorUrl, gatheringUrl, invitationUrl } from "../addresses.ts";
import { addressing, personalAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";

/** An invitation as it goes out, and to whom. */
export interface Invitation {
  readonly id: string;
  readonly note: ActivityDocument;
  readonly contactUri: string;
}

/** The message that asks one target, in its language; undefined when it was not asked, or its contact is forgotten. */
export async function composedInvitation(
  application: Application,
  gatheringId: string,
  targetId: string,
): Promise<Invitation | undefined> {
  const { origin, read } = application;
  const [gathering, target] = [await gatheringById(read, gatheringId), await targetById(read, targetId)];
  if (gathering === undefined || target?.gatheringId !== gathering.id || target.state !== "asked") return undefined;
  if (target.kind === "email" || target.contact === undefined || target.askedAt === undefined) return undefined;
  const [primary = ""] = (target.askedLanguage ?? gathering.language).split("-");
  const language = isLanguage(primary) ? primary : "en";
  const t = application.translations.translator(language, gathering.zone);
  const session = (await sessionsOf(read, gathering.id)).find(({ cancelledAt }) => cancelledAt === undefined);
  const { contact } = target;
  const instance = target.kind === "instance" ? target.address : "none";
  const content = htmlFromParagraphs([
    contact.handle,
    t("gatherings.outreach.invitation.what", { title: gathering.title, purpose: gathering.purpose, instance }),
    session === undefined
      ? t("gatherings.outreach.invitation.undated")
      : t.dateTimeRange(session.startsAt, endOf(session.time), session.time.zone),
    t("gatherings.outreach.invitation.how", { instance }),
    gatheringUrl(origin, gathering.id),
    t("gatherings.outreach.invitation.stop"),
  ]);
  const actor = actorUrl(origin, gathering.id);
  const id = invitationUrl(origin, gathering.id, target.id);
  const note = {
    id,
    type: "Note",
    attributedTo: actor,
    url: gatheringUrl(origin, gathering.id),
    content,
    contentMap: { [language]: content },
    published: target.askedAt.toString({ smallestUnit: "second" }),
    ...addressing(personalAudience(contact)),
  };
  return { id, note, contactUri: contact.uri };
}
