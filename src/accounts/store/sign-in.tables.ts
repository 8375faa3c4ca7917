import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";

/** What every way of signing in remembers of who began it; all of it short-lived and used once. */
type Attempt = {
  /** SHA-256 of the cookie of the browser that began; nobody else may finish. */
  readonly browser_hash: string;
  /** Set when somebody who is signed in adds an identity; null for signing in. */
  readonly adds_to: PersonId | null;
  /** The path on this server to return to. */
  readonly then_path: string;
  readonly expires_at: Microseconds;
};

/** A sign-in under way at the person's own server. */
export type ServerAttemptRow = Attempt & {
  /** SHA-256 of OAuth's `state`. */
  readonly state_hash: string;
  /** The origin of the server that was asked; an answer from any other is refused. */
  readonly server: string;
  /** The client that was registered for this sign-in, or one that sign-ins at that server share. */
  readonly client_id: string;
  /** Sealed by this server's secret (see `kernel/secrets/sealed.ts`). */
  readonly sealed_client_secret: string;
  readonly token_url: string;
};

/** A code on a page, waiting to arrive in a direct message. */
export type CodeAttemptRow = Attempt & {
  /** SHA-256 of the code. */
  readonly code_hash: string;
  readonly shown_at: Microseconds;
  /** Who sent it, once it has come: `ActorFacts` as JSON. */
  readonly claimed_by: string | null;
};

/** A link on its way to a mailbox. */
export type EmailAttemptRow = Omit<Attempt, "browser_hash"> & {
  /** SHA-256 of the token in the link. */
  readonly token_hash: string;
  readonly address: string;
};

/** This server as a client at another, kept for all sign-ins there for some hours, where that is safe (see `model/oauth.ts`). */
export type OAuthClientRow = {
  /** Origin of the server: `https://social.example`. */
  readonly server: string;
  readonly client_id: string;
  readonly sealed_client_secret: string;
  readonly authorize_url: string;
  readonly token_url: string;
  readonly scope: string;
  readonly registered_at: Microseconds;
};

/** Somebody signed in as two people in one session, and may say that both are one. */
export type JoinOfferRow = {
  readonly browser_hash: string;
  /** Who is signed in, and stays. */
  readonly kept: PersonId;
  readonly joined: PersonId;
  readonly then_path: string;
  readonly expires_at: Microseconds;
};

/** How often something was tried within one window of time; old windows are removed. */
export type AttemptCountRow = {
  /** SHA-256 of what is limited and for whom. */
  readonly subject: string;
  readonly window_ends_at: Microseconds;
  readonly count: number;
};

export type SignInTables = {
  readonly server_sign_ins: ServerAttemptRow;
  readonly sign_in_codes: CodeAttemptRow;
  readonly sign_in_links: EmailAttemptRow;
  readonly oauth_clients: OAuthClientRow;
  readonly join_offers: JoinOfferRow;
  readonly attempt_counts: AttemptCountRow;
};

/** The database, seen as the tables of signing in. */
export function signInTables(database: Database) {
  return database.withTables<SignInTables>();
}
