import { accepted, refused, type Result } from "../../base/result.ts";
import { acceptedEncodings, readBody } from "./body-reader.ts";
import type { Errand, Fetched, FetchFailure } from "./egress.ts";
import type { Exchange, ExchangeAnswer } from "./exchange.ts";
import { acceptHeader, isOneOf } from "./media-type.ts";
import { notThere, readTarget, type EgressPolicy } from "./target.ts";

const REDIRECTS = 5;
/** An answer that nobody wants is read to its end up to this size, so that its connection can be used again. */
const DISCARDED_BYTES = 16 * 1024;

/** What stays the same from hop to hop. */
export interface Way {
  readonly policy: EgressPolicy;
  readonly exchange: Exchange;
  readonly maxBytes: number;
  /** For User-Agent. */
  readonly agent: string;
  /** Whether this server has nothing to do with a host. */
  readonly isShutOut: (host: string) => Promise<boolean>;
}

/**
 * Runs an errand to its end: at most five redirects, each target checked like the first, none visited twice, never from https to
 * something less. Throws what the connection or the body throws.
 */
export async function follow(way: Way, errand: Errand, signal: AbortSignal): Promise<Result<Fetched, FetchFailure>> {
  const visited = new Set<string>();
  let next = errand.url;
  let headers = errand.headers ?? {};
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const target = readTarget(next, way.policy);
    if (!target.ok) return target;
    const url = target.value;
    url.hash = "";
    if (visited.has(url.href)) return notThere(`a redirect in a circle at ${url.href}`);
    visited.add(url.href);
    if (await way.isShutOut(url.hostname)) return notThere(`the host ${url.hostname}, which is blocked here`);
    const answer = await send(way, errand, { url, headers, signal });
    const location = redirectOf(errand, answer);
    if (location === undefined) return receive(way, errand, url, answer);
    answer.body.destroy();
    if (!URL.canParse(location, url)) return notThere("a redirect to nowhere");
    const onward = new URL(location, url);
    if (url.protocol === "https:" && onward.protocol !== "https:")
      return notThere(`a redirect from https to ${onward.protocol}`);
    // What proves who we are is meant for the host it was given for.
    if (onward.origin !== url.origin) headers = withoutCredentials(headers);
    next = onward.href;
  }
  return notThere(`more than ${REDIRECTS} redirects`);
}

async function send(
  way: Way,
  errand: Errand,
  hop: { readonly url: URL; readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<ExchangeAnswer> {
  const method = errand.method ?? "GET";
  const body = typeof errand.body === "string" ? Buffer.from(errand.body) : (errand.body ?? new Uint8Array());
  const signed = (await errand.sign?.({ method, url: hop.url, body })) ?? {};
  const usual = { accept: acceptHeader(errand.accepts), "accept-encoding": acceptedEncodings, "user-agent": way.agent };
  const headers = { ...usual, ...hop.headers, ...signed };
  return way.exchange({ url: hop.url, method, headers, body, signal: hop.signal });
}

function redirectOf(errand: Errand, answer: ExchangeAnswer): string | undefined {
  const isRedirect = errand.redirects !== "told" && [301, 302, 303, 307, 308].includes(answer.status);
  return isRedirect && (errand.method ?? "GET") === "GET" ? answer.headers["location"] : undefined;
}

async function receive(
  way: Way,
  errand: Errand,
  url: URL,
  answer: ExchangeAnswer,
): Promise<Result<Fetched, FetchFailure>> {
  const { status, headers } = answer;
  const fits = isOneOf(headers["content-type"], errand.accepts);
  if (fits) {
    const body = await readBody(answer.body, headers["content-encoding"], way.maxBytes);
    return accepted({ url, status, headers, body });
  }
  discard(answer);
  const isDone = status >= 200 && status < 300;
  if (isDone && errand.accepts.length > 0) {
    return refused({ kind: "wrong-type", detail: headers["content-type"] ?? "no media type", mayRetry: false });
  }
  return accepted({ url, status, headers, body: new Uint8Array() });
}

function discard(answer: ExchangeAnswer): void {
  const length = Number(answer.headers["content-length"] ?? Number.NaN);
  if (length <= DISCARDED_BYTES) answer.body.resume();
  else answer.body.destroy();
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization" && name !== "cookie"));
}
