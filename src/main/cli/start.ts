import { flushCompileCache } from "node:module";
import { serverSettings } from "../../accounts/index.ts";
import { tryBackupAside } from "../backup-trial.ts";
import type { Configuration } from "../configuration.ts";
import { holdDataFolder, type HeldFolder } from "../data-folder.ts";
import { openKoinon, type Koinon } from "../koinon.ts";
import { listen } from "../listen.ts";
import { processLog } from "../../kernel/process-log.ts";
import type { LineCommand } from "./line-command.ts";
import { newOperatorLink } from "./operator-link.ts";

/** `koinon start`: the web, federation and the clock's work in one process, until told to stop. */
export const startCommand: LineCommand = {
  name: "start",
  usage: "start",
  does: "serves pages and federation, and does what is due",
  run: (configuration) =>
    serve(configuration, {
      greet: async ({ application }) => {
        if ((await serverSettings(application.read)).isSetUp) return;
        console.log(
          `Nobody is in charge yet. Open this link within a day to take charge:\n${await newOperatorLink(application)}`,
        );
      },
    }),
};

/** `koinon worker`: only the clock's work and deliveries, beside servers that share a PostgreSQL database. */
export const workerCommand: LineCommand = {
  name: "worker",
  usage: "worker",
  does: "only delivers and does what is due (with PostgreSQL, as many as you like)",
  run: (configuration) =>
    whileHeld(configuration, async (koinon, toldToStop) => {
      koinon.work();
      console.log("Koinon is working.");
      await toldToStop;
    }),
};

/** What may be done around serving. */
interface AroundServing {
  /** Once the data folder is held, before it is opened for serving. */
  readonly prepare?: (configuration: Configuration) => Promise<void>;
  /** Once requests are answered. */
  readonly greet: (koinon: Koinon) => Promise<void>;
}

/** Serves and works until told to stop. */
export function serve(configuration: Configuration, { prepare, greet }: AroundServing): Promise<number> {
  const work = async (koinon: Koinon, toldToStop: Promise<void>): Promise<void> => {
    const listening = await listen(koinon, { host: configuration.host, port: configuration.port });
    koinon.work();
    console.log(`Koinon is at ${configuration.origin.origin}`);
    await greet(koinon);
    // Node writes it only when a process ends well, and a server may not.
    flushCompileCache();
    await toldToStop;
    await listening.close();
  };
  return whileHeld(configuration, work, prepare);
}

async function whileHeld(
  configuration: Configuration,
  work: (koinon: Koinon, toldToStop: Promise<void>) => Promise<void>,
  prepare?: (configuration: Configuration) => Promise<void>,
): Promise<number> {
  // Listened for from the first: who stops a server that is just starting wants it to end well, too.
  const toldToStop = untilToldToStop();
  const held = holdIfEmbedded(configuration);
  outliveBugs();
  try {
    if (held?.isOnNetwork === true) {
      console.error(
        `koinon: ${configuration.dataFolder} is on a network file system, where the embedded database is not safe. Use a local disk, or DATABASE_URL.`,
      );
    }
    await prepare?.(configuration);
    const koinon = await openKoinon(configuration, { tryBackup: tryBackupAside });
    try {
      await work(koinon, toldToStop);
    } finally {
      await koinon.close();
    }
    return 0;
  } finally {
    held?.release();
  }
}

/**
 * A promise that nobody awaits and that fails is a bug, and is told of; it must not end the program for everybody else. What is
 * written is safe all the same: nothing is answered before its commit.
 */
function outliveBugs(): void {
  const log = processLog(
    (line) => process.stderr.write(`${line}\n`),
    () => Temporal.Now.instant(),
  );
  process.on("unhandledRejection", (cause) => log.failure("unhandled-failure", cause));
}

function holdIfEmbedded(configuration: Configuration): HeldFolder | undefined {
  return configuration.database.kind === "sqlite"
    ? holdDataFolder(configuration.dataFolder, Temporal.Now.instant())
    : undefined;
}

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
