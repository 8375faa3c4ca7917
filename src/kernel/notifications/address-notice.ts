import type { Application } from "../application.ts";
import { isTimeZone, microsecondsFromInstant } from "../base/time.ts";
import { spokenLanguage } from "../i18n/choose-language.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Contact, Way } from "./contact.ts";
import type { NoticeValue } from "./notice.ts";
import type { Unspoken } from "./notice-words.ts";
import { noticeTables, type NoticeRow } from "./notices.tables.ts";
import type { NoticeMail, NotificationOptions } from "./notification-options.ts";
import { quietUntil } from "./quiet-hours.ts";

/** A notice that can go out now. */
export type Addressed = {
  readonly kind: "send";
  readonly to: string;
  readonly t: Translator;
  readonly unspoken: Unspoken;
  readonly personId: string;
} & ({ readonly way: "fediverse" } | { readonly way: "email"; readonly mail: NoticeMail });

/** A notice that goes out later: after the quiet hours, or after those before it. */
export interface Delay {
  readonly kind: "delay";
  readonly state: "held" | "queued";
  readonly until: Temporal.Instant;
}

/** A notice that never goes out. */
export interface Drop {
  readonly kind: "drop";
  readonly reason: DropReason;
}

/** Why nothing is sent: nobody to tell, told before, not wanted, no way there, or no news any more. */
export type DropReason = "nobody" | "told-already" | "not-wanted" | "no-address" | "email-off" | "too-late";

/** How long a notice lets those before it go first, before it looks again. */
const TURN = Temporal.Duration.from({ seconds: 30 });
/** After this time one that is stuck holds the others up no more. */
const LONGEST_WAIT = Temporal.Duration.from({ hours: 24 });

/** Decides what becomes of a notice now. */
export async function addressOf(
  application: Application,
  options: NotificationOptions,
  notice: NoticeRow,
): Promise<Addressed | Delay | Drop> {
  const now = application.clock();
  if (notice.until !== null && notice.until <= microsecondsFromInstant(now)) return drop("too-late");
  if (notice.is_to_actor === 1) return toActor(application, options, notice, notice.sent_to ?? "");
  const contact = await options.people.contactOf(application.read, notice.recipient);
  if (contact === undefined) return drop("nobody");
  if (await wasTold(application, contact, notice)) return drop("told-already");
  const addressed = byWay(application, options, notice, contact);
  if (addressed.kind === "drop" || notice.is_urgent === 1) return addressed;
  const quiet = contact.quietHours;
  const end = quiet === undefined ? undefined : quietUntil(quiet, addressed.t.zone, now);
  if (end !== undefined) return { kind: "delay", state: "held", until: end };
  if (await hasPredecessor(application, notice)) return { kind: "delay", state: "queued", until: now.add(TURN) };
  return addressed;
}

function byWay(
  application: Application,
  options: NotificationOptions,
  notice: NoticeRow,
  contact: Contact,
): Addressed | Drop {
  const way: Way = contact.ways[notice.kind] ?? "none";
  const t = translatorFor(application, options, contact.language, contact.zone);
  const about = { kind: "send", t, personId: contact.personId } as const;
  switch (way) {
    case "none":
      return drop("not-wanted");
    case "fediverse":
      if (contact.actorUri === undefined) return drop("no-address");
      return { ...about, way, to: contact.actorUri, unspoken: unspokenOf(application, notice) };
    case "email":
      if (contact.email === undefined) return drop("no-address");
      if (options.mail === undefined) return drop("email-off");
      return { ...about, way, to: contact.email, unspoken: unspokenOf(application, notice), mail: options.mail };
  }
}

/** The answer to a message goes back by the way it came, whatever its sender chose for news. */
async function toActor(
  application: Application,
  options: NotificationOptions,
  notice: NoticeRow,
  uri: string,
): Promise<Addressed> {
  const personId = await options.people.personByActor(application.read, uri);
  const contact = personId === undefined ? undefined : await options.people.contactOf(application.read, personId);
  const t = translatorFor(application, options, contact?.language ?? notice.language ?? undefined, contact?.zone);
  const unspoken = unspokenOf(application, notice);
  return { kind: "send", way: "fediverse", to: uri, t, unspoken, personId: personId ?? notice.recipient };
}

function translatorFor(
  application: Application,
  options: NotificationOptions,
  language: string | undefined,
  zone: string | undefined,
): Translator {
  const server = options.server();
  const spoken = language === undefined ? undefined : spokenLanguage(language);
  const known = zone !== undefined && isTimeZone(zone) ? zone : server.zone;
  return application.translations.translator(spoken ?? server.language, known);
}

function unspokenOf(application: Application, notice: NoticeRow): Unspoken {
  const values = JSON.parse(notice.message_values) as Readonly<Record<string, NoticeValue>>;
  const link = notice.path === null ? undefined : new URL(notice.path, application.origin).href;
  return { key: notice.message_key, values, link };
}

/** Whether this matter went to the same human being under another id, before two people turned out to be one. */
async function wasTold(application: Application, contact: Contact, notice: NoticeRow): Promise<boolean> {
  if (contact.personId === notice.recipient) return false;
  const told = await noticeTables(application.read)
    .selectFrom("notices")
    .select("id")
    .where("recipient", "=", contact.personId)
    .where("matter", "=", notice.matter)
    .executeTakeFirst();
  return told !== undefined;
}

/** Whether something that was due to the same person before is still to go: order is kept, but nobody waits for ever. */
async function hasPredecessor(application: Application, notice: NoticeRow): Promise<boolean> {
  const now = application.clock();
  const before = await noticeTables(application.read)
    .selectFrom("notices")
    .select("id")
    .where("recipient", "=", notice.recipient)
    .where("state", "in", ["queued", "held"])
    .where("id", "<", notice.id)
    .where("is_urgent", "=", 0)
    .where("due_at", "<=", microsecondsFromInstant(now))
    .where("due_at", ">", microsecondsFromInstant(now.subtract(LONGEST_WAIT)))
    .limit(1)
    .executeTakeFirst();
  return before !== undefined;
}

function drop(reason: DropReason): Drop {
  return { kind: "drop", reason };
}
