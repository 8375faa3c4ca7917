import type { AnyRefusal, Result } from "../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../kernel/federation/received.ts";
import { communityById } from "../store/communities.read.ts";
import { localActorId } from "./addresses.ts";

/** What is said to somebody who asked a community by message to be let in or to leave, whether it was taken or not. */
export async function replyFrom(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  const named = [activity.objectId, ...(activity.object?.audience ?? []).slice(0, 50)];
  for (const uri of named) {
    const id = localActorId(reading.origin, uri);
    const community = id === undefined ? undefined : await communityById(reading.read, id);
    if (community === undefined) continue;
    const page = new URL(`/communities/${community.handle}`, reading.origin).href;
    return {
      from: community.id,
      key: `communities.answer.${keyOf(answer)}`,
      values: { community: community.name, page },
    };
  }
  return undefined;
}

const answeredRefusals = new Set([
  "invitation-needed",
  "kept-out",
  "not-a-member",
  "reason-needed",
  "successor-needed",
  "unread-message",
]);

function keyOf(answer: Result<unknown, AnyRefusal>): string {
  if (!answer.ok) return answeredRefusals.has(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
  const { value } = answer;
  if (typeof value !== "object" || value === null || !("standing" in value)) return "left";
  return value.standing === "member" ? "joined" : "waiting";
}
