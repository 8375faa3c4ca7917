import type { Application } from "../../application.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import type { Database, Write } from "../../database/database.ts";
import { isSameOrigin } from "../documents/reading.ts";
import type { LocalActors } from "../local-actors.ts";
import type { OutgoingAudience } from "../outgoing.ts";
import type { ComposedActivity } from "./compose.ts";
import { deliveryTables, type DeliveryRow } from "./deliveries.tables.ts";

const FOLLOWERS_PER_PAGE = 500;
const ROWS_PER_INSERT = 200;

/** Finds out to whom something is to be said; what is given back writes down the activity and every delivery of it, in one piece. */
export type Say = (activity: ComposedActivity, audience: OutgoingAudience) => Promise<Write>;

type Address = Pick<DeliveryRow, "kind" | "address">;

/**
 * An activity that was said before is not said again: whoever repeats himself after a crash repeats nothing.
 *
 * To followers one delivery goes to each inbox, and to the inbox that a server shares rather than to each of its people: 20,000
 * followers on 2,000 servers are 2,000 deliveries.
 */
export function createSay(application: Application, actors: LocalActors): Say {
  const { origin } = application;
  return async (activity, audience) => {
    const everyone =
      audience.kind === "followers" ? await inboxesOf(actors, activity.sender) : audience.uris.map(ofActor);
    const addresses = everyone.filter(({ address }) => !isSameOrigin(address, origin.href));
    return async (transaction) => {
      if (!(await isNew(application, transaction, activity))) return;
      const rows = addresses.map((address) => deliveryOf(application, activity, address));
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
        await deliveryTables(transaction)
          .insertInto("deliveries")
          .values(rows.slice(from, from + ROWS_PER_INSERT))
          .onConflict((conflict) => conflict.columns(["activity", "address"]).doNothing())
          .execute();
      }
    };
  };
}

function ofActor(uri: string): Address {
  return { kind: "actor", address: uri };
}

async function inboxesOf(actors: LocalActors, sender: string): Promise<readonly Address[]> {
  const inboxes = new Set<string>();
  let after = "";
  for (;;) {
    const page = await actors.followers(sender, { after, limit: FOLLOWERS_PER_PAGE });
    for (const { inbox, sharedInbox } of page) inboxes.add(sharedInbox ?? inbox);
    const last = page.at(-1);
    if (last === undefined || page.length < FOLLOWERS_PER_PAGE) break;
    after = last.uri;
  }
  return [...inboxes].map((address) => ({ kind: "inbox", address }));
}

async function isNew(application: Application, transaction: Database, activity: ComposedActivity): Promise<boolean> {
  const { id, sender, document, isPublic } = activity;
  const created_at = microsecondsFromInstant(application.clock());
  const written = await deliveryTables(transaction)
    .insertInto("outgoing_activities")
    .values({ id, sender, document, is_public: isPublic ? 1 : 0, created_at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .execute();
  return written.length > 0;
}

function deliveryOf(application: Application, activity: ComposedActivity, { kind, address }: Address): DeliveryRow {
  const now = microsecondsFromInstant(application.clock());
  return {
    id: application.ids.next<"delivery">(),
    activity: activity.id,
    kind,
    address,
    host: URL.canParse(address) ? new URL(address).host : "",
    created_at: now,
    due_at: now,
    attempts: 0,
    leased_until: null,
    holder: null,
    abandoned: 0,
    last_error: null,
    given_up_at: null,
  };
}
