import type { Json } from "../../base/canonical-json.ts";
import { idOf, isObject, listOf, textsOf, type RemoteDocument } from "../documents/reading.ts";
import type { ActivityParts, ObjectParts } from "./activity-parts.ts";

/**
 * Reads an activity by its plain names, as most servers do, without looking at its `@context`. Only sound where the context is
 * known to leave the names alone: see the fast lane; elsewhere it is held against what JSON-LD says.
 *
 * `undefined` when it is not one activity of one actor, or an id in it is no URL.
 */
export function plainActivity(document: RemoteDocument): ActivityParts | undefined {
  const id = uri(document["id"]);
  const { type } = document;
  const actorUri = uri(idOf(document["actor"]));
  const objects = listOf(document["object"]);
  const objectIds = objects.flatMap((object) => uri(idOf(object)) ?? []);
  if (id === undefined || typeof type !== "string" || actorUri === undefined) return undefined;
  const whole = objects.length === 1 ? objects[0] : undefined;
  return {
    id,
    type,
    actorUri,
    objectIds,
    object: isObject(whole) && whole["type"] !== undefined ? plainObject(whole) : undefined,
    target: uri(idOf(document["target"])),
    to: audienceOf(document),
    said: textOf(document["participationMessage"]) ?? textOf(document["content"]),
  };
}

/** What both readers must agree on, as one text. What an object says (its content) may be told in many ways. */
export function essenceOf(parts: ActivityParts): string {
  const { id, type, actorUri, objectIds, target, object } = parts;
  const inside =
    object === undefined
      ? null
      : [object.id, object.type, object.attributedTo, object.actorUri, object.objectId, object.inReplyTo, object.name];
  return JSON.stringify([id, type, actorUri, objectIds, target, inside]);
}

function plainObject(object: RemoteDocument): ObjectParts {
  const map = object["contentMap"];
  const [language, translated] = isObject(map) ? (Object.entries(map)[0] ?? []) : [];
  // Pleroma gives an `actor` to notes as well; only what was done to something is an activity.
  const isActivity = object["object"] !== undefined;
  return {
    id: uri(object["id"]),
    type: textOf(object["type"]) ?? "",
    attributedTo: listOf(object["attributedTo"]).flatMap((one) => uri(idOf(one)) ?? []),
    actorUri: isActivity ? uri(idOf(object["actor"])) : undefined,
    objectId: uri(idOf(listOf(object["object"])[0])),
    inReplyTo: uri(idOf(listOf(object["inReplyTo"])[0])),
    name: textOf(object["name"]),
    html: textOf(object["content"]) ?? textOf(translated),
    published: instantOf(object["published"]),
    to: audienceOf(object),
    language,
  };
}

const worldAudience = "https://www.w3.org/ns/activitystreams#Public";
const shortNames = ["as:Public", "Public"];

function audienceOf(object: RemoteDocument): readonly string[] {
  const named = [...textsOf(object["to"]), ...textsOf(object["cc"])];
  return named.flatMap((name) => (shortNames.includes(name) ? worldAudience : (uri(name) ?? [])));
}

/** As the platform writes it, so that both readers write alike. */
function uri(json: Json | undefined): string | undefined {
  return typeof json === "string" && URL.canParse(json) ? new URL(json).href : undefined;
}

function textOf(json: Json | undefined): string | undefined {
  return typeof json === "string" ? json : undefined;
}

function instantOf(json: Json | undefined): Temporal.Instant | undefined {
  try {
    return typeof json === "string" ? Temporal.Instant.from(json) : undefined;
  } catch {
    return undefined;
  }
}
