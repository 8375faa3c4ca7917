import type { Subscriber } from "../../activity-log/subscribers.ts";
import type { Write } from "../../database/database.ts";
import { localActorUri, type ActorKeys } from "../keys/actor-keys.ts";
import type { LocalActors } from "../local-actors.ts";
import type { Outgoing, Publisher } from "../outgoing.ts";
import { actorDocument } from "../serving/actor-documents.ts";
import { documentFrom } from "../serving/objects.ts";
import { composeActivity } from "./compose.ts";
import type { Say } from "./say.ts";

/**
 * Publishers as subscribers to the log. The ids of what they publish derive from the event's, and what was said is not said again,
 * so an event that is told twice is published once.
 */
export function publishingSubscribers(
  publishers: readonly Publisher[],
  keys: ActorKeys,
  actors: Pick<LocalActors, "byId">,
  say: Say,
): readonly Subscriber[] {
  return publishers.map((publisher) => ({
    name: `publish/${publisher.name}`,
    events: publisher.events,
    handle: async (application, event) => {
      const outgoings = await publisher.publish(application, event);
      const said: Write[] = [];
      for (const [place, outgoing] of outgoings.entries()) {
        const fallbackId = new URL(`/activities/${event.id}/${place}`, application.origin).href;
        const surroundings = { origin: application.origin, keys, now: event.at };
        const whole = await withSender(outgoing, application.origin, keys, actors);
        said.push(await say(await composeActivity(whole, fallbackId, surroundings), outgoing.to));
      }
      return async (transaction) => {
        for (const write of said) await write(transaction);
      };
    },
  }));
}

/** Whoever tells that the sender itself changed names its URI alone; its document, as it stands now, goes along. */
async function withSender(
  outgoing: Outgoing,
  origin: URL,
  keys: ActorKeys,
  actors: Pick<LocalActors, "byId">,
): Promise<Outgoing> {
  const { activity, from } = outgoing;
  if (!("type" in activity) || activity["type"] !== "Update" || activity["object"] !== localActorUri(origin, from)) {
    return outgoing;
  }
  const sender = await actors.byId(from);
  if (sender === undefined) return outgoing;
  const object = await documentFrom(await actorDocument(origin, sender, await keys.of(from)));
  return { ...outgoing, activity: { ...activity, object } };
}
