import type { Application } from "../application.ts";
import type { Egress } from "./egress/egress.ts";
import type { ActorSource } from "./local-actor.ts";
import type { ObjectRoute, Publisher } from "./outgoing.ts";
import type { DirectReply, ReceivedActivity, Recogniser, RemoteActor } from "./received.ts";

/** What the capabilities and the composition give to federation. */
export interface FederationOptions {
  readonly application: Application;
  /** Switched off, every inbox and look-up answers 404, nothing is stored and nothing is sent. */
  readonly isEnabled: boolean;
  readonly egress: Egress;
  readonly server: ServerActor;
  readonly actors: readonly ActorSource[];
  readonly recognisers: readonly Recogniser[];
  readonly publishers: readonly Publisher[];
  readonly objects: readonly ObjectRoute[];
  readonly people: FederatedPeople;
  readonly about: () => Promise<AboutServer>;
  readonly report: FederationReport;
}

/** The actor that stands for the server itself, as the operator set it. */
export interface ServerActor {
  /** The part before the host in `@handle@host`. */
  readonly handle: string;
  readonly createdAt: Temporal.Instant;
  /** Name and plain-text summary, read anew at each serving. */
  describe(): Promise<{ readonly name: string; readonly summary: string }>;
}

/** What only the capabilities know of the people behind remote actors. */
export interface FederatedPeople {
  /** The person whom this actor is, met for the first time or not; undefined when it can be nobody here (it then acts as a visitor). */
  personFor(actor: RemoteActor): Promise<string | undefined>;
  /** Whether the whole server refuses to hear this actor or anybody of its host, sub-domains included. */
  isBlocked(actor: { readonly uri: string; readonly host: string }): Promise<boolean>;
  /** Says something back to the sender, in their language; most likely by `FederationHandle.prepareDirect`. Called at least once. */
  sendReply(reply: DirectReply, to: ReceivedActivity): Promise<void>;
  /** These actors' servers answered 410: they are gone and follow `from` no more. */
  forgetFollowers(from: string, uris: readonly string[]): Promise<void>;
}

/** What NodeInfo says of this server. Counts may be rounded or left out. */
export interface AboutServer {
  readonly version: string;
  readonly people: number;
  readonly activeThisMonth: number;
  readonly activeThisHalfYear: number;
  readonly posts: number;
  readonly isRegistrationOpen: boolean;
  /** Becomes `metadata.koinon`: features, languages, the communities that want to be found. */
  readonly koinon: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** What befalls federation, for whoever keeps the log of the process. Never the text of a message. */
export interface FederationReport {
  readonly refused: (what: { readonly from: string | undefined; readonly reason: string }) => void;
  readonly failed: (what: { readonly doing: string; readonly id: string }, cause: unknown) => void;
}
