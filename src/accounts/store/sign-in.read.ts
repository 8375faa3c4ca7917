import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { ActorFacts, PersonId } from "../model/person.ts";
import { signInTables, type OAuthClientRow } from "./sign-in.tables.ts";

/** A code that a browser shows. */
export interface ShownCode {
  readonly shownAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  /** Who sent it, once it has come. */
  readonly claimedBy: ActorFacts | undefined;
}

/** The code that this browser shows at the moment, if any. */
export async function shownCode(
  read: Database,
  browserHash: string,
  now: Temporal.Instant,
): Promise<ShownCode | undefined> {
  const row = await signInTables(read)
    .selectFrom("sign_in_codes")
    .select(["shown_at", "expires_at", "claimed_by"])
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    shownAt: instantFromMicroseconds(row.shown_at),
    expiresAt: instantFromMicroseconds(row.expires_at),
    claimedBy: row.claimed_by === null ? undefined : (JSON.parse(row.claimed_by) as ActorFacts),
  };
}

/** What a link in an e-mail is for. */
export interface OpenedLink {
  readonly address: string;
  readonly addsTo: PersonId | undefined;
}

/** The sign-in for which this link was sent, while it can be used. */
export async function openedLink(
  read: Database,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<OpenedLink | undefined> {
  const row = await signInTables(read)
    .selectFrom("sign_in_links")
    .select(["address", "adds_to"])
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .executeTakeFirst();
  return row === undefined ? undefined : { address: row.address, addsTo: row.adds_to ?? undefined };
}

/** The two people that this browser proved to be, while it may say that they are one. */
export async function joinOffer(read: Database, browserHash: string, now: Temporal.Instant) {
  return signInTables(read)
    .selectFrom("join_offers")
    .select(["kept", "joined"])
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .executeTakeFirst();
}

/** This server's client at another, if one registered after `since` is kept. */
export function sharedClient(
  read: Database,
  server: string,
  since: Temporal.Instant,
): Promise<OAuthClientRow | undefined> {
  return signInTables(read)
    .selectFrom("oauth_clients")
    .selectAll()
    .where("server", "=", server)
    .where("registered_at", ">", microsecondsFromInstant(since))
    .executeTakeFirst();
}
