import { createHash } from "node:crypto";
import { canonicalJson, type Json } from "../../base/canonical-json.ts";

/** The first line of a backup. */
export interface BackupHeader {
  readonly koinon: "backup";
  readonly format: 1;
  readonly takenAt: string;
  /** The schema steps that the records were written with. */
  readonly steps: readonly string[];
}

/** The last line of a backup: what must have come before it. */
export interface BackupFooter {
  readonly rows: Readonly<Record<string, number>>;
  readonly hash: string;
}

/** A row of a table, as a line of a backup. */
export interface BackupRow {
  readonly table: string;
  readonly row: Readonly<Record<string, Json>>;
}

const MODULUS = 1n << 256n;

/**
 * The hash of a set of rows, in whatever order they come: the sum modulo 2²⁵⁶ of the SHA-256 of each. Two databases with the same
 * records have the same hash, also across engines, which sort text in their own ways.
 *
 * It finds mistakes and losses, not a forger; against those stands the chain of the activity log.
 */
export interface RecordHash {
  add(row: BackupRow): void;
  /** 64 hexadecimal digits. */
  value(): string;
  rows(): Readonly<Record<string, number>>;
}

/** Begins the hash of no rows. */
export function recordHash(): RecordHash {
  let sum = 0n;
  const counts = new Map<string, number>();
  return {
    add: ({ table, row }) => {
      const digest = createHash("sha256")
        .update(`${table}\n${canonicalJson(row)}`)
        .digest("hex");
      sum = (sum + BigInt(`0x${digest}`)) % MODULUS;
      counts.set(table, (counts.get(table) ?? 0) + 1);
    },
    value: () => sum.toString(16).padStart(64, "0"),
    rows: () => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
