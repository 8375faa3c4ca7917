import type { Subscriber } from "../../activity-log/subscribers.ts";
import type { ActorKeys } from "../keys/actor-keys.ts";
import type { Publisher } from "../outgoing.ts";
import { composeActivity } from "./compose.ts";
import type { Say } from "./say.ts";

/**
 * Publishers as subscribers to the log. The ids of what they publish derive from the event's, and what was said is not said again,
 * so an event that is told twice is published once.
 */
export function publishingSubscribers(
  publishers: readonly Publisher[],
  keys: ActorKeys,
  say: Say,
): readonly Subscriber[] {
  return publishers.map((publisher) => ({
    name: `publish/${publisher.name}`,
    events: publisher.events,
    handle: async (application, event) => {
      const outgoings = await publisher.publish(application, event);
      for (const [place, outgoing] of outgoings.entries()) {
        const fallbackId = new URL(`/activities/${event.id}/${place}`, application.origin).href;
        const surroundings = { origin: application.origin, keys, now: event.at };
        await say(await composeActivity(outgoing, fallbackId, surroundings), outgoing.to);
      }
    },
  }));
}
