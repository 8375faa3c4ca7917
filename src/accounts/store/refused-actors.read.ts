import type { Database } from "../../kernel/database/database.ts";
import { isActorSuspended } from "./people.read.ts";
import { isHostBlocked } from "./server.read.ts";

/** Whether nothing of this actor is heard here: its host, by handle or by URI, is blocked, or its person is suspended. */
export async function isActorRefused(
  read: Database,
  actor: { readonly uri: string; readonly host: string },
): Promise<boolean> {
  const hosts = new Set([actor.host, URL.parse(actor.uri)?.hostname ?? actor.host]);
  for (const host of hosts) if (await isHostBlocked(read, host)) return true;
  return isActorSuspended(read, actor.uri);
}
