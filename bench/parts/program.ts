import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../testing/free-port.ts";
import { openConnections } from "./http-connections.ts";

/** A program of this machine in a process of its own. A resource: whoever started it stops it. */
export interface Program {
  readonly origin: URL;
  readonly pid: number;
  /** From the start of the process to its first answer of 200, in milliseconds. */
  readonly firstAnswerMs: number;
  stop(): Promise<void>;
}

/** Where a Koinon lives while it is measured: as in earnest, on a disk. A resource. */
export interface Home {
  readonly folder: string;
  readonly database: string;
  /** The address of its database in PostgreSQL, where it keeps its records there instead. */
  readonly postgres?: string;
  readonly origin: URL;
  readonly variables: Readonly<Record<string, string>>;
  discard(): void;
}

/** A data folder and an address for one Koinon, both new. */
export async function makeHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), "koinon-bench-"));
  const port = await freePort();
  const origin = new URL(`http://127.0.0.1:${port}`);
  const variables = {
    KOINON_ORIGIN: origin.origin,
    KOINON_HOST: "127.0.0.1",
    KOINON_DATA: folder,
    KOINON_ALLOW_PRIVATE_ADDRESSES: "yes",
    PORT: `${port}`,
  };
  const discard = () => rmSync(folder, { recursive: true, force: true });
  return { folder, database: join(folder, "koinon.sqlite"), origin, variables, discard };
}

/** As {@link makeHome}, with its records in a new database of this cluster. */
export async function makeHomeInPostgres(cluster: string, name: string): Promise<Home> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
  const url = new URL(`/${name}`, cluster).href;
  const home = await makeHome();
  return { ...home, postgres: url, variables: { ...home.variables, DATABASE_URL: url } };
}

/** Starts the real program, `bin/koinon start`, and waits until it answers. */
export function startKoinon(home: Home): Promise<Program> {
  return start(["bin/koinon", "start"], home.variables, home.origin);
}

/** Starts this very bench again in a role of its own; it listens on the port it is told. */
export async function startRole(role: string, words: readonly string[]): Promise<Program> {
  const port = await freePort();
  const [, bench = ""] = process.argv;
  return start([bench, role, `${port}`, ...words], {}, new URL(`http://127.0.0.1:${port}`));
}

/** Processor time that a process has used so far, in microseconds. */
export function processorMicroseconds(pid: number): number {
  const [, fields = ""] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  // proc(5): utime and stime are fields 14 and 15, in ticks of a hundredth of a second; the state is field 3.
  const [user = "0", system = "0"] = fields.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10_000;
}

/** Resident memory of a process, in MiB. */
export function residentMiB(pid: number): number {
  const [, kib = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

async function start(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  origin: URL,
): Promise<Program> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...variables },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const firstAnswerMs = (await firstAnswerAt(origin, child)) - startedAt;
  if (child.pid === undefined) throw new Error(`${words.join(" ")} did not start`);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { origin, pid: child.pid, firstAnswerMs, stop };
}

/** When the program first answers 200; asked again and again, since it cannot say. */
async function firstAnswerAt(origin: URL, child: ChildProcess): Promise<number> {
  const request = Buffer.from(
    `GET / HTTP/1.1\r\nHost: ${origin.host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`,
  );
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program at ${origin.origin} ended with ${child.exitCode}`);
    const connections = openConnections(origin.hostname, Number(origin.port), 1);
    const answer = await connections.send(request).catch(() => undefined);
    connections.close();
    if (answer?.status === 200) return answer.doneAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
