import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastLane } from "./create-fast-lane.ts";

const BODY_MS = 10_000;

const answerHeaders = {
  202: { "content-length": "0" },
  503: { "content-length": "0", "retry-after": "60" },
} as const;

/**
 * Lets a request in by the fast lane where that is possible, straight from Node's server: the objects of fetch would cost more than
 * the rest. True when it was answered.
 *
 * False leaves it to the next: then either nothing was read of the body, or all of it stands in `incoming.rawBody`, where
 * `@hono/node-server` looks for it.
 */
export async function enterByFastLane(
  lane: FastLane,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const { method = "", url: target = "", headers } = incoming;
  const promising = lane.glance({
    method,
    target,
    header: (name) => {
      const value = headers[name];
      return typeof value === "string" ? value : undefined;
    },
  });
  if (promising === undefined) return false;
  const body = await bodyOf(incoming);
  // Whoever hung up in the middle waits for no answer.
  if (body === undefined) return true;
  const status = await lane.take(promising, body);
  if (status === undefined) {
    Object.assign(incoming, { rawBody: body });
    return false;
  }
  outgoing.writeHead(status, answerHeaders[status]).end();
  return true;
}

/** The whole body, no longer than its head said: Node sees to that. Undefined when it broke off or came too slowly. */
function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const timer = setTimeout(() => incoming.destroy(), BODY_MS);
    const settle = (body: Buffer | undefined) => {
      clearTimeout(timer);
      resolve(body);
    };
    incoming.on("data", (piece: Buffer) => void pieces.push(piece));
    incoming.once("end", () => settle(Buffer.concat(pieces)));
    incoming.once("error", () => settle(undefined));
    incoming.once("close", () => settle(undefined));
  });
}
