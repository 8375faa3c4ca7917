import { Agent as HttpAgent, request as openHttp, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as openHttps } from "node:https";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import type { Method } from "./egress.ts";

/** One request and the head of its answer; the body is still to be read, or destroyed. */
export type Exchange = (request: ExchangeRequest) => Promise<ExchangeAnswer>;

/** A request whose target was checked. */
export interface ExchangeRequest {
  readonly url: URL;
  readonly method: Method;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}

/** What the other side said; headers by lower-case name. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** Connections to other servers. A resource: whoever opened it closes it. */
export interface Connections {
  readonly exchange: Exchange;
  close(): void;
}

const SOCKETS_PER_HOST = 6;
/** Far above what the callers allow themselves; only their bug could reach it. */
const SOCKETS = 2048;
const IDLE_MS = 4000;

/** Connections that find their addresses by `lookup` alone; kept open for a few seconds and used again. */
export function openConnections(lookup: LookupFunction): Connections {
  const settings = { keepAlive: true, maxSockets: SOCKETS_PER_HOST, maxTotalSockets: SOCKETS, timeout: IDLE_MS };
  const agents = { http: new HttpAgent(settings), https: new HttpsAgent(settings) };
  return {
    exchange: async (request) => {
      try {
        return await exchangeOnce(agents, lookup, request);
      } catch (cause) {
        // The other side may close an idle connection just as we take it up again; a fresh one tells.
        if (!(cause instanceof StaleConnection)) throw cause;
        return exchangeOnce(agents, lookup, request);
      }
    },
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

class StaleConnection extends Error {}

function exchangeOnce(
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
  lookup: LookupFunction,
  request: ExchangeRequest,
): Promise<ExchangeAnswer> {
  const { url, method, body, signal } = request;
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === "https:";
    const length = method !== "GET" ? { "content-length": `${body.byteLength}` } : {};
    const agent = isSecure ? agents.https : agents.http;
    const open = isSecure ? openHttps : openHttp;
    const outgoing = open(url, { method, headers: { ...request.headers, ...length }, agent, lookup, signal });
    outgoing.on("response", (response) => resolve(answerFrom(response)));
    outgoing.on("error", (cause) => {
      const isStale = outgoing.reusedSocket && !signal.aborted;
      reject(isStale ? new StaleConnection("closed while idle", { cause }) : cause);
    });
    outgoing.end(body);
  });
}

function answerFrom(response: IncomingMessage): ExchangeAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
  }
  return { status: response.statusCode ?? 0, headers, body: response };
}
