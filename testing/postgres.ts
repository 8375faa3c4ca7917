import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, globSync, statfsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port.ts";
import { waitFor } from "./wait-for.ts";

/** A PostgreSQL server of our own, empty, on loopback. A resource: whoever started it stops it. */
export interface PostgresCluster {
  /** Of its maintenance database, for a superuser: `postgres://koinon@127.0.0.1:5433/postgres`. */
  readonly url: string;
  /** Ends it at once, as an operator's stop would, and keeps its folder. */
  down(): Promise<void>;
  /** Starts it again at the same address after {@link down}. */
  up(): Promise<void>;
  /** What it has written to its log. */
  log(): string;
  /** Ends it at once, as an operator's stop would, and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Vitest's global setup of every project on PostgreSQL: one cluster for the whole run, its address in `DATABASE_URL`.
 *
 * `KOINON_TEST_DATABASE_URL` names a server to use instead; its user must be allowed to create databases.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env["KOINON_TEST_DATABASE_URL"];
  if (given !== undefined) {
    project.config.env["DATABASE_URL"] = given;
    return undefined;
  }
  const cluster = await startPostgres();
  // Setups run one after the other: the next project finds the cluster of the first.
  process.env["KOINON_TEST_DATABASE_URL"] = cluster.url;
  project.config.env["DATABASE_URL"] = cluster.url;
  return async () => {
    delete process.env["KOINON_TEST_DATABASE_URL"];
    await cluster.stop();
  };
}

/**
 * Makes a cluster in a temporary folder under `under` and starts it, as the user `postgres` when run by root. Throws with its log
 * otherwise.
 */
export async function startPostgres(under = quickFolder()): Promise<PostgresCluster> {
  const programs = findPostgres();
  if (programs === undefined)
    throw new Error("PostgreSQL's programs are missing; scripts/install-test-tools.ts installs them");
  const folder = await mkdtemp(join(under, "koinon-postgres-"));
  if (runsAsRoot) await finish(spawn("chown", ["postgres:", folder]));
  const data = join(folder, "data");
  // A linguistic order, as most servers have: a query that forgets to name its order is found by its tests.
  const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8"];
  await finish(
    asPostgres(join(programs, "initdb"), ["-D", data, "-U", "koinon", "--auth=trust", "--no-sync", ...order]),
  );

  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "max_connections=200"];
  const lines: string[] = [];
  const log = () => lines.join("");
  const url = `postgres://koinon@127.0.0.1:${port}/postgres`;
  const words = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  let server: ChildProcess | undefined;
  const up = async () => {
    const started = asPostgres(join(programs, "postgres"), words);
    started.stderr?.on("data", (piece: Buffer) => void lines.push(piece.toString()));
    server = started;
    const answering = waitFor("PostgreSQL answers", () => answers(url), {
      deadlineMs: 20_000,
      intervalMs: 50,
      diagnose: log,
    });
    await Promise.race([answering, finish(started)]);
  };
  const down = async () => {
    if (server !== undefined) await end(server);
  };
  const stop = async () => {
    await down();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await up();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, down, up, log, stop };
}

/**
 * Memory, where there is enough of it, else the usual place. PostgreSQL syncs every commit as it does for an operator; in memory that
 * costs nothing, and the suites take less than half the time.
 */
function quickFolder(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30 ? memory : tmpdir();
}

/** The folder of PostgreSQL's programs: one on PATH, else the newest of Debian's; `undefined` when there is none. */
export function findPostgres(): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(delimiter);
  const ofDebian = globSync("/usr/lib/postgresql/*/bin").toSorted((one, other) => version(other) - version(one));
  return [...onPath, ...ofDebian].find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

function version(folder: string): number {
  return Number(folder.split("/").at(-2));
}

const runsAsRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, words: readonly string[]): ChildProcess {
  if (!runsAsRoot) return spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  const become = ["--reuid=postgres", "--regid=postgres", "--init-groups", program];
  return spawn("setpriv", [...become, ...words], { cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
}

async function finish(child: ChildProcess): Promise<void> {
  const complaints: string[] = [];
  child.stderr?.on("data", (piece: Buffer) => void complaints.push(piece.toString()));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} failed:\n${complaints.join("")}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  // SIGINT is PostgreSQL's fast stop: it lets nobody finish, and leaves a clean folder.
  server.kill("SIGINT");
  await ended;
}
