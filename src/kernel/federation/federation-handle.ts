import type { Subscriber } from "../activity-log/subscribers.ts";
import type { Result } from "../base/result.ts";
import type { Write } from "../database/database.ts";
import type { FastLane } from "./fast-lane/create-fast-lane.ts";
import type { RemoteActor } from "./received.ts";
import type { ServedDocuments } from "./serving/served-documents.ts";

/** A message to one person, from a local actor. */
export interface DirectMessage {
  /** The id of the local actor that speaks. */
  readonly from: string;
  readonly to: string;
  /** Plain text; blank lines part paragraphs, URLs become links. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string | undefined;
  readonly inReplyTo: string | undefined;
  /** Makes it recognisable: the same key from the same actor is sent once, however often it is told. */
  readonly key: string;
}

/** Why an actor could not be found. `unreachable` may be tried again later; the others will not get better by themselves. */
export interface LookUpFailure {
  readonly kind: "not-a-handle" | "no-such-actor" | "not-theirs" | "refused" | "unreachable";
}

/** Running federation. */
export interface FederationHandle {
  /** Answers what is ActivityPub's; everything else, and HTML clients, go on to `next`. */
  fetch(request: Request, next: (request: Request) => Response | Promise<Response>): Promise<Response>;
  readonly subscribers: readonly Subscriber[];
  /** Finds `@ana@social.example`, `acct:…` or an actor's or profile's URL; proven by WebFinger both ways. */
  lookUpActor(name: string): Promise<Result<RemoteActor, LookUpFailure>>;
  /** Composes the message; what is given back queues it, and then it is sent by whichever process runs the queues. */
  prepareDirect(message: DirectMessage): Promise<Write>;
  /** Works off what was received and what is to be sent, until the signal; settles when the work in hand is done. */
  startQueues(signal: AbortSignal): Promise<void>;
  /** Does what is waiting and due now, once, and says how much that was; tests pump this instead of running queues. */
  pump(): Promise<number>;
  /** Settles when everything that arrived before an instant of the past is acted on, as far as that needs no other try. */
  actedOn(before: Temporal.Instant, signal: AbortSignal): Promise<void>;
  /** Says that there may be something new to deliver. */
  wake(): void;
  /** The tables whose rows are taken in hand by one process at a time. */
  readonly heldTables: readonly string[];
  /** To be told after every commit, so that served documents are made anew. */
  changed(): void;
  /** The short way in, to be tried before {@link FederationHandle.fetch} for each request of Node's server; undefined when switched off. */
  readonly fastLane: FastLane | undefined;
  /** Documents that are in memory, to be looked for before {@link FederationHandle.fetch} too. */
  readonly documents: Pick<ServedDocuments, "remembered">;
}
