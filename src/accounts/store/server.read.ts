import type { Database } from "../../kernel/database/database.ts";
import { hostAndParents } from "../model/blocked-host.ts";
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
    foundingIsOpen: row.founding_is_open === 1,
    isSetUp: true,
  };
}

/** Whether this server has nothing to do with a host: it or a host above it is suspended. Asked for every activity and fetch. */
export async function isHostBlocked(read: Database, host: string): Promise<boolean> {
  const row = await serverTables(read)
    .selectFrom("blocked_hosts")
    .select("host")
    .where("host", "in", hostAndParents(host))
    .where("severity", "=", "suspend")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
