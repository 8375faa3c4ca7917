import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { subscriberJobs, type Subscriber } from "../src/kernel/activity-log/subscribers.ts";
import type { Application } from "../src/kernel/application.ts";
import { createEgress } from "../src/kernel/federation/egress/create-egress.ts";
import type { FederationHandle } from "../src/kernel/federation/federation-handle.ts";
import type { FederationOptions } from "../src/kernel/federation/federation-options.ts";
import { federationSchema } from "../src/kernel/federation/federation-schema.ts";
import { createFederation } from "../src/kernel/federation/federation.ts";
import type { DirectReply, ReceivedActivity, RemoteActor } from "../src/kernel/federation/received.ts";
import {
  forgetGuests,
  guestbookActors,
  guestbookInbox,
  guestbookObjects,
  guestbookOutbox,
  guestbookSchema,
} from "./guestbook.ts";
import { openTestApplication, pumpJobs, type TestApplication } from "./test-application.ts";

/** A server with federation and a guestbook, and nothing else, on a loopback address. */
export interface SmallKoinon {
  readonly origin: URL;
  readonly application: Application;
  readonly clock: TestApplication["clock"];
  readonly federation: FederationHandle;
  /** Hosts and URIs that are blocked; a test may change them. */
  readonly blocked: Set<string>;
  /** Everybody who was taken for a person, by URI. */
  readonly met: Set<string>;
  readonly replies: { readonly reply: DirectReply; readonly to: ReceivedActivity }[];
  readonly refusals: { readonly from: string | undefined; readonly reason: string }[];
  readonly failures: { readonly doing: string; readonly cause: unknown }[];
  /** Works until nothing is due: deliveries of events, the queue of received activities, deliveries to others. */
  pump(): Promise<void>;
  stop(): Promise<void>;
}

/** What a test may want otherwise. */
export interface SmallKoinonSettings extends Partial<
  Pick<FederationOptions, "isEnabled" | "recognisers" | "publishers">
> {
  /** Default 127.0.0.31. */
  readonly address?: string;
  readonly deadlineMs?: number;
}

/** Starts a {@link SmallKoinon} on the engine of the run. */
export async function startSmallKoinon(settings: SmallKoinonSettings = {}): Promise<SmallKoinon> {
  const { address = "127.0.0.31", deadlineMs, ...options } = settings;
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const listener = getRequestListener((request) => answer(request));
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const bound = server.address();
  const origin = new URL(`http://${address}:${typeof bound === "object" && bound !== null ? bound.port : 0}`);

  const blocked = new Set<string>();
  const met = new Set<string>();
  const replies: SmallKoinon["replies"] = [];
  const refusals: SmallKoinon["refusals"] = [];
  const failures: SmallKoinon["failures"] = [];
  // The application is opened with its subscribers, and they need the application: they are told of it later.
  const subscribers: Subscriber[] = [];
  const world = await openTestApplication({ schema: [...federationSchema, ...guestbookSchema], subscribers, origin });
  const { application } = world;
  // Foreign servers sign by the machine's clock.
  world.clock.set(Temporal.Now.instant());
  const egress = createEgress({
    origin,
    clock: application.clock,
    version: "0",
    reachesPrivateAddresses: true,
    // Names lead nowhere: tests stay on this machine.
    resolve: async () => [],
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });
  const federation = createFederation({
    application,
    isEnabled: true,
    egress,
    server: {
      handle: "koinon",
      createdAt: application.clock(),
      describe: async () => ({ name: "Small", summary: "A small server" }),
    },
    actors: [guestbookActors],
    recognisers: guestbookInbox,
    publishers: guestbookOutbox,
    objects: guestbookObjects,
    people: {
      personFor: async (actor: RemoteActor) => {
        met.add(actor.uri);
        return actor.uri;
      },
      isBlocked: async ({ uri, host }) =>
        blocked.has(uri) || [...blocked].some((name) => host === name || host.endsWith(`.${name}`)),
      sendReply: async (reply, to) => void replies.push({ reply, to }),
      forgetFollowers: async (_from, uris) => {
        const by = { actor: { kind: "server" }, origin: { from: "cli", key: uris.join() } } as const;
        await application.execute(forgetGuests, { uris: [...uris] }, by);
      },
    },
    about: async () => ({
      version: "0",
      people: 3,
      activeThisMonth: 2,
      activeThisHalfYear: 3,
      posts: 5,
      isRegistrationOpen: true,
      koinon: { languages: ["en"], gatherings: true },
    }),
    report: {
      refused: (refusal) => void refusals.push(refusal),
      failed: ({ doing }, cause) => void failures.push({ doing, cause }),
    },
    ...options,
  });
  subscribers.push(...federation.subscribers);
  const page = () => new Response("<p>a page</p>", { status: 404, headers: { "content-type": "text/html" } });
  answer = (request) => federation.fetch(request, page);

  const pump = async () => {
    do await pumpJobs(application, subscriberJobs(subscribers));
    while ((await federation.pump()) > 0);
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    egress.close();
    await world.close();
  };
  return { origin, application, clock: world.clock, federation, blocked, met, replies, refusals, failures, pump, stop };
}
