import type { Application } from "../../application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import { deliveryTables } from "../deliveries/deliveries.tables.ts";
import type { LocalActors } from "../local-actors.ts";
import { actorAddresses } from "./actor-documents.ts";

const PAGE = 20;
const context = "https://www.w3.org/ns/activitystreams";

/** How many follow an actor; who they are is theirs to say. */
export async function followersCollection(
  application: Application,
  actors: LocalActors,
  actorId: string,
): Promise<Json> {
  const { followers } = actorAddresses(application.origin, actorId);
  const totalItems = await actors.countFollowers(actorId);
  return { "@context": context, id: followers.href, type: "OrderedCollection", totalItems };
}

/** What an actor said to the world: the collection, or with `before` (an instant, or `now`) one page of it, the newest first. */
export async function outboxCollection(
  application: Application,
  actorId: string,
  before: string | null,
): Promise<Json> {
  const { outbox } = actorAddresses(application.origin, actorId);
  const said = deliveryTables(application.read)
    .selectFrom("outgoing_activities")
    .where("sender", "=", actorId)
    .where("is_public", "=", 1);
  if (before === null) {
    const { count } = await said.select((row) => row.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    const first = `${outbox.href}?before=now`;
    return { "@context": context, id: outbox.href, type: "OrderedCollection", totalItems: count, first };
  }
  const until = /^\d{1,16}$/.test(before) ? Number(before) : microsecondsFromInstant(application.clock()) + 1;
  const rows = await said
    .select(["document", "created_at"])
    .where("created_at", "<", until)
    .orderBy("created_at", "desc")
    .limit(PAGE)
    .execute();
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return {
    "@context": context,
    id: `${outbox.href}?before=${before}`,
    type: "OrderedCollectionPage",
    partOf: outbox.href,
    // Only we wrote the column, with JSON.
    orderedItems: rows.map(({ document }) => JSON.parse(document) as Json),
    next: last === undefined ? undefined : `${outbox.href}?before=${last.created_at}`,
  };
}
