import { request as openRequest, type IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What came over the wire from a client: headers by lower-case name, several values joined by a comma. */
export type ReceivedRequest = {
  readonly method: string;
  /** Path with its query, as sent. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly receivedAt: Temporal.Instant;
};

/** Headers by lower-case name. */
export type Headers = { readonly [name: string]: string };

/** What a server answered. */
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it travelled: still packed when it came packed. */
  readonly bytes: Buffer;
  readonly text: string;
};

/** A request to be sent exactly as it stands: no header is added but `Host`, `Connection` and the framing of the body. */
export type RequestToSend = {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Headers;
  /** The whole body, or its pieces; pieces go out chunked, each when the one before has left. */
  readonly body?: string | Buffer | AsyncIterable<Buffer>;
  /** Default 10,000; the promise is rejected when no whole answer has come by then. */
  readonly timeoutMs?: number;
};

/**
 * Sends one plain-http request and gives the answer, whatever its status; redirects are not followed.
 *
 * Unlike `fetch` it lets a test leave out, repeat or falsify any header, and notices an answer that comes before a long body is
 * through. Rejects when the connection fails or the time is over.
 */
export function sendRequest(request: RequestToSend): Promise<Answered> {
  const { method = "GET", url, headers = {}, body, timeoutMs = 10_000 } = request;
  return new Promise((resolve, reject) => {
    const outgoing = openRequest(url, { method, headers, agent: false });
    const timer = setTimeout(() => {
      outgoing.destroy(new Error(`${method} ${url}: no answer within ${timeoutMs} ms`));
    }, timeoutMs);
    let answered = false;
    outgoing.on("response", (incoming) => {
      answered = true;
      const done = answerFrom(incoming).finally(() => {
        clearTimeout(timer);
        outgoing.destroy();
      });
      done.then(resolve, reject);
    });
    // A server that refuses a long body answers and then closes: the broken pipe after the answer is not a failure.
    outgoing.on("error", (error) => {
      if (answered) return;
      clearTimeout(timer);
      reject(error);
    });
    if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) outgoing.end(body);
    else void pipeline(Readable.from(body), outgoing).catch(() => undefined);
  });
}

async function answerFrom(incoming: IncomingMessage): Promise<Answered> {
  const bytes = await readBody(incoming);
  return { status: incoming.statusCode ?? 0, headers: plainHeaders(incoming), bytes, text: bytes.toString() };
}

/** Reads a message to its end. Rejects when the other side breaks off. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  // The edge of node:http: a message without an encoding gives buffers.
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The headers of a message as a plain record; several values of one name are joined by a comma. */
export function plainHeaders(incoming: IncomingMessage): Headers {
  const entries = Object.entries(incoming.headers);
  return Object.fromEntries(entries.map(([name, value]): [string, string] => [name, [value ?? []].flat().join(", ")]));
}
