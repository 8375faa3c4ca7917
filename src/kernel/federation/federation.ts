import { setTimeout as pause } from "node:timers/promises";
import { createDeliverer } from "./deliveries/deliver.ts";
import { prepareDirectMessage } from "./deliveries/direct-message.ts";
import { publishingSubscribers } from "./deliveries/publish.ts";
import { createSay } from "./deliveries/say.ts";
import { documentFetcher } from "./documents/fetch-document.ts";
import { createFastLane, type FastLane } from "./fast-lane/create-fast-lane.ts";
import type { FederationHandle } from "./federation-handle.ts";
import type { FederationOptions } from "./federation-options.ts";
import { createArrivals } from "./inbox/arrivals.ts";
import { createIntake } from "./inbox/intake.ts";
import { activityFromJson, jsonFromActivity } from "./inbox/queued-activity.ts";
import { createRouter } from "./inbox/router.ts";
import { createActorKeys } from "./keys/actor-keys.ts";
import { gatherActors } from "./local-actors.ts";
import { serverActorId } from "./local-actor.ts";
import { pruneFederation } from "./prune.ts";
import { createMessageQueue } from "./queue/message-queue.ts";
import type { ReceivedActivity } from "./received.ts";
import type { Asking } from "./remote-actors/ask-actor.ts";
import { lookUpActor } from "./remote-actors/look-up.ts";
import { createRemoteActors } from "./remote-actors/remote-actors.ts";
import { createFedify } from "./serving/fedify.ts";
import { objectFinder } from "./serving/objects.ts";
import { createServe } from "./serving/serve.ts";
import { createServedDocuments } from "./serving/served-documents.ts";
import { createSignerProof } from "./signatures/prove-signer.ts";

const PRUNE_EVERY = Temporal.Duration.from({ hours: 1 });
const SERVED_UNCHANGED = {
  sqlite: Temporal.Duration.from({ minutes: 1 }),
  postgres: Temporal.Duration.from({ seconds: 1 }),
};
const receivedQueue = "received";
const inboxes = /^\/(?:inbox|actors\/([^/]+)\/inbox)$/;

/** Puts federation together. Nothing runs by itself: requests come by `fetch`, the queues are started or pumped. */
export function createFederation(options: FederationOptions): FederationHandle {
  const { application, egress, people, report } = options;
  const { clock, origin } = application;
  const keys = createActorKeys(application);
  const localActors = gatherActors(application, options.actors, options.server);
  const asking = askingAsServer(options, keys);
  const actors = createRemoteActors(application, asking);
  const proof = createSignerProof(actors, clock);
  const router = createRouter({ application, recognisers: options.recognisers, people, actors });
  const received = createMessageQueue(application, {
    name: receivedQueue,
    failed: (id, cause) => report.failed({ doing: "acting on an activity", id }, cause),
  });
  const keep = (activity: ReceivedActivity) =>
    received.enqueue(jsonFromActivity(activity), {
      key: activity.id,
      orderingKey: activity.actor.uri,
      host: activity.actor.host,
      arrivedAt: activity.receivedAt,
    });
  const arrivals = createArrivals(received.hasUntried);
  const takeIn = createIntake({ origin, clock, proof, people, hears: router.hears, keep, report });
  const intake = (request: Request) => arrivals.during(() => takeIn(request));
  const lane = createFastLane({ application, actors, route: router.route, queue: receivedQueue, report });
  const fastLane: FastLane = {
    ...lane,
    take: (promising, body) => arrivals.during(() => lane.take(promising, body)),
  };
  const deliverer = createDeliverer({ application, egress, keys, actors, localActors, people, report });
  const say = createSay(application, localActors);
  const documents = createServedDocuments(clock, SERVED_UNCHANGED[application.database.engine]);
  const fedify = createFedify({ origin, actors: localActors, keys, about: options.about });
  const findObject = objectFinder(application, options.objects);
  const serve = createServe({ application, fedify, actors: localActors, findObject, proof, documents });
  const act = (json: Parameters<typeof activityFromJson>[0]) => router.route(activityFromJson(json));

  return {
    fetch: async (request, next) => {
      const inbox = request.method === "POST" ? inboxes.exec(new URL(request.url).pathname) : null;
      if (inbox !== null) return (await missingInbox(options, localActors, inbox[1])) ?? intake(request);
      if (!options.isEnabled || (request.method !== "GET" && request.method !== "HEAD")) return next(request);
      return (await serve(request)) ?? next(request);
    },
    subscribers: options.isEnabled ? publishingSubscribers(options.publishers, keys, localActors, say) : [],
    lookUpActor: async (name) =>
      options.isEnabled ? lookUpActor(asking, actors, name) : { ok: false, refusal: { kind: "unreachable" } },
    prepareDirect: async (message) =>
      options.isEnabled ? prepareDirectMessage({ application, keys, actors, say }, message) : async () => {},
    startQueues: async (signal) => {
      if (!options.isEnabled) return;
      await Promise.all([
        received.listen(act, { signal }),
        deliverer.listen(signal),
        pruneUntil(options, actors.prune, signal),
      ]);
    },
    pump: async () => (options.isEnabled ? (await received.pump(act)) + (await deliverer.pump()) : 0),
    changed: documents.changed,
    documents,
    wake: deliverer.wake,
    actedOn: arrivals.actedOn,
    heldTables: ["queue_messages", "deliveries"],
    fastLane: options.isEnabled ? fastLane : undefined,
  };
}

function askingAsServer(options: FederationOptions, keys: ReturnType<typeof createActorKeys>): Asking {
  const { egress, application } = options;
  const { clock, origin } = application;
  const signer = async () => {
    const { rsa } = await keys.of(serverActorId);
    return { keyId: rsa.id, privateKey: rsa.privateKey };
  };
  const scheme = origin.protocol === "https:" ? "https:" : "http:";
  return { egress, clock, scheme, fetchDocument: documentFetcher(egress, clock, signer) };
}

/** Why there is no such inbox, before anything of the request is read; undefined when there is. */
async function missingInbox(
  options: FederationOptions,
  localActors: ReturnType<typeof gatherActors>,
  actorId: string | undefined,
): Promise<Response | undefined> {
  if (!options.isEnabled) return new Response(null, { status: 404 });
  if (actorId === undefined) return undefined;
  const actor = await localActors.byId(actorId);
  if (actor === undefined) return new Response(null, { status: 404 });
  return actor.isGone ? new Response(null, { status: 410 }) : undefined;
}

async function pruneUntil(
  options: FederationOptions,
  pruneActors: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await Promise.all([pruneFederation(options.application), pruneActors()]).catch((cause: unknown) =>
      options.report.failed({ doing: "tidying up", id: "" }, cause),
    );
    await pause(PRUNE_EVERY.total("milliseconds"), undefined, { signal }).catch(() => {});
  }
}
