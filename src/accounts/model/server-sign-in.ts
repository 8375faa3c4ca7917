import type { Result } from "../../kernel/base/result.ts";
import type { ActorFacts } from "./person.ts";
import type { TypedAccount } from "./typed-account.ts";

/** Signing in at the person's own server, as pages use it: there and back again. */
export interface ServerSignIn {
  /** Where to send the browser: the page of that server that asks whether this one may know who they are. */
  begin(account: TypedAccount, visit: BegunVisit): Promise<Result<URL, BeginFailure>>;
  /** Who they are, once the browser is back. */
  finish(visit: ReturnedVisit): Promise<Result<ProvenVisit, FinishFailure>>;
}

/** Who begins, and from where. */
export interface BegunVisit {
  readonly browserHash: string;
  /** Who is signed in and adds an account; undefined for signing in. */
  readonly personId: string | undefined;
  /** A path on this server to return to. */
  readonly thenPath: string;
  /** The network address that asks. */
  readonly address: string;
}

/** What the other server sent back with the browser. */
export interface ReturnedVisit {
  readonly browserHash: string;
  /** The host in the address to which the browser was sent back. */
  readonly host: string;
  readonly state: string;
  readonly code: string;
  /** The server's name for itself, where it gives one (RFC 9207). */
  readonly issuer: string | undefined;
}

/** An account whose own server has vouched for the browser. */
export interface ProvenVisit {
  readonly actor: ActorFacts;
  readonly addsTo: string | null;
  readonly thenPath: string;
}

/** Why nobody can be sent to that server. */
export interface BeginFailure {
  readonly kind: "too-many" | "account-host-blocked" | "no-such-account" | "server-unreachable" | "server-unsuitable";
}

/**
 * Why nobody is signed in: nothing of the kind was begun in this browser (`sign-in-lost`), the server did not confirm it
 * (`server-refused`), cannot be reached, or spoke of an account that is not its own (`account-not-theirs`).
 */
export interface FinishFailure {
  readonly kind: "sign-in-lost" | "server-refused" | "server-unreachable" | "account-not-theirs";
  /** Where they wanted to go, where that is known. */
  readonly thenPath?: string;
}
