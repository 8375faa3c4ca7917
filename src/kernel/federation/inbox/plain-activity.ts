import type { Json } from "../../base/canonical-json.ts";
import { idOf, isObject, listOf, textsOf, webUrl, type RemoteDocument } from "../documents/reading.ts";
import type { ReceivedAttachment, ReceivedPoll } from "../received.ts";
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
    to: audienceOf(document["to"]),
    cc: audienceOf(document["cc"]),
    said: textOf(document["participationMessage"]) ?? textOf(document["content"]),
  };
}

/** What both readers must agree on, as one text. What an object says (its content) may be told in many ways. */
export function essenceOf(parts: ActivityParts): string {
  const { id, type, actorUri, objectIds, target, object } = parts;
  const inside =
    object === undefined
      ? null
      : [
          [
            object.id,
            object.type,
            object.attributedTo,
            object.actorUri,
            object.objectId,
            object.inReplyTo,
            object.name,
          ],
          // What can be voted for; how many did so far is told by the author alone, and only to be shown.
          object.poll === undefined ? null : [object.poll.choice, object.poll.options.map(({ label }) => label)],
        ];
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
    summary: textOf(object["summary"]),
    url: pageOf(object["url"]),
    poll: object["type"] === "Question" ? plainPoll(object) : undefined,
    attachments: plainAttachments(object["attachment"]),
    published: instantOf(object["published"]),
    to: audienceOf(object["to"]),
    cc: audienceOf(object["cc"]),
    language,
  };
}

const MOST_ATTACHMENTS = 16;
const LONGEST_NAME = 1_500;

/** What an object carries and how each is called, as far as it has an address; a Link has it as `href`, anything else as `url`. */
function plainAttachments(carried: Json | undefined): readonly ReceivedAttachment[] {
  return listOf(carried)
    .slice(0, MOST_ATTACHMENTS)
    .flatMap((one) => {
      if (!isObject(one)) return [];
      const url = pageOf(one["url"]) ?? webUrl(one["href"]);
      if (url === undefined) return [];
      const name = (textOf(one["name"]) ?? textOf(one["summary"]) ?? "").slice(0, LONGEST_NAME);
      return [{ type: textOf(one["type"]) ?? "", mediaType: textOf(one["mediaType"]), url, name }];
    });
}

const MOST_OPTIONS = 500;

/** The poll in a Question; undefined when it asks in both ways at once, or offers nothing that a vote could name. */
function plainPoll(question: RemoteDocument): ReceivedPoll | undefined {
  const [one, any] = [listOf(question["oneOf"]), listOf(question["anyOf"])];
  if (one.length > 0 === any.length > 0) return undefined;
  const options = [...one, ...any].slice(0, MOST_OPTIONS).flatMap((option) => {
    const label = isObject(option) ? textOf(option["name"]) : undefined;
    if (!isObject(option) || label === undefined) return [];
    const replies = option["replies"];
    return [{ label, votes: isObject(replies) ? countOf(replies["totalItems"]) : undefined }];
  });
  const closed = question["closed"];
  return {
    choice: one.length > 0 ? "one" : "several",
    options,
    voters: countOf(question["votersCount"]),
    endsAt: instantOf(question["endTime"]) ?? instantOf(closed),
    isClosed: closed !== undefined && closed !== null && closed !== false,
  };
}

function countOf(json: Json | undefined): number | undefined {
  return typeof json === "number" && Number.isSafeInteger(json) && json >= 0 ? json : undefined;
}

/** The first of the pages that an object names: a text, a Link, or several of them. */
function pageOf(url: Json | undefined): string | undefined {
  const pages = listOf(url).map((page) => webUrl(isObject(page) ? page["href"] : page));
  return pages.find((page) => page !== undefined);
}

const worldAudience = "https://www.w3.org/ns/activitystreams#Public";
const shortNames = ["as:Public", "Public"];

function audienceOf(named: Json | undefined): readonly string[] {
  return textsOf(named).flatMap((name) => (shortNames.includes(name) ? worldAudience : (uri(name) ?? [])));
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
