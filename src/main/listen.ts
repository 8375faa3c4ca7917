import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** A listening server. A resource: `close` stops taking requests and settles when those in hand are answered. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** The address is taken, or may not be listened on. */
export class CannotListen extends Error {
  constructor(host: string, port: number, cause: unknown) {
    super(`Cannot listen on ${host}:${port}: is another program there already? Set PORT or KOINON_HOST to others.`, {
      cause,
    });
    this.name = "CannotListen";
  }
}

/** A request that is still coming in after this long is given up: slow senders must not hold connections (Slowloris). */
const REQUEST_MS = 20_000;
const HEADERS_MS = 10_000;
const KEEP_ALIVE_MS = 65_000;

/** What answers requests. */
export interface Answers {
  answer(request: Request, incoming: { readonly address: string }): Response | Promise<Response>;
  /** Asked first, before there is a {@link Request}; true when it has answered. It settles, whatever happens. */
  answerAtOnce?(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean>;
}

/** Serves HTTP until closed. `port` 0 takes any that is free. */
export async function listen(
  answers: Answers,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const listener = getRequestListener((request, { incoming }) =>
    answers.answer(request, { address: incoming.socket.remoteAddress ?? "" }),
  );
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if ((await answers.answerAtOnce?.(incoming, outgoing)) !== true) await listener(incoming, outgoing);
  };
  const server = createServer(
    {
      requestTimeout: REQUEST_MS,
      headersTimeout: HEADERS_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: 32 * 1024,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new CannotListen(at.host, at.port, cause)));
    server.listen(at.port, at.host, resolve);
  });
  return { port: portOf(server), close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Streams of live updates never end by themselves.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}
