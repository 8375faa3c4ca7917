import { ConfigurationProblem, readConfiguration } from "./configuration.ts";
import { FolderHeld, FolderUnusable } from "./data-folder.ts";
import { CannotListen } from "./listen.ts";
import { RestoreProblem } from "../kernel/database/backup/restore.ts";
import { NotADatabase, StorageFailure } from "../kernel/database/database.ts";
import { SchemaTooNew } from "../kernel/database/migrate.ts";
import { NoRecords } from "./records.ts";
import type { LineCommand } from "./cli/line-command.ts";
import { BackupProblem } from "./backup-file.ts";
import { backupCommand, restoreCommand, tryBackupCommand } from "./cli/backup.ts";
import { countCommand } from "./cli/count.ts";
import { demoCommand } from "./cli/demo.ts";
import { exportCommand, logCommand } from "./cli/log.ts";
import { migrateCommand } from "./cli/migrate.ts";
import { operatorLinkCommand } from "./cli/operator-link.ts";
import { startCommand, workerCommand } from "./cli/start.ts";

/** What `koinon` can be told, in the order of its help. */
const commands: readonly LineCommand[] = [
  startCommand,
  workerCommand,
  migrateCommand,
  demoCommand,
  operatorLinkCommand,
  backupCommand,
  restoreCommand,
  tryBackupCommand,
  logCommand,
  exportCommand,
  countCommand,
];

/** What the operator can mend, and is told of in a line. */
const expected = [
  ConfigurationProblem,
  FolderHeld,
  FolderUnusable,
  CannotListen,
  NoRecords,
  NotADatabase,
  BackupProblem,
  RestoreProblem,
  StorageFailure,
  SchemaTooNew,
];

process.exitCode = await run(process.argv.slice(2));

/** Carries out one command line; the exit code is 0, 1 for something that failed, or 2 for something that must be mended first. */
async function run(words: readonly string[]): Promise<number> {
  const [name = "", ...rest] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    console.error(usage());
    return name === "" || name === "help" || name === "--help" ? 0 : 2;
  }
  try {
    return await command.run(readConfiguration(process.env), rest);
  } catch (cause) {
    if (!isExpected(cause)) throw cause;
    for (const line of cause.message.split("\n")) console.error(`koinon: ${line}`);
    return 2;
  }
}

function usage(): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map((command) => `  koinon ${command.usage.padEnd(width)}  ${command.does}`);
  return ["usage:", ...lines, "", "Settings come from the environment; docs/operating.md lists them."].join("\n");
}

/** What the operator can mend by themselves: told in a line, without a trace of the program. */
function isExpected(cause: unknown): cause is Error {
  return expected.some((kind) => cause instanceof kind);
}
