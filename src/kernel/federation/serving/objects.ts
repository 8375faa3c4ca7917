import { Object as VocabularyObject } from "@fedify/vocab";
import type { Application } from "../../application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { deliveryTables } from "../deliveries/deliveries.tables.ts";
import { bundledContexts } from "../documents/contexts.ts";
import { isObject, isSameOrigin, textsOf, type RemoteDocument } from "../documents/reading.ts";
import type { ActivityDocument, ObjectRoute } from "../outgoing.ts";

/** Finds what is served at a path, for one who asks: for everybody when `requester` is undefined. */
export type FindObject = (path: string, requester: string | undefined) => Promise<Json | undefined>;

/** The objects of the capabilities, and whatever this server said: its activities, and the messages inside them. */
export function objectFinder(application: Application, routes: readonly ObjectRoute[]): FindObject {
  const matchers = routes.map((route) => ({ route, match: matcher(route.path) }));
  return async (path, requester) => {
    for (const { route, match } of matchers) {
      const values = match(path);
      if (values === undefined) continue;
      const object = await route.load(application, values, requester);
      if (object !== undefined) return documentFrom(object);
    }
    return saidAt(application, path, requester);
  };
}

/** A document as it travels, from a vocabulary object or as it was written. */
export async function documentFrom(object: VocabularyObject | ActivityDocument): Promise<Json> {
  const document: unknown =
    object instanceof VocabularyObject ? await object.toJsonLd({ contextLoader: bundledContexts }) : object;
  // Parsing at the edge: what is left out when it is written as text is left out for good, and the rest is JSON.
  return JSON.parse(JSON.stringify(document)) as Json;
}

const said = /^\/(activities|messages)\//;

async function saidAt(
  application: Application,
  path: string,
  requester: string | undefined,
): Promise<Json | undefined> {
  if (!said.test(path)) return undefined;
  const id = new URL(path, application.origin).href;
  const row = await deliveryTables(application.read)
    .selectFrom("outgoing_activities")
    .select(["id", "document", "is_public"])
    // A message is inside the activity that carries it.
    .where("id", "in", [id, `${id}/activity`])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // Parsing at the edge: only we wrote the column.
  const activity = JSON.parse(row.document) as RemoteDocument;
  if (row.is_public === 0 && !isFor(activity, requester)) return undefined;
  return row.id === id ? activity : carriedBy(activity);
}

/** Servers sign a fetch as an actor of theirs, seldom as the very person whom they fetch for. */
function isFor(activity: RemoteDocument, requester: string | undefined): boolean {
  const audience = [...textsOf(activity["to"]), ...textsOf(activity["cc"])];
  return requester !== undefined && audience.some((uri) => isSameOrigin(uri, requester));
}

function carriedBy(activity: RemoteDocument): Json | undefined {
  const { object } = activity;
  return isObject(object) ? { "@context": activity["@context"], ...object } : undefined;
}

/** `/gatherings/{id}/event` as a function that finds the id in a path. */
function matcher(template: string): (path: string) => Readonly<Record<string, string>> | undefined {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join("([^/]+)")}$`);
  return (path) => {
    const found = pattern.exec(path);
    if (found === null) return undefined;
    return Object.fromEntries(names.map((name, place) => [name, found[place + 1] ?? ""]));
  };
}
