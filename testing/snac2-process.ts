import { execFile, spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { chmod, chown, copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { lendClock } from "./faketime.ts";
import { freePort } from "./free-port.ts";
import { sendRequest } from "./http-exchange.ts";
import type { LeapingClock } from "./leaping-clock.ts";
import { startHeartbeat } from "./snac2-heartbeat.ts";
import { waitFor } from "./wait-for.ts";

/** What a snac2 is to be like. */
export type SnacSettings<Name extends string = string> = {
  /** Names of the people who have an account there, at least one: letters, digits and underscores. */
  readonly users: readonly [Name, ...Name[]];
  /** A loopback address; default 127.0.0.11. Two servers are told apart by their ports. */
  readonly address?: string;
  /** Members of `server.json` that replace or join those that the harness sets; see snac(8). */
  readonly config?: { readonly [member: string]: string | number | boolean };
  /** Left out, it goes by the machine's clock. Otherwise asks for Debian's package libfaketime. */
  readonly clock?: LeapingClock;
};

/** A running snac2 as a program. */
export type SnacProcess = {
  readonly origin: string;
  /** Its data folder, on disk. */
  readonly folder: string;
  /** The password of each person, as `snac adduser` printed it. */
  readonly passwords: ReadonlyMap<string, string>;
  /** What it wrote to its log, at debug level 1. */
  readonly log: () => string;
  /** The last forty lines of the log, for the messages of errors. */
  readonly logEnd: () => string;
  /** Runs one command of its command line, with its data folder put in, and gives what was printed. */
  readonly run: (command: string, ...words: readonly string[]) => Promise<string>;
  /** Ends it, by force when it lingers, and removes its folder. */
  readonly stop: () => Promise<void>;
};

/** The ordinary user as whom snac2 runs when the tests run as root: Debian's `nobody`. */
const nobody = 65_534;
const runsAsRoot = process.getuid?.() === 0;
const ordinaryUser = runsAsRoot ? { uid: nobody, gid: nobody } : {};

/** The snac2 program: `snac` on PATH, or Debian's package unpacked to `.cache/snac2` in the project; `undefined` when there is none. */
export function findSnac(): string | undefined {
  const unpacked = resolve(import.meta.dirname, "../.cache/snac2/usr/bin");
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), unpacked];
  return folders.map((folder) => join(folder, "snac")).find(isExecutable);
}

/** Makes a data folder with its people and runs `snac httpd` on it; ready when NodeInfo answers. Throws with the log otherwise. */
export async function startSnacProcess(settings: SnacSettings): Promise<SnacProcess> {
  const place = await mkdtemp(join(tmpdir(), "snac2-"));
  const folder = join(place, "data");
  const program = await installInto(place);
  const { address = "127.0.0.11", clock } = settings;
  const port = await freePort(address);
  const run = (command: string, ...words: readonly string[]) => runSnac(program, [command, folder, ...words]);
  // It asks for address, port, host, prefix and e-mail.
  await runSnac(program, ["init", folder], `${address}\n${port}\n${address}:${port}\n\noperator@snac.example\n`);
  await configure(folder, settings.config);
  const passwords = new Map(await Promise.all(settings.users.map((name) => addUser(run, name))));

  const lent = clock === undefined ? {} : await lendClock(clock, place);
  const heartbeat = await startHeartbeat(join(folder, "user", settings.users[0], "queue"), clock?.now);
  const daemon = spawn(program, ["httpd", folder], {
    ...ordinaryUser,
    env: { DEBUG: "1", ...lent },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const endWithUs = () => daemon.kill("SIGKILL");
  process.once("exit", endWithUs);
  const pieces: Buffer[] = [];
  daemon.stderr.on("data", (piece: Buffer) => void pieces.push(piece));
  const log = () => heartbeat.removedFrom(Buffer.concat(pieces).toString());

  const snac: SnacProcess = {
    origin: `http://${address}:${port}`,
    folder,
    passwords,
    log,
    logEnd: () => `the log of snac2 ends:\n${log().split("\n").slice(-40).join("\n")}`,
    run,
    async stop() {
      process.off("exit", endWithUs);
      await end(daemon);
      await heartbeat.stop();
      await rm(place, { recursive: true, force: true });
    },
  };
  await untilReady(snac, daemon);
  return snac;
}

async function untilReady(snac: SnacProcess, daemon: ChildProcess): Promise<void> {
  const isReady = async () => {
    if (hasEnded(daemon)) return "ended";
    const answered = await sendRequest({ url: `${snac.origin}/.well-known/nodeinfo` });
    return answered.status === 200 && "answers";
  };
  try {
    const state = await waitFor("snac2 answers", isReady, { deadlineMs: 5_000, intervalMs: 10, diagnose: snac.logEnd });
    if (state === "ended") throw new Error(`snac2 ended at once\n${snac.logEnd()}`);
  } catch (error) {
    await snac.stop();
    throw error;
  }
}

/** A copy of the program, since an ordinary user may have no way into the folder where the project lies. */
async function installInto(place: string): Promise<string> {
  const found = findSnac();
  if (found === undefined)
    throw new Error("no snac on PATH nor in .cache/snac2/usr/bin: unpack Debian's package snac2 there");
  const program = join(place, "snac");
  await copyFile(found, program);
  await chmod(program, 0o755);
  if (runsAsRoot) await chown(place, nobody, nobody);
  return program;
}

async function configure(folder: string, config: SnacSettings["config"]): Promise<void> {
  const file = join(folder, "server.json");
  const settings = {
    ...(JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>),
    protocol: "http",
    shared_inboxes: true,
    disable_sandbox: true,
    queue_retry_minutes: 1,
    // Every sign-in of a test comes from one address, wrong ones too.
    badlogin_retries: 1_000,
    ...config,
  };
  await writeFile(file, JSON.stringify(settings));
}

async function addUser(run: SnacProcess["run"], name: string): Promise<readonly [string, string]> {
  const printed = await run("adduser", name);
  const password = /User password is (\S+)/.exec(printed)?.[1];
  if (password === undefined) throw new Error(`snac adduser ${name} printed no password:\n${printed}`);
  return [name, password];
}

function runSnac(program: string, words: readonly string[], input: string = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, words, { ...ordinaryUser, timeout: 10_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(`${stdout}${stderr}`);
      else reject(new Error(`snac ${words.join(" ")} failed:\n${stdout}${stderr}`, { cause: error }));
    });
    child.stdin?.end(input);
  });
}

async function end(daemon: ChildProcess): Promise<void> {
  if (hasEnded(daemon)) return;
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  daemon.kill("SIGTERM");
  const force = setTimeout(() => daemon.kill("SIGKILL"), 1_000);
  await ended;
  clearTimeout(force);
}

function hasEnded(daemon: ChildProcess): boolean {
  return daemon.exitCode !== null || daemon.signalCode !== null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
