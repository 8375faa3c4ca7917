import { StorageFailure } from "../../database/database.ts";
import type { Clock } from "../../base/time.ts";
import { idOf, isObject, isSameUri, type RemoteDocument } from "../documents/reading.ts";
import type { FederatedPeople, FederationReport } from "../federation-options.ts";
import { QueueFull } from "../queue/message-queue.ts";
import type { ReceivedActivity } from "../received.ts";
import type { SignatureProblem, SignerProof } from "../signatures/prove-signer.ts";
import { activityFrom, rolledUp } from "./activity-parts.ts";
import { readActivity } from "./read-activity.ts";
import { readRequestBody, type BodyLimits, type BodyProblem } from "./request-body.ts";
import { readStrictJson } from "./strict-json.ts";

const AT_ONCE = 256;
const mediaTypes = /^application\/(activity\+json|ld\+json|json)\s*(;|$)/i;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What taking activities in needs. */
export interface IntakeOptions {
  readonly origin: URL;
  readonly clock: Clock;
  readonly proof: SignerProof;
  readonly people: Pick<FederatedPeople, "isBlocked">;
  /** Whether anybody here cares for activities of this type. */
  readonly hears: (type: string) => boolean;
  /** Keeps the activity durably; what was answered 202 is never lost. */
  readonly keep: (activity: ReceivedActivity) => Promise<void>;
  readonly report: FederationReport;
  readonly limits?: BodyLimits;
}

/** An answer to a delivery: why, in a word, and how many seconds to wait before the next try. */
interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly retryAfter?: number;
}

/** Takes in what is posted to an inbox. Everything is cheap and harmless until the sender is proven, and nothing is stored before. */
export type Intake = (request: Request) => Promise<Response>;

/**
 * The order of an intake: body within limits ▸ strict JSON ▸ blocked? ▸ proof that its actor signed the request ▸ one meaning, all of
 * it the sender's own ▸ kept durably ▸ 202. It is acted on afterwards.
 */
export function createIntake(options: IntakeOptions): Intake {
  let underWay = 0;
  return async (request) => {
    if (underWay >= AT_ONCE) return respond({ status: 503, reason: "busy", retryAfter: 30 });
    underWay += 1;
    try {
      return respond(await take(options, request));
    } catch (cause) {
      return respond(answerToFailure(options, cause));
    } finally {
      underWay -= 1;
    }
  };
}

const taken: Answer = { status: 202, reason: "" };

async function take(options: IntakeOptions, request: Request): Promise<Answer> {
  const receivedAt = options.clock();
  if (!mediaTypes.test(request.headers.get("content-type") ?? "")) return { status: 415, reason: "not an activity" };
  const body = await readRequestBody(request, options.limits);
  if (!body.ok) return { status: bodyStatus[body.refusal.kind], reason: body.refusal.kind };
  const document = documentFrom(body.value);
  const actorUri = document === undefined ? undefined : normal(idOf(document["actor"]));
  if (document === undefined || actorUri === undefined) return { status: 400, reason: "not an activity" };
  const { host } = new URL(actorUri);
  if (await options.people.isBlocked({ uri: actorUri, host })) return refuse(options, actorUri, 403, "blocked");

  const signed = { method: "POST", url: ourUrl(options.origin, request), headers: request.headers, body: body.value };
  const signer = await options.proof.isFrom(signed, actorUri);
  if (!signer.ok) return answerToSignature(options, actorUri, document, signer.refusal);
  const parts = await readActivity(document);
  if (!parts.ok) return refuse(options, actorUri, 400, parts.refusal.detail);
  const activity = activityFrom(parts.value);
  if (!activity.ok)
    return refuse(options, actorUri, activity.refusal.kind === "forged" ? 403 : 400, activity.refusal.detail);
  if (!options.hears(activity.value.type)) return taken;
  await options.keep(rolledUp(activity.value, signer.value.actor, receivedAt, undefined));
  return taken;
}

const bodyStatus: Readonly<Record<BodyProblem["kind"], number>> = {
  "too-large": 413,
  "too-slow": 408,
  packed: 415,
  "broken-off": 400,
};

function documentFrom(body: Uint8Array): RemoteDocument | undefined {
  try {
    const read = readStrictJson(utf8.decode(body));
    return read.ok && isObject(read.value) ? read.value : undefined;
  } catch {
    // Not UTF-8: nobody may read it in another way.
    return undefined;
  }
}

function normal(uri: string | undefined): string | undefined {
  if (uri === undefined || !URL.canParse(uri)) return undefined;
  const { protocol, href } = new URL(uri);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** The address as we know it: a proxy in front may have changed scheme, host and port. */
function ourUrl(origin: URL, request: Request): URL {
  const { pathname, search } = new URL(request.url);
  return new URL(`${pathname}${search}`, origin);
}

function answerToSignature(
  options: IntakeOptions,
  actorUri: string,
  document: RemoteDocument,
  { kind }: SignatureProblem,
): Answer {
  // Servers tell everybody of accounts that are gone; their keys are gone with them, and we knew nothing of them.
  const isFarewell = document["type"] === "Delete" && isSameUri(idOf(document["object"]), actorUri);
  if (kind === "unknown-key" && isFarewell) return taken;
  if (kind === "unreachable") return { status: 503, reason: "your server cannot be reached", retryAfter: 600 };
  return refuse(options, actorUri, 401, kind);
}

function refuse(options: IntakeOptions, from: string, status: number, reason: string): Answer {
  options.report.refused({ from, reason });
  return { status, reason };
}

function answerToFailure(options: IntakeOptions, cause: unknown): Answer {
  if (cause instanceof QueueFull) return { status: 429, reason: "too much at once", retryAfter: 600 };
  options.report.failed({ doing: "taking an activity", id: "" }, cause);
  if (cause instanceof StorageFailure) return { status: 503, reason: "storage", retryAfter: 60 };
  return { status: 500, reason: "our mistake" };
}

function respond({ status, reason, retryAfter }: Answer): Response {
  const headers = {
    "content-type": "text/plain; charset=utf-8",
    ...(retryAfter === undefined ? {} : { "retry-after": `${retryAfter}` }),
  };
  return new Response(reason, { status, headers });
}
