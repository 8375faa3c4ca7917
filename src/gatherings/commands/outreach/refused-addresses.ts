import { createHash } from "node:crypto";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { isRefused, saltOfRefusals } from "../../store/outreach/targets.read.ts";
import { insertRefusals, keepSalt } from "../../store/outreach/targets.write.ts";

/**
 * Whether one of these addresses (handles, hosts, actors' URIs) said to any board of this server that it never wants to be asked again.
 */
export async function neverAsk(context: Pick<CommandContext, "db">, addresses: readonly string[]): Promise<boolean> {
  const salt = await saltOfRefusals(context.db);
  return (
    salt !== undefined &&
    isRefused(
      context.db,
      addresses.map((address) => hashed(salt, address)),
    )
  );
}

/** Keeps that these addresses never want to be asked again: as salted hashes, so that the list of them tells nobody who they are. */
export async function refuseForEver(context: CommandContext, addresses: readonly string[]): Promise<void> {
  const proposed = `${context.ids.unordered()}${context.ids.unordered()}`;
  const salt = await keepSalt(context.db, proposed);
  await insertRefusals(context.db, [...new Set(addresses.map((address) => hashed(salt, address)))]);
}

function hashed(salt: string, address: string): string {
  return createHash("sha256").update(`${salt}\n${address.toLowerCase()}`).digest("hex");
}
