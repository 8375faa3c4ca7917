import { createHash } from "node:crypto";
import type { CommandContext } from "../../kernel/commands/command.ts";
import { hasOptedOut, optedOutAmong, saltOfOptOuts } from "../store/opt-outs.read.ts";
import { insertOptOut, keepSalt } from "../store/opt-outs.write.ts";

/** Whether this host does not want to be listed here. */
export async function isOptedOut(context: Pick<CommandContext, "db">, host: string): Promise<boolean> {
  const salt = await saltOfOptOuts(context.db);
  return salt !== undefined && (await hasOptedOut(context.db, hashed(salt, host)));
}

/** Those of these hosts that do not want to be listed here. */
export async function optedOutOf(
  { db }: Pick<CommandContext, "db">,
  hosts: readonly string[],
): Promise<ReadonlySet<string>> {
  const salt = await saltOfOptOuts(db);
  if (salt === undefined || hosts.length === 0) return new Set();
  const hashes = new Map(hosts.map((host) => [hashed(salt, host), host]));
  const found = await optedOutAmong(db, [...hashes.keys()]);
  return new Set(found.flatMap((hash) => hashes.get(hash) ?? []));
}

/** Keeps that this host does not want to be listed: as a salted hash, so that the list of them names nobody. */
export async function optOut(context: CommandContext, host: string): Promise<void> {
  const salt = await keepSalt(context.db, `${context.ids.unordered()}${context.ids.unordered()}`);
  await insertOptOut(context.db, hashed(salt, host));
}

function hashed(salt: string, host: string): string {
  return createHash("sha256").update(`${salt}\n${host}`).digest("hex");
}
