import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Resolve } from "../src/kernel/federation/egress/pinned-lookup.ts";
import { status, type Answer } from "./foreign-answers.ts";
import { answersOf, type PlaceShape } from "./fake-place.ts";
import { plainHeaders, type ReceivedRequest } from "./http-exchange.ts";

/** One request that a place was asked. */
export interface Asked {
  readonly path: string;
  readonly agent: string;
}

/** A place of the fake fediverse. */
export interface FakePlace {
  readonly host: string;
  readonly shape: PlaceShape;
  /** Every request it was asked, in order. */
  readonly asked: readonly Asked[];
  /** What went out over its connections. */
  bytesSent(): number;
  /** Lets it answer otherwise from now on. */
  serve(path: string, answer: Answer): void;
}

/** Many servers in one process, each at an address of its own on the loopback, found by names that lead nowhere else. */
export interface FakeFediverse {
  readonly places: readonly FakePlace[];
  /** The place of this host; one that is not there is a bug of the test. */
  place(host: string): FakePlace;
  /** For the guard of requests: names of places lead to their addresses, every other name to none. */
  readonly resolve: Resolve;
  readonly whereIs: (host: string) => string;
  /** The most requests that were being answered at once. */
  mostAtOnce(): number;
  stop(): Promise<void>;
}

/** What is to be there: hosts and their shapes; at most 250, at 127.0.`network`.1 and so on. */
export interface FediversePlan {
  readonly network: number;
  /** The first one is what those that lead astray lead to. */
  readonly places: readonly { readonly host: string; readonly shape: PlaceShape }[];
  /** Hosts whose names lead to addresses where nobody listens. */
  readonly dead?: readonly string[];
}

/** Starts it; the test stops it. All listen at one port, so that an origin is a name and that port. */
export async function startFakeFediverse(plan: FediversePlan): Promise<FakeFediverse> {
  const { network, places: planned, dead = [] } = plan;
  const named = [...planned.map(({ host }) => host), ...dead];
  const addresses = new Map(named.map((host, place) => [host, `127.0.${network}.${place + 1}`]));
  let port = 0;
  let atOnce = 0;
  let most = 0;
  const whereIs = (host: string) => `http://${host}:${port}`;
  const servers: Server[] = [];
  const places: OpenPlace[] = [];
  for (const { host, shape } of planned) {
    const place = openPlace(host, shape);
    const server = createServer((incoming, outgoing) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      outgoing.on("close", () => (atOnce -= 1));
      place.answer(incoming, outgoing);
    });
    server.on("connection", (socket) => socket.on("close", () => place.count(socket.bytesWritten)));
    port = await listenAt(server, addresses.get(host) ?? "", port);
    servers.push(server);
    places.push(place);
  }
  const [first, second] = planned;
  for (const place of places) {
    const other = place.host === first?.host ? second?.host : first?.host;
    place.begin(answersOf(place.shape, whereIs(place.host), whereIs(other ?? "nowhere.example")));
  }
  const place = (host: string) => {
    const found = places.find((one) => one.host === host);
    if (found === undefined) throw new Error(`there is no ${host} in the fake fediverse`);
    return found;
  };
  return {
    places,
    place,
    resolve: async (name) => {
      const address = addresses.get(name);
      return address === undefined ? [] : [{ address, family: 4 }];
    },
    whereIs,
    mostAtOnce: () => most,
    stop: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

interface OpenPlace extends FakePlace {
  answer(incoming: IncomingMessage, outgoing: ServerResponse): void;
  begin(answers: ReadonlyMap<string, Answer>): void;
  count(bytes: number): void;
}

function openPlace(host: string, shape: PlaceShape): OpenPlace {
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];
  let sent = 0;
  return {
    host,
    shape,
    asked,
    bytesSent: () => sent,
    serve: (path, answer) => void answers.set(path, answer),
    begin: (given) => {
      for (const [path, answer] of given) answers.set(path, answer);
    },
    count: (bytes) => {
      sent += bytes;
    },
    answer: (incoming, outgoing) => {
      const { pathname } = new URL(incoming.url ?? "/", "http://place.example");
      const headers = plainHeaders(incoming);
      asked.push({ path: pathname, agent: headers["user-agent"] ?? "" });
      const { method = "", url: target = "" } = incoming;
      const request: ReceivedRequest = {
        method,
        target,
        headers,
        body: Buffer.of(),
        receivedAt: Temporal.Now.instant(),
      };
      void (answers.get(pathname) ?? status(404))(request, outgoing);
    },
  };
}

function listenAt(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      const bound = server.address();
      if (typeof bound === "object" && bound !== null) resolve(bound.port);
      else reject(new Error(`no port at ${address}`));
    });
  });
}
