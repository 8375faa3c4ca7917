import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { ActorFacts } from "../model/person.ts";
import {
  signInTables,
  type CodeAttemptRow,
  type EmailAttemptRow,
  type JoinOfferRow,
  type OAuthClientRow,
  type ServerAttemptRow,
} from "./sign-in.tables.ts";

/** So many servers are remembered as a client's at most; the oldest go first. */
const MOST_CLIENTS = 1_000;

/** Remembers a sign-in that goes on at another server. */
export async function keepServerSignIn(transaction: Database, attempt: ServerAttemptRow): Promise<void> {
  await signInTables(transaction).insertInto("server_sign_ins").values(attempt).execute();
}

/** Takes a sign-in out for good, whoever asks: a `state` is used once. */
export function takeServerSignIn(transaction: Database, stateHash: string): Promise<ServerAttemptRow | undefined> {
  return signInTables(transaction)
    .deleteFrom("server_sign_ins")
    .where("state_hash", "=", stateHash)
    .returningAll()
    .executeTakeFirst();
}

/** Remembers the code that a browser shows, in place of the one it showed before. */
export async function keepCode(transaction: Database, attempt: CodeAttemptRow): Promise<void> {
  const tables = signInTables(transaction);
  await tables.deleteFrom("sign_in_codes").where("browser_hash", "=", attempt.browser_hash).execute();
  await tables.insertInto("sign_in_codes").values(attempt).execute();
}

/** Writes down who sent a code that nobody sent before; gives the hash of the browser that shows it, if there is one. */
export async function claimCode(
  transaction: Database,
  codeHash: string,
  actor: ActorFacts,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const claimed = await signInTables(transaction)
    .updateTable("sign_in_codes")
    .set({ claimed_by: JSON.stringify(actor) })
    .where("code_hash", "=", codeHash)
    .where("claimed_by", "is", null)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .returning("browser_hash")
    .executeTakeFirst();
  return claimed?.browser_hash;
}

/** Takes out the code of a browser, used or not. */
export function takeCode(transaction: Database, browserHash: string): Promise<CodeAttemptRow | undefined> {
  return signInTables(transaction)
    .deleteFrom("sign_in_codes")
    .where("browser_hash", "=", browserHash)
    .returningAll()
    .executeTakeFirst();
}

/** Remembers a link that goes to a mailbox. */
export async function keepLink(transaction: Database, attempt: EmailAttemptRow): Promise<void> {
  await signInTables(transaction).insertInto("sign_in_links").values(attempt).execute();
}

/** Takes a link out for good: it works once. */
export function takeLink(transaction: Database, tokenHash: string): Promise<EmailAttemptRow | undefined> {
  return signInTables(transaction)
    .deleteFrom("sign_in_links")
    .where("token_hash", "=", tokenHash)
    .returningAll()
    .executeTakeFirst();
}

/** Remembers that a browser proved to be two people, in place of what it proved before. */
export async function keepJoinOffer(transaction: Database, offer: JoinOfferRow): Promise<void> {
  const tables = signInTables(transaction);
  await tables.deleteFrom("join_offers").where("browser_hash", "=", offer.browser_hash).execute();
  await tables.insertInto("join_offers").values(offer).execute();
}

/** Takes out what a browser proved. */
export function takeJoinOffer(transaction: Database, browserHash: string): Promise<JoinOfferRow | undefined> {
  return signInTables(transaction)
    .deleteFrom("join_offers")
    .where("browser_hash", "=", browserHash)
    .returningAll()
    .executeTakeFirst();
}

/** Keeps this server's client at another for the sign-ins to come, and no more than a thousand of them. */
export async function keepClient(transaction: Database, client: OAuthClientRow): Promise<void> {
  const tables = signInTables(transaction);
  await tables.deleteFrom("oauth_clients").where("server", "=", client.server).execute();
  await tables.insertInto("oauth_clients").values(client).execute();
  const oldest = await tables
    .selectFrom("oauth_clients")
    .select("server")
    .orderBy("registered_at", "desc")
    .offset(MOST_CLIENTS)
    .limit(100)
    .execute();
  if (oldest.length === 0) return;
  const servers = oldest.map((row) => row.server);
  await tables.deleteFrom("oauth_clients").where("server", "in", servers).execute();
}

/** Counts one more try and answers how many there were in the window that is open, or in a new one. */
export async function countTry(
  transaction: Database,
  subject: string,
  now: Temporal.Instant,
  window: Temporal.DurationLike,
): Promise<number> {
  const tables = signInTables(transaction);
  const counted = await tables
    .updateTable("attempt_counts")
    .set((is) => ({ count: is("count", "+", 1) }))
    .where("subject", "=", subject)
    .where("window_ends_at", ">", microsecondsFromInstant(now))
    .returning("count")
    .executeTakeFirst();
  if (counted !== undefined) return counted.count;
  await tables.deleteFrom("attempt_counts").where("subject", "=", subject).execute();
  const windowEnds = microsecondsFromInstant(now.add(window));
  await tables.insertInto("attempt_counts").values({ subject, window_ends_at: windowEnds, count: 1 }).execute();
  return 1;
}

/** Forgets every attempt, offer and count whose time is over, so that none of these tables grows for ever. */
export async function dropExpiredAttempts(transaction: Database, now: Temporal.Instant): Promise<void> {
  const tables = signInTables(transaction);
  const at = microsecondsFromInstant(now);
  await tables.deleteFrom("server_sign_ins").where("expires_at", "<=", at).execute();
  await tables.deleteFrom("sign_in_codes").where("expires_at", "<=", at).execute();
  await tables.deleteFrom("sign_in_links").where("expires_at", "<=", at).execute();
  await tables.deleteFrom("join_offers").where("expires_at", "<=", at).execute();
  await tables.deleteFrom("attempt_counts").where("window_ends_at", "<=", at).execute();
}
