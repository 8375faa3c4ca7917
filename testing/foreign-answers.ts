import type { ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Json } from "../src/kernel/base/canonical-json.ts";
import type { ReceivedRequest } from "./http-exchange.ts";

/** How a path of the foreign server answers. */
export type Answer = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

const activityJson = "application/activity+json";

/** A JSON document, of a content type and status that need not fit it. */
export function json(document: Json, contentType: string = activityJson, code: number = 200): Answer {
  return text(JSON.stringify(document), contentType, code);
}

/** A text as it stands. */
export function text(body: string, contentType: string, code: number = 200): Answer {
  return (_request, response) => void response.writeHead(code, { "content-type": contentType }).end(body);
}

/** A bare status without a body. */
export function status(code: number): Answer {
  return (_request, response) => void response.writeHead(code).end();
}

/** A redirect, by 302 unless told otherwise; `location` may have any scheme, or be broken. */
export function redirect(location: string, code: number = 302): Answer {
  return (_request, response) => void response.writeHead(code, { location }).end();
}

/**
 * Redirects that count down: under the prefix `/hop/`, `/hop/1000` leads to `/hop/999` and so on; `/hop/0` leads to `target`.
 * Without a target `/hop/0` leads back to `/hop/1`: a loop.
 */
export function redirectChain(prefix: string, target?: string): Answer {
  return (request, response) => {
    const hops = Number(request.target.slice(prefix.length));
    const location = hops > 0 ? `${prefix}${hops - 1}` : (target ?? `${prefix}1`);
    return redirect(location)(request, response);
  };
}

/** The connection stays open and nothing ever comes. */
export function never(): Answer {
  return () => undefined;
}

/** `answer`, but only after `delayMs`. */
export function after(delayMs: number, answer: Answer): Answer {
  return async (request, response) => {
    await pause(delayMs);
    await answer(request, response);
  };
}

/** A JSON document that comes one byte at a time with `pauseMs` between: never silent, never done in time. */
export function drip(document: Json, pauseMs: number): Answer {
  return async (_request, response) => {
    response.writeHead(200, { "content-type": activityJson });
    for (const byte of Buffer.from(JSON.stringify(document))) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await pause(pauseMs);
    }
    response.end();
  };
}

/** Half a JSON document under a promise of the whole, then the connection is cut. */
export function brokenOff(document: Json): Answer {
  return (_request, response) => {
    const whole = Buffer.from(JSON.stringify(document));
    response.writeHead(200, { "content-type": activityJson, "content-length": whole.length });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  };
}

/**
 * A valid JSON document of about `bytes` bytes, as activity+json: of a declared length, chunked without one, or as gzip of which a
 * thousandth travels.
 */
export function huge(bytes: number, framing: "declared" | "chunked" | "gzip"): Answer {
  return async (_request, response) => {
    const headers: Record<string, string> = { "content-type": activityJson };
    if (framing === "declared") headers["content-length"] = String(hugeLength(bytes));
    if (framing === "gzip") headers["content-encoding"] = "gzip";
    response.writeHead(200, headers);
    const pieces = Readable.from(hugeJson(bytes));
    // The reader is expected to hang up in the middle; that is what is tested.
    await (framing === "gzip" ? pipeline(pieces, createGzip(), response) : pipeline(pieces, response)).catch(
      () => undefined,
    );
  };
}

/** The pieces of a valid JSON object of about `bytes` bytes: also a body to send, see `sendRequest`. */
export async function* hugeJson(bytes: number): AsyncGenerator<Buffer> {
  const piece = Buffer.alloc(65_536, "a");
  yield Buffer.from('{"padding":"');
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
  yield Buffer.from('"}');
}

/** The pieces of `body`, one byte each with `pauseMs` between: a slow sender, see `sendRequest`. */
export async function* dripped(body: string, pauseMs: number): AsyncGenerator<Buffer> {
  for (const byte of Buffer.from(body)) {
    yield Buffer.of(byte);
    await pause(pauseMs);
  }
}

/** JSON nested `depth` levels deep, as text, since no parser should be asked to make it. */
export function nestedJson(depth: number): string {
  return `${'{"object":'.repeat(depth)}null${"}".repeat(depth)}`;
}

function hugeLength(bytes: number): number {
  return bytes + '{"padding":""}'.length;
}

function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}
