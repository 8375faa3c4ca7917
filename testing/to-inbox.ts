import type { Json } from "../src/kernel/base/canonical-json.ts";
import { deliveryTables } from "../src/kernel/federation/deliveries/deliveries.tables.ts";
import { queueTables } from "../src/kernel/federation/queue/queue.tables.ts";
import { remoteActorTables } from "../src/kernel/federation/remote-actors/remote-actors.tables.ts";
import type { ForeignActor } from "./foreign-actor.ts";
import { guestbookEntries, guests } from "./guestbook.ts";
import type { SmallKoinon } from "./small-koinon.ts";

/** The context of every plain activity. */
export const activityStreams = "https://www.w3.org/ns/activitystreams";

let notes = 0;

/** What tests that write to the inbox of a small Koinon need again and again; `here` is asked when it is needed. */
export function toInbox(here: () => SmallKoinon) {
  const circle = () => new URL("/actors/circle", here().origin).href;
  const entries = () => guestbookEntries(here().application.read);
  return {
    /** The URI of the actor with the guestbook. */
    circle,
    inboxUrl: () => `${circle()}/inbox`,
    sharedInbox: () => new URL("/inbox", here().origin).href,
    /** What stands in the guestbook. */
    entries,
    /** The Create of a Note to the circle, each time a new one. */
    note: (by: ForeignActor, content: string, more: Readonly<Record<string, Json>> = {}) => {
      notes += 1;
      const id = `${by.id}/notes/${notes}`;
      const object = { id, type: "Note", attributedTo: by.id, content, to: circle(), ...more };
      return { "@context": activityStreams, id: `${id}/activity`, type: "Create", actor: by.id, to: circle(), object };
    },
    /** How many things a request left behind, wherever; a refused one leaves none. */
    leftBehind: async () => {
      await here().pump();
      const { read } = here().application;
      const rows = await Promise.all([
        entries(),
        guests(read),
        queueTables(read).selectFrom("queue_messages").select("id").execute(),
        remoteActorTables(read).selectFrom("remote_actors").select("uri").execute(),
        deliveryTables(read).selectFrom("outgoing_activities").select("id").execute(),
      ]);
      return rows.flat().length + here().met.size;
    },
  };
}
