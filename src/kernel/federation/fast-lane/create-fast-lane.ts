import type { Application } from "../../application.ts";
import { StorageFailure, type Database } from "../../database/database.ts";
import { prepared } from "../../database/prepared.ts";
import { isSameOrigin } from "../documents/reading.ts";
import type { FederationReport } from "../federation-options.ts";
import { activityFrom, rolledUp } from "../inbox/activity-parts.ts";
import { plainActivity } from "../inbox/plain-activity.ts";
import { readStrictJson } from "../inbox/strict-json.ts";
import { queueTables } from "../queue/queue.tables.ts";
import type { ReceivedActivity } from "../received.ts";
import { keptActor, type KnownActor } from "../remote-actors/kept-actors.ts";
import type { RemoteActors } from "../remote-actors/remote-actors.ts";
import { hasPlainShape } from "./plain-shapes.ts";
import { isBodyOf, isSignedWith, readPlainSignature, type PlainSignature, type PostHead } from "./plain-signature.ts";
import { createSigningKeys } from "./signing-keys.ts";

/** A vote is half a kilobyte. What is larger is none of the shapes of this lane. */
const MOST_BYTES = 8 * 1024;
/** What comes while so many are being acted on is to come again. */
const AT_ONCE = 1024;

const inboxes = /^\/(?:inbox|actors\/[0-9a-z-]{1,64}\/inbox)$/;
const mediaTypes = /^application\/(?:activity\+json|ld\+json)\s*(?:;|$)/i;

/** What the fast lane works with. */
export interface FastLaneOptions {
  readonly application: Application;
  readonly actors: Pick<RemoteActors, "remembered" | "find" | "keep">;
  /** Acts on an activity, as the stock lane does in the end; settles when that is durable. Twice does no harm. */
  readonly route: (activity: ReceivedActivity) => Promise<void>;
  /** The queue in which the stock lane keeps what it took, in the order of each actor. */
  readonly queue: string;
  readonly report: Pick<FederationReport, "failed">;
}

/** What the head of a request promises: enough to read its body for. */
export interface Promising {
  readonly signed: PlainSignature;
  readonly receivedAt: Temporal.Instant;
}

/**
 * A short way in for the few activities that arrive by the thousand. It takes only what it can prove at once and read in one way;
 * everything else, the forged and the broken included, is left to the stock lane, which has the last word.
 */
export interface FastLane {
  /** Looks at the head of a POST alone; undefined when it is none of this lane's. */
  glance(post: PostHead): Promising | undefined;
  /** Takes the activity, or leaves it (undefined) with nothing done. 202 once it is durable; 503 to send it again later. */
  take(promising: Promising, body: Uint8Array): Promise<202 | 503 | undefined>;
}

/** A {@link FastLane} for the actors that are known already. */
export function createFastLane({ application, actors, route, queue, report }: FastLaneOptions): FastLane {
  const { origin, clock } = application;
  const keys = createSigningKeys();
  let underWay = 0;

  /** One who was never met is left to the stock lane, which alone asks other servers about strangers. */
  const nearActor = async (uri: string): Promise<KnownActor | undefined> => {
    const near = actors.remembered(uri);
    if (near !== undefined || (await keptActor(application, uri)) === undefined) return near;
    const found = await actors.find(uri);
    return found.ok ? found.value : undefined;
  };

  const signerOf = async (signed: PlainSignature, actorUri: string): Promise<KnownActor | undefined> => {
    // Asked first: a key of another server is never this actor's.
    const known = isSameOrigin(signed.keyId, actorUri) ? await nearActor(actorUri) : undefined;
    const key = known === undefined ? undefined : await keys.keyOf(known, signed.keyId);
    return key !== undefined && isSignedWith(signed, key) ? known : undefined;
  };

  const read = async ({ signed, receivedAt }: Promising, body: Uint8Array): Promise<ReceivedActivity | undefined> => {
    if (!isBodyOf(signed, body)) return undefined;
    const parts = plainParts(body);
    const activity = parts === undefined ? undefined : activityFrom(parts);
    if (parts === undefined || activity?.ok !== true) return undefined;
    const known = await signerOf(signed, parts.actorUri);
    // What somebody sent before and still waits is to be done first: an Undo must not overtake what it undoes.
    if (known === undefined || (await isWaiting(application.read, queue, parts.actorUri))) return undefined;
    await actors.keep(known);
    return rolledUp(activity.value, known.actor, receivedAt, undefined);
  };

  return {
    glance: (post) => {
      const bytes = Number(post.header("content-length") ?? Number.NaN);
      if (!isInboxPost(post) || !(bytes <= MOST_BYTES)) return undefined;
      const receivedAt = clock();
      const signed = readPlainSignature(post, origin.host, receivedAt);
      return signed === undefined ? undefined : { signed, receivedAt };
    },
    take: async (promising, body) => {
      if (underWay >= AT_ONCE) return 503;
      underWay += 1;
      try {
        const activity = await read(promising, body);
        if (activity === undefined) return undefined;
        await route(activity);
        return 202;
      } catch (cause) {
        report.failed({ doing: "acting on an activity at once", id: promising.signed.keyId }, cause);
        // What cannot be done now for another reason is kept by the stock lane, and tried again.
        return cause instanceof StorageFailure ? 503 : undefined;
      } finally {
        underWay -= 1;
      }
    },
  };
}

function isInboxPost(post: PostHead): boolean {
  return (
    post.method === "POST" &&
    inboxes.test(post.target) &&
    mediaTypes.test(post.header("content-type") ?? "") &&
    post.header("content-encoding") === undefined
  );
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function plainParts(body: Uint8Array) {
  const json = readStrictJson(textFrom(body) ?? "");
  return json.ok && hasPlainShape(json.value) ? plainActivity(json.value) : undefined;
}

function textFrom(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

async function isWaiting(read: Database, queue: string, actorUri: string): Promise<boolean> {
  return (await firstWaiting(read, { queue, actorUri })).rows.length > 0;
}

const firstWaiting = prepared((read, given: { queue: string; actorUri: string }) =>
  queueTables(read)
    .selectFrom("queue_messages")
    .select("id")
    .where("queue", "=", given.queue)
    .where("ordering_key", "=", given.actorUri)
    .where("given_up_at", "is", null)
    .limit(1),
);
