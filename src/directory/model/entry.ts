import type { Id } from "../../kernel/base/ids.ts";
import type { SettledFields } from "./claims.ts";
import type { Reply } from "./replies/reply.ts";
import type { Step } from "./ladder/step.ts";
import type { Proof } from "./verification/proofs.ts";

/** The id of an entry; it never changes, whatever its host does. */
export type EntryId = Id<"entry">;

/** A place in the directory. */
export interface Entry {
  readonly id: EntryId;
  /** The host of its server; undefined for what has none. No two entries have the same. */
  readonly domain: string | undefined;
  readonly name: string;
  readonly addedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

/** A place with what is known of it. */
export interface DescribedEntry extends Entry {
  readonly fields: SettledFields;
  /** What it has proved, or somebody began to prove. */
  readonly proofs: readonly Proof[];
  /** What stands above that, or stood. */
  readonly steps: readonly Step[];
  /** What it replies itself to what is said of it. */
  readonly reply: Reply | undefined;
}
