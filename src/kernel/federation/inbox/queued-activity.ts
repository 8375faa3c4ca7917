import type { Json } from "../../base/canonical-json.ts";
import type { ReceivedActivity, ReceivedObject, ReceivedPoll } from "../received.ts";

/** A received activity as it waits in the queue. */
export function jsonFromActivity(activity: ReceivedActivity): Json {
  // Instants write themselves as text; what is left is JSON.
  return JSON.parse(JSON.stringify(activity)) as Json;
}

/** The reverse of {@link jsonFromActivity}. */
export function activityFromJson(json: Json): ReceivedActivity {
  // Parsing at the edge: only `jsonFromActivity` wrote it. JSON knows neither undefined nor instants.
  const activity = json as unknown as ReceivedActivity;
  const { actor, object, objectId, inner, target, text } = activity;
  return {
    ...activity,
    objectId,
    inner,
    target,
    text,
    movedTo: undefined,
    receivedAt: Temporal.Instant.from(String(activity.receivedAt)),
    actor: {
      ...actor,
      sharedInbox: actor.sharedInbox,
      followers: actor.followers,
      movedTo: actor.movedTo,
      keyChangedAt: instant(actor.keyChangedAt),
    },
    object:
      object === undefined ? undefined : { ...object, published: instant(object.published), poll: pollFrom(object) },
  };
}

function pollFrom({ poll }: ReceivedObject): ReceivedPoll | undefined {
  return poll === undefined ? undefined : { ...poll, endsAt: instant(poll.endsAt) };
}

function instant(written: Temporal.Instant | undefined): Temporal.Instant | undefined {
  return written === undefined ? undefined : Temporal.Instant.from(String(written));
}
