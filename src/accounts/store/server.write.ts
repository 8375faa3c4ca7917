import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { BackupKind } from "../model/backup.ts";
import type { BlockedHost } from "../model/blocked-host.ts";
import type { ServerSettings } from "../model/server-settings.ts";
import { serverTables } from "./server.tables.ts";

/** Keeps what the operator decided; the first time, the server is set up by it. */
export async function keepServerSettings(
  transaction: Database,
  settings: Omit<ServerSettings, "isSetUp">,
  now: Temporal.Instant,
): Promise<void> {
  const values = {
    name: settings.name,
    description: settings.description,
    contact: settings.contact,
    languages: JSON.stringify(settings.languages),
    hue: settings.hue,
    zone: settings.zone,
    founding_is_open: settings.foundingIsOpen ? 1 : 0,
  };
  await serverTables(transaction)
    .insertInto("server_settings")
    .values({ id: "server", ...values, set_up_at: microsecondsFromInstant(now) })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}

/** Makes one link to take charge by, and no other. */
export async function keepOperatorLink(
  transaction: Database,
  tokenHash: string,
  expiresAt: Temporal.Instant,
): Promise<void> {
  const tables = serverTables(transaction);
  await tables.deleteFrom("operator_links").execute();
  await tables
    .insertInto("operator_links")
    .values({ token_hash: tokenHash, expires_at: microsecondsFromInstant(expiresAt) })
    .execute();
}

/** Takes the link out for good; answers whether it was the one, and in time. */
export async function takeOperatorLink(
  transaction: Database,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const taken = await serverTables(transaction)
    .deleteFrom("operator_links")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .returning("token_hash")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Keeps when a backup was last made or tried; of earlier ones nothing is kept but the log. */
export async function keepBackup(
  transaction: Database,
  kind: BackupKind,
  isGood: boolean,
  at: Temporal.Instant,
): Promise<void> {
  const values = { at: microsecondsFromInstant(at), is_good: isGood ? 1 : 0 };
  await serverTables(transaction)
    .insertInto("backups")
    .values({ kind, ...values })
    .onConflict((conflict) => conflict.column("kind").doUpdateSet(values))
    .execute();
}

/** Blocks a host, or changes how and why it is blocked. */
export async function keepBlockedHost(
  transaction: Database,
  blocked: BlockedHost,
  at: Temporal.Instant,
): Promise<void> {
  const { host, severity, reason } = blocked;
  await serverTables(transaction)
    .insertInto("blocked_hosts")
    .values({ host, severity, reason, blocked_at: microsecondsFromInstant(at) })
    .onConflict((conflict) => conflict.column("host").doUpdateSet({ severity, reason }))
    .execute();
}

/** Lifts the block of a host; answers whether there was one. */
export async function dropBlockedHost(transaction: Database, host: string): Promise<boolean> {
  const dropped = await serverTables(transaction)
    .deleteFrom("blocked_hosts")
    .where("host", "=", host)
    .returning("host")
    .executeTakeFirst();
  return dropped !== undefined;
}
