import { createHash } from "node:crypto";
import { canonicalJson } from "../base/canonical-json.ts";
import { instantFromMicroseconds } from "../base/time.ts";
import type { LogEntryRow } from "./log.tables.ts";

/** What the hash of an entry covers: everything in its row but the hash itself. */
export type UnhashedEntry = Omit<LogEntryRow, "hash">;

/** The hash before the first entry of every chain. */
export const genesisHash = "0".repeat(64);

/** SHA-256, in hex, of the canonical JSON of an entry; anyone with the row can recompute it. */
export function entryHash(entry: UnhashedEntry): string {
  return sha256(
    canonicalJson({
      actor: entry.actor,
      at: instantFromMicroseconds(entry.at).toString(),
      chain: entry.chain,
      command: entry.command,
      digest: entry.digest,
      event: entry.event,
      previous: entry.previous_hash,
      sequence: entry.sequence,
      version: entry.version,
    }),
  );
}

/** SHA-256, in hex, of `salt:payload`. Without the salt, short payloads (a yes or a no) could be guessed from the digest. */
export function payloadDigest(salt: string, payload: string): string {
  return sha256(`${salt}:${payload}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
