import type { Application } from "../../kernel/application.ts";
import { isLanguage } from "../../kernel/i18n/language.ts";
import { endOf } from "../model/session.ts";
import type { Gathering } from "../store/gatherings.read.ts";
import type { Target } from "../store/outreach/targets.read.ts";
import { sessionsOf } from "../store/sessions.read.ts";

/** A letter to one address; the same id each time it is sent. */
export interface OutreachLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

/** Sends a letter at once; throws when the mail server does not take it. Undefined where e-mail is off. */
export type SendLetter = ((letter: OutreachLetter) => Promise<void>) | undefined;

/** The letter that asks one person, in their language, with the link by which it is answered. */
export async function outreachLetter(
  application: Application,
  gathering: Gathering,
  target: Target,
  token: string,
): Promise<OutreachLetter> {
  const [primary = ""] = (target.language ?? gathering.language).split("-");
  const t = application.translations.translator(isLanguage(primary) ? primary : "en", gathering.zone);
  const session = (await sessionsOf(application.read, gathering.id)).find(
    ({ cancelledAt }) => cancelledAt === undefined,
  );
  const path = `/gatherings/${gathering.id}`;
  const text = [
    t("gatherings.outreach.invitation.what", { title: gathering.title, purpose: gathering.purpose, instance: "none" }),
    session === undefined
      ? t("gatherings.outreach.invitation.undated")
      : t.dateTimeRange(session.startsAt, endOf(session.time), session.time.zone),
    t("gatherings.outreach.letter.how"),
    new URL(`${path}/answer/${token}`, application.origin).href,
    t("gatherings.outreach.letter.why", { page: new URL(path, application.origin).href }),
  ].join("\n\n");
  const subject = t("gatherings.outreach.letter.subject", { title: gathering.title });
  return { to: target.address, subject, text, id: `outreach.${target.id}` };
}
