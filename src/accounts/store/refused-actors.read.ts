import type { Database } from "../../kernel/database/database.ts";
import { personByActor, standingOf } from "./people.read.ts";
import { isHostBlocked } from "./server.read.ts";

/** Whether nothing of this actor is heard here: its host, by handle or by URI, is blocked, or its person is suspended. */
export async function isActorRefused(
  read: Database,
  actor: { readonly uri: string; readonly host: string },
): Promise<boolean> {
  if (await isHostBlocked(read, actor.host)) return true;
  if (URL.canParse(actor.uri) && (await isHostBlocked(read, new URL(actor.uri).hostname))) return true;
  const personId = await personByActor(read, actor.uri);
  return personId !== undefined && (await standingOf(read, personId)) === "suspended";
}
