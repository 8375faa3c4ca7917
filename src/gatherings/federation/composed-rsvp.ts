import type { Application } from "../../kernel/application.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";
import type { RsvpAnswer } from "../model/rsvp.ts";
import { endOf } from "../model/session.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { placesInAll } from "../model/seats/seating.ts";
import { seatingOf } from "../store/seats/seats.read.ts";
import { peopleAt, rsvpsOfPerson, rsvpTotals, sessionById, type HeldSession } from "../store/sessions.read.ts";
import { agendaParagraphs } from "./agenda/agenda-text.ts";
import { actorUrl, gatheringUrl, rsvpUrl, sessionUrl } from "./addresses.ts";
import { audienceOf, voiceOf } from "./composed-poll.ts";
import { worldAudience } from "../../kernel/federation/documents/addressing.ts";
import type { SessionEvent } from "./event-document.ts";
import type { NativeQuestion } from "../../kernel/federation/documents/native-question.ts";

/** The options of the poll that asks who comes, in its order; an audience seat is asked for by reply or on the web. */
export const rsvpOptions = ["going", "maybe", "not-going"] as const satisfies readonly RsvpAnswer[];

/** The text of an option; a vote names it exactly. */
function rsvpLabel(t: Translator, answer: (typeof rsvpOptions)[number]): string {
  return t(`gatherings.rsvp.${answer}`);
}

/** The native poll that asks who comes to one session, as it stands now; see `composedPoll` for `personId`. */
export async function composedRsvp(
  application: Application,
  gatheringId: string,
  sessionId: string,
  personId: string | undefined,
): Promise<NativeQuestion | undefined> {
  const { read, origin } = application;
  const [gathering, session] = [await gatheringById(read, gatheringId), await sessionById(read, sessionId)];
  if (gathering === undefined || session === undefined || session.gatheringId !== gathering.id) return undefined;
  const audience = await audienceOf(application, gathering, personId);
  if (audience === undefined) return undefined;
  const t = voiceOf(application, gathering);
  const votes = await votesOf(application, session, personId);
  return {
    id: rsvpUrl(origin, gathering.id, session.id, personId),
    actor: actorUrl(origin, gathering.id),
    url: gatheringUrl(origin, gathering.id),
    language: gathering.language,
    paragraphs: [
      ...(audience.mention === undefined ? [] : [audience.mention.handle]),
      t("gatherings.fediverse.rsvp.ask", { title: gathering.title, when: whenInWords(t, session) }),
      ...(gathering.place === "" ? [] : [t("gatherings.fediverse.place", { place: gathering.place })]),
      t("gatherings.fediverse.rsvp.how"),
      gatheringUrl(origin, gathering.id),
    ],
    options: rsvpOptions.map((answer) => ({ label: rsvpLabel(t, answer), votes: votes.get(answer) ?? 0 })),
    choice: "one",
    voters: Array.from(votes.values()).reduce((sum, count) => sum + count, 0),
    published: session.setAt,
    endTime: session.startsAt,
    closed: session.cancelledAt,
    audience,
  };
}

/** The event of one session, as it stands now. */
export async function composedEvent(
  application: Application,
  gatheringId: string,
  sessionId: string,
): Promise<SessionEvent | undefined> {
  const { read, origin } = application;
  const [gathering, session] = [await gatheringById(read, gatheringId), await sessionById(read, sessionId)];
  if (gathering === undefined || session === undefined || session.gatheringId !== gathering.id) return undefined;
  const t = voiceOf(application, gathering);
  const when = whenInWords(t, session);
  const taken = peopleAt(await rsvpTotals(read, session.id), "going", "confirmed");
  const capacity = placesInAll((await seatingOf(read, gathering)).seats);
  const { place } = gathering;
  return {
    id: sessionUrl(origin, gathering.id, session.id),
    actor: actorUrl(origin, gathering.id),
    url: gatheringUrl(origin, gathering.id),
    language: gathering.language,
    title: gathering.title,
    summary: place === "" ? when : t("gatherings.fediverse.event.summary", { when, place }),
    paragraphs: [
      gathering.purpose,
      ...(gathering.description === "" ? [] : [gathering.description]),
      when,
      ...(await agendaParagraphs(read, t, session)),
    ],
    time: session.time,
    place,
    capacity,
    freePlaces: capacity === null ? null : Math.max(0, capacity - taken),
    published: session.setAt,
    updated: session.sequence === 0 ? undefined : gathering.changedAt,
    isCancelled: session.cancelledAt !== undefined,
    audience: worldAudience(actorUrl(origin, gathering.id)),
  };
}

/** Day, time and zone of a session, with the end. */
function whenInWords(t: Translator, session: HeldSession): string {
  return t.dateTimeRange(session.startsAt, endOf(session.time), session.time.zone);
}

async function votesOf(
  application: Application,
  session: HeldSession,
  personId: string | undefined,
): Promise<ReadonlyMap<RsvpAnswer, number>> {
  if (personId !== undefined) {
    const own = (await rsvpsOfPerson(application.read, session.gatheringId, personId)).get(session.id);
    return new Map(own === undefined ? [] : [[own.answer, 1]]);
  }
  const counts = new Map<RsvpAnswer, number>();
  for (const total of await rsvpTotals(application.read, session.id)) {
    counts.set(total.answer, (counts.get(total.answer) ?? 0) + total.entries);
  }
  return counts;
}
