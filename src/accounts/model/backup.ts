/** `made`: written by the operator's command. `tried`: made, restored and compared by the server itself, and thrown away. */
export const backupKinds = ["made", "tried"] as const;

export type BackupKind = (typeof backupKinds)[number];

/** What is known of the last backup of a kind. */
export interface LastBackup {
  readonly at: Temporal.Instant;
  /** Whether all records came through. */
  readonly isGood: boolean;
}
