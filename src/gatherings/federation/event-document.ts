import { endOf, startOf, type SessionTime } from "../model/session.ts";
import type { ActivityDocument } from "../../kernel/federation/outgoing.ts";
import { addressing, type Audience } from "../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../kernel/federation/html-from-text.ts";

/** One session as an event of the fediverse. */
export interface SessionEvent {
  readonly id: string;
  readonly actor: string;
  readonly url: string;
  readonly language: string;
  readonly title: string;
  /** Plain text with day, time, zone and place: Mastodon shows the name, this and the link, and nothing else. */
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly time: SessionTime;
  readonly place: string;
  readonly capacity: number | null;
  readonly freePlaces: number | null;
  readonly published: Temporal.Instant;
  readonly updated: Temporal.Instant | undefined;
  readonly isCancelled: boolean;
  readonly audience: Audience;
}

/**
 * The Event of one session after FEP-8a8e, with the fields by which Mobilizon lets people join and Gancio places it.
 *
 * A place that is an address of the web travels as a VirtualLocation with a name, without which Gancio answers 400.
 */
export function eventDocument(event: SessionEvent): ActivityDocument {
  const { time } = event;
  return {
    id: event.id,
    type: "Event",
    attributedTo: event.actor,
    organizers: [event.actor],
    url: event.url,
    name: event.title,
    summary: event.summary,
    content: htmlFromParagraphs(event.paragraphs),
    contentMap: { [event.language]: htmlFromParagraphs(event.paragraphs) },
    startTime: withOffset(startOf(time), time.zone),
    endTime: withOffset(endOf(time), time.zone),
    timezone: time.zone,
    location: locationOf(event.place),
    joinMode: "free",
    maximumAttendeeCapacity: event.capacity ?? undefined,
    remainingAttendeeCapacity: event.freePlaces ?? undefined,
    status: event.isCancelled ? "CANCELLED" : "CONFIRMED",
    published: event.published.toString(),
    updated: event.updated?.toString(),
    ...addressing(event.audience),
  };
}

function withOffset(instant: Temporal.Instant, zone: string): string {
  return instant.toString({ timeZone: zone, smallestUnit: "second" });
}

function locationOf(place: string): ActivityDocument | undefined {
  if (place === "") return undefined;
  if (/^https?:\/\/\S+$/.test(place)) return { type: "VirtualLocation", name: new URL(place).host, url: place };
  return { type: "Place", name: place };
}
