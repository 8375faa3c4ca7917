import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { gatheringById } from "../store/gatherings.read.ts";
import { matterOf } from "./addresses.ts";

/**
 * What is said to the sender when their act was not taken: their own server shows a late vote as cast, and only we can say
 * otherwise. What was taken is told of by notices, and by the page.
 */
export async function replyTo(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  if (answer.ok) return undefined;
  const gatheringId = gatheringOf(activity, reading.origin);
  const gathering = gatheringId === undefined ? undefined : await gatheringById(reading.read, gatheringId);
  if (gathering === undefined) return undefined;
  return {
    from: gathering.id,
    key: `gatherings.answer.${answerKeyOf(answer.refusal)}`,
    values: { title: gathering.title, page: new URL(`/gatherings/${gathering.id}`, reading.origin).href },
  };
}

const answered = new Set([
  "poll-closed",
  "rsvp-closed",
  "gathering-cancelled",
  "no-date-yet",
  "kept-out",
  "unreadable-reply",
  "unknown-slot",
  "party-exceeds-capacity",
  "no-room-for-larger-party",
  "no-audience-seats",
  "not-eligible",
  "seat-to-choose",
  "delegate-comes-alone",
  "rsvp-first",
  "which-item",
]);

function answerKeyOf(refusal: AnyRefusal): string {
  return answered.has(refusal.kind) ? refusal.kind : "not-taken";
}

function gatheringOf(activity: ReceivedActivity, origin: URL): string | undefined {
  const { inReplyTo, audience = [] } = activity.object ?? {};
  const pointed = [inReplyTo, activity.objectId, activity.inner?.objectId, ...audience];
  for (const uri of pointed) {
    const matter = uri === undefined ? undefined : matterOf(origin, uri);
    if (matter !== undefined) return matter.gatheringId;
  }
  return undefined;
}
