import { Activity, getTypeId, LanguageString, Link, Question, type Object as VocabularyObject } from "@fedify/vocab";
import { accepted, refused, type Result } from "../../base/result.ts";
import { bundledContexts, noDocuments } from "../documents/contexts.ts";
import type { RemoteDocument } from "../documents/reading.ts";
import type { ActivityParts, ActivityProblem, ObjectParts } from "./activity-parts.ts";
import type { ReceivedPoll } from "../received.ts";
import { essenceOf, plainActivity } from "./plain-activity.ts";

const MOST_OPTIONS = 500;
const reading = { contextLoader: bundledContexts, documentLoader: noDocuments } as const;

/**
 * Reads any activity as JSON-LD, by Fedify. Signatures inside it (LD signatures, integrity proofs) are left aside: who sent it is
 * proven by the request alone.
 *
 * What its plain names say must be what JSON-LD says: an activity that two programs would read differently, by an alias, a
 * remapped term, `@graph` or `@reverse`, is not understood (CVE-2022-24307, CVE-2026-42462, CVE-2026-46349).
 */
export async function readActivity(document: RemoteDocument): Promise<Result<ActivityParts, ActivityProblem>> {
  const plain = plainActivity(document);
  if (plain === undefined) return notUnderstood("not one activity of one actor");
  const { signature: _signature, proof: _proof, ...unsigned } = document;
  const parts = await partsByJsonLd(unsigned);
  if (parts === undefined) return notUnderstood("no activity");
  if (essenceOf(parts) !== essenceOf(plain)) return notUnderstood("read in two ways");
  return accepted({ ...parts, said: plain.said, object: withPlainParts(parts.object, plain.object) });
}

function notUnderstood(detail: string): { readonly ok: false; readonly refusal: ActivityProblem } {
  return refused({ kind: "not-understood", detail });
}

async function partsByJsonLd(document: RemoteDocument): Promise<ActivityParts | undefined> {
  try {
    const activity = await Activity.fromJsonLd(document, reading);
    const [actorUri, ...others] = activity.actorIds.map(({ href }) => href);
    const type = typeName(activity);
    if (activity.id === null || actorUri === undefined || others.length > 0 || type === undefined) return undefined;
    const objects = await wholeObjects(activity);
    return {
      id: activity.id.href,
      type,
      actorUri,
      objectIds: activity.objectIds.map(({ href }) => href),
      object: objects.length === 1 && activity.objectIds.length <= 1 ? await objectParts(objects[0]) : undefined,
      target: activity.targetId?.href,
      to: activity.toIds.map(({ href }) => href),
      cc: activity.ccIds.map(({ href }) => href),
      said: undefined,
    };
  } catch {
    // Fedify throws at whatever is not in its vocabulary, or not what the vocabulary says.
    return undefined;
  }
}

/** The objects that were given whole; those given by their id are not fetched. */
async function wholeObjects(activity: Activity): Promise<readonly VocabularyObject[]> {
  const objects: VocabularyObject[] = [];
  for await (const object of activity.getObjects({ ...reading, crossOrigin: "trust", suppressError: true })) {
    objects.push(object);
  }
  return objects;
}

/**
 * Both readers found the same options; the counts beside them are taken by their plain names, and so is what an object carries, which is
 * only ever shown as links.
 */
function withPlainParts(object: ObjectParts | undefined, plain: ObjectParts | undefined): ObjectParts | undefined {
  if (object === undefined) return undefined;
  return { ...object, poll: object.poll && plain?.poll, attachments: plain?.attachments ?? [] };
}

async function objectParts(object: VocabularyObject | undefined): Promise<ObjectParts | undefined> {
  if (object === undefined) return undefined;
  const inside = object instanceof Activity ? object : undefined;
  const translated = object.contents.find((content) => content instanceof LanguageString);
  return {
    id: object.id?.href,
    type: typeName(object) ?? "",
    attributedTo: object.attributionIds.map(({ href }) => href),
    actorUri: inside?.actorId?.href,
    objectId: inside?.objectId?.href,
    inReplyTo: object.replyTargetId?.href,
    name: object.name?.toString(),
    html: object.contents[0]?.toString(),
    summary: object.summaries[0]?.toString(),
    url: object.urls.map((url) => (url instanceof Link ? url.href?.href : url.href)).find((url) => url !== undefined),
    poll: object instanceof Question ? await pollOf(object) : undefined,
    attachments: [],
    published: object.published ?? undefined,
    to: object.toIds.map(({ href }) => href),
    cc: object.ccIds.map(({ href }) => href),
    language: translated?.locale.baseName,
  };
}

/** What can be voted for; undefined when it asks in both ways at once. */
async function pollOf(question: Question): Promise<ReceivedPoll | undefined> {
  const one = await labelsOf(question.getExclusiveOptions(reading));
  const several = await labelsOf(question.getInclusiveOptions(reading));
  if (one.length > 0 === several.length > 0) return undefined;
  const options = [...one, ...several].slice(0, MOST_OPTIONS).flatMap((label) => {
    return label === undefined ? [] : [{ label, votes: undefined }];
  });
  const choice = one.length > 0 ? "one" : "several";
  return { choice, options, voters: undefined, endsAt: undefined, isClosed: false };
}

async function labelsOf(options: AsyncIterable<VocabularyObject>): Promise<readonly (string | undefined)[]> {
  const labels: (string | undefined)[] = [];
  for await (const option of options) labels.push(option.name?.toString());
  return labels;
}

/** `Create` of `https://www.w3.org/ns/activitystreams#Create`; undefined for types of other vocabularies. */
function typeName(object: VocabularyObject | Link): string | undefined {
  return /^https:\/\/www\.w3\.org\/ns\/activitystreams#([A-Za-z]+)$/.exec(getTypeId(object).href)?.[1];
}
