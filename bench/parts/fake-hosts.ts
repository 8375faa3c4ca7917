import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What one fake server saw. */
export interface Arrival {
  readonly host: string;
  /** When the request was whole, in milliseconds since the epoch. */
  readonly at: number;
}

/** The addresses of fake servers: `count` of them on 127.0.0.0/8, each a host of its own. */
export function fakeServers(count: number, port: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, place) => `http://127.1.${Math.floor(place / 200)}.${(place % 200) + 1}:${port}`,
  );
}

/** Whether the fake server at this place takes a connection and never answers. */
export function hangs(place: number): boolean {
  return place % 10 === 9;
}

/**
 * Many fediverse servers in one process: each takes what comes to its inbox, but every tenth never answers. What they saw is told at
 * `GET /arrivals` on 127.0.0.1.
 */
export async function serveFakeHosts(controlPort: number, count: number, port: number): Promise<void> {
  const arrivals: Arrival[] = [];
  const servers = fakeServers(count, port);
  await Promise.all(servers.map((server, place) => listenAt(new URL(server), answerOf(place, arrivals))));
  createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(request.url === "/arrivals" ? JSON.stringify(arrivals) : "{}");
  }).listen(controlPort, "127.0.0.1");
}

function answerOf(place: number, arrivals: Arrival[]) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    request.once("end", () => {
      if (request.method === "POST")
        arrivals.push({ host: request.headers.host ?? "", at: Temporal.Now.instant().epochMilliseconds });
      if (hangs(place)) return;
      response.writeHead(request.method === "POST" ? 202 : 404, { "content-length": 0 }).end();
    });
  };
}

function listenAt(server: URL, answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = createServer(answer);
    listening.once("error", reject);
    listening.listen(Number(server.port), server.hostname, resolve);
  });
}
