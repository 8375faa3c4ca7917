import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import { actorOf, type ActorShape, type ForeignActor } from "./foreign-actor.ts";
import { json, status, type Answer } from "./foreign-answers.ts";
import { plainHeaders, readBody, sendRequest, type Answered, type ReceivedRequest } from "./http-exchange.ts";
import { signByCavage, signByRfc9421, type Signing } from "./http-signature.ts";
import { waitFor, type Patience } from "./wait-for.ts";

/** How an activity is sent: the scheme of its signature, whatever of that is spoilt, and a body swapped after signing. */
export type Sending = Partial<Signing> & {
  /** Default `cavage`. */
  readonly scheme?: "cavage" | "rfc9421" | "unsigned";
  /** The body that goes out, when it is not the one that was signed. */
  readonly sentBody?: string;
  /** Default `application/activity+json`. */
  readonly contentType?: string;
};

/** An activity that arrived at an inbox, with the request that carried it. */
export type ReceivedActivity = {
  readonly activity: { readonly [name: string]: Json | undefined };
  readonly request: ReceivedRequest;
};

/**
 * A small fediverse server for tests that does exactly as it is told: plain when left alone, rogue by choice.
 *
 * It speaks http on a loopback address. POSTs to a path ending in `inbox` are recorded and answered 202; every other path is 404
 * until a test says what stands there. Its actors can be found by WebFinger.
 */
export type ForeignServer = AsyncDisposable & {
  /** For example `http://127.0.0.21:40123`. */
  readonly origin: string;
  /** Every request so far, the oldest first. */
  readonly received: readonly ReceivedRequest[];
  /** Answers any method at `path`, whatever the query; the last word on a path wins, also over inboxes and WebFinger. */
  serve(path: string, answer: Answer): void;
  /** Answers every path that begins with `prefix` and has no answer of its own. */
  serveUnder(prefix: string, answer: Answer): void;
  /** Makes an actor with its own key and serves its document, its key (when that stands at a path) and its WebFinger. */
  addActor(name: string, shape?: ActorShape): ForeignActor;
  /** Lets WebFinger say that `resource` (`acct:` or a URL) is the actor `actorId`, be it true or not. */
  claimByWebFinger(resource: string, actorId: string): void;
  /** Sends `activity` to an inbox, signed by `sender` unless told otherwise. A string is sent as it is, valid JSON or not. */
  send(sender: ForeignActor, inbox: string, activity: Json, sending?: Sending): Promise<Answered>;
  /** The activities that arrived at inboxes so far, the oldest first, optionally of one type. */
  activities(type?: string): readonly ReceivedActivity[];
  /** The first activity of `type` that `accept` takes, once it has arrived. Throws with all that did arrive when the time is over. */
  waitForActivity(
    type: string,
    accept?: (arrived: ReceivedActivity) => boolean,
    patience?: Patience,
  ): Promise<ReceivedActivity>;
  /** Stops at once; open connections are cut. */
  stop(): Promise<void>;
};

/** Starts a foreign server on a loopback `address` (default 127.0.0.21), at `port` or a free one. */
export async function startForeignServer(
  place: { readonly address?: string; readonly port?: number } = {},
): Promise<ForeignServer> {
  const { address = "127.0.0.21", port = 0 } = place;
  const received: ReceivedRequest[] = [];
  const answers = new Map<string, Answer>();
  const prefixes = new Map<string, Answer>();
  const identities = new Map<string, string>();
  const server = createServer((incoming, response) => {
    void answer(incoming, response).catch(() => response.destroy());
  });
  const origin = await listen(server, address, port);

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request: ReceivedRequest = {
      method: incoming.method ?? "",
      target: incoming.url ?? "",
      headers: plainHeaders(incoming),
      body: await readBody(incoming),
      receivedAt: Temporal.Now.instant(),
    };
    received.push(request);
    const { pathname } = new URL(request.target, origin);
    const byPrefix = [...prefixes].find(([prefix]) => pathname.startsWith(prefix))?.[1];
    const byRole = isInbox(request) ? status(202) : status(404);
    await (answers.get(pathname) ?? byPrefix ?? byRole)(request, response);
  }

  answers.set("/.well-known/webfinger", (request, response) => {
    const subject = new URL(request.target, origin).searchParams.get("resource") ?? "";
    const actorId = identities.get(subject);
    return (actorId === undefined ? status(404) : json(webFingerOf(subject, actorId), "application/jrd+json"))(
      request,
      response,
    );
  });

  const activities = (type?: string) =>
    received.filter(isInbox).flatMap((request) => {
      const activity = activityFrom(request.body.toString());
      return activity === undefined || (type !== undefined && activity["type"] !== type) ? [] : [{ activity, request }];
    });

  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  };

  return {
    origin,
    received,
    serve: (path, given) => void answers.set(path, given),
    serveUnder: (prefix, given) => void prefixes.set(prefix, given),
    addActor(name, shape) {
      const actor = actorOf(origin, name, shape);
      answers.set(new URL(actor.id).pathname, json(actor.document));
      if (!actor.keyId.includes("#")) answers.set(new URL(actor.keyId).pathname, json(actor.keyDocument));
      for (const resource of [`acct:${actor.handle}`, actor.id]) identities.set(resource, actor.id);
      return actor;
    },
    claimByWebFinger: (resource, actorId) => void identities.set(resource, actorId),
    send,
    activities,
    waitForActivity: (type, accept = () => true, patience = {}) =>
      waitFor(`the foreign server receives ${type}`, () => activities(type).find(accept), {
        diagnose: () =>
          `it received:\n${activities()
            .map(({ activity }) => JSON.stringify(activity))
            .join("\n")}`,
        ...patience,
      }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function send(sender: ForeignActor, inbox: string, activity: Json, sending: Sending = {}): Promise<Answered> {
  const { scheme = "cavage", sentBody, contentType = "application/activity+json", ...spoilt } = sending;
  const body = typeof activity === "string" ? activity : JSON.stringify(activity);
  const signing = { privateKey: sender.privateKey, keyId: sender.keyId, ...spoilt };
  const request = { method: "POST", url: inbox, body };
  const signed =
    scheme === "unsigned" ? {} : scheme === "cavage" ? signByCavage(request, signing) : signByRfc9421(request, signing);
  return sendRequest({ ...request, headers: { ...signed, "content-type": contentType }, body: sentBody ?? body });
}

function listen(server: Server, address: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      // The address of a TCP server is never a string or null while it listens.
      const { port: bound } = server.address() as AddressInfo;
      resolve(`http://${address}:${bound}`);
    });
  });
}

function isInbox(request: ReceivedRequest): boolean {
  return request.method === "POST" && request.target.endsWith("inbox");
}

function activityFrom(text: string): ReceivedActivity["activity"] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    // Parsing at the edge: JSON.parse gives JSON, and an object that is no array has string names.
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as ReceivedActivity["activity"])
      : undefined;
  } catch {
    return undefined;
  }
}

function webFingerOf(subject: string, actorId: string): Json {
  return { subject, links: [{ rel: "self", type: "application/activity+json", href: actorId }] };
}
