import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { BackupKind, LastBackup } from "../model/backup.ts";
import { hostAndParents, type BlockedHost, type Severity } from "../model/blocked-host.ts";
import { untouchedSettings, type ServerSettings } from "../model/server-settings.ts";
import { serverTables } from "./server.tables.ts";

/** What the operator decided; plain defaults before anybody has taken charge. */
export async function serverSettings(read: Database): Promise<ServerSettings> {
  const row = await serverTables(read).selectFrom("server_settings").selectAll().executeTakeFirst();
  if (row === undefined) return untouchedSettings;
  return {
    name: row.name,
    description: row.description,
    contact: row.contact,
    languages: JSON.parse(row.languages) as readonly string[],
    hue: row.hue,
    zone: row.zone,
    foundingIsOpen: row.founding_is_open === 1,
    isSetUp: true,
  };
}

/** Whether this server has nothing to do with a host: it or a host above it is suspended. Asked for every activity and fetch. */
export async function isHostBlocked(read: Database, host: string): Promise<boolean> {
  return (await suspendedAmong(read, { hosts: hostAndParents(host) })).rows.length > 0;
}

const suspendedAmong = prepared((read, given: { hosts: readonly string[] }) =>
  serverTables(read)
    .selectFrom("blocked_hosts")
    .select("host")
    .where("host", "in", given.hosts)
    .where("severity", "=", "suspend")
    .limit(1),
);

/** When a backup was last made or tried, and how it went; undefined for never. */
export async function lastBackup(read: Database, kind: BackupKind): Promise<LastBackup | undefined> {
  const row = await serverTables(read).selectFrom("backups").selectAll().where("kind", "=", kind).executeTakeFirst();
  return row && { at: instantFromMicroseconds(row.at), isGood: row.is_good === 1 };
}

/** Whether this link to take charge by can still be used. */
export async function isOperatorLinkGood(read: Database, tokenHash: string, now: Temporal.Instant): Promise<boolean> {
  const row = await serverTables(read)
    .selectFrom("operator_links")
    .select("token_hash")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .executeTakeFirst();
  return row !== undefined;
}

/** The blocked hosts in alphabetical order, `most` of them after the host `after`. */
export async function blockedHosts(read: Database, after: string, most: number): Promise<readonly BlockedHost[]> {
  const rows = await serverTables(read)
    .selectFrom("blocked_hosts")
    .select(["host", "severity", "reason"])
    .where("host", ">", after)
    .orderBy("host")
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, severity: row.severity as Severity }));
}
