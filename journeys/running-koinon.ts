import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "@playwright/test";
import { freePort } from "../testing/free-port.ts";
import { waitFor } from "../testing/wait-for.ts";

/** The built program as a process of its own, as an operator starts it. A resource: whoever started it stops it. */
export interface RunningProgram {
  readonly origin: string;
  readonly pid: number;
  /** All that it has printed so far. */
  readonly printed: () => string;
  /** The first link that it printed, such as that by which somebody takes charge; waits until it is there. */
  readonly link: () => Promise<string>;
  /** Ends it by SIGTERM and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** How a program under test is started. */
export interface ProgramSettings {
  readonly folder: string;
  readonly command?: "start" | "demo";
  /** The same port again keeps the origin, and with it sessions and ids. */
  readonly port?: number;
  /** A loopback address; another one than a snac2's makes them two hosts. */
  readonly address?: string;
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts `bin/koinon` on a loopback address and settles once it answers; throws, with what it printed, when it ends before. */
export async function startProgram(settings: ProgramSettings): Promise<RunningProgram> {
  const { folder, command = "start", address = "127.0.0.1" } = settings;
  const port = settings.port ?? (await freePort(address));
  const origin = `http://${address}:${port}`;
  const { child, printed, ended } = launch(command, {
    KOINON_DATA: folder,
    KOINON_ORIGIN: origin,
    KOINON_HOST: address,
    KOINON_ALLOW_PRIVATE_ADDRESSES: "yes",
    PORT: String(port),
  });
  const patience = { deadlineMs: 60_000, diagnose: printed };
  await waitFor(
    "the program to listen, or to end",
    () => printed().includes("Koinon is at ") || child.exitCode !== null,
    patience,
  );
  if (child.exitCode !== null) throw new Error(`koinon ${command} ended with ${child.exitCode}:\n${printed()}`);
  return {
    origin,
    pid: child.pid ?? 0,
    printed,
    link: () => waitFor("the program to print a link", () => /^http\S+token=\S+$/m.exec(printed())?.[0], patience),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Runs `bin/koinon start` where it is expected to give up, and gives its exit code and what it printed. */
export async function startInVain(folder: string): Promise<{ readonly code: number | null; readonly printed: string }> {
  const { ended, printed } = launch("start", { KOINON_DATA: folder, PORT: String(await freePort()) });
  return { code: await ended, printed: printed() };
}

/** Runs one command that ends by itself beside a running program, on the same data, and gives the last line it printed. */
export async function runOnce(command: string, folder: string, origin: string): Promise<string> {
  const { ended, printed } = launch(command, { KOINON_DATA: folder, KOINON_ORIGIN: origin });
  if ((await ended) !== 0) throw new Error(`koinon ${command} failed:\n${printed()}`);
  return printed().trim().split("\n").at(-1) ?? "";
}

/** A test with an empty data folder and programs that are stopped, and forgotten, when it is over. */
export const journey = test.extend<{
  readonly folder: string;
  readonly start: (settings?: Partial<ProgramSettings>) => Promise<RunningProgram>;
}>({
  // Playwright reads from this pattern which fixtures are needed: none.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), "koinon-journey-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, use) => {
    const started: RunningProgram[] = [];
    await use(async (settings = {}) => {
      const program = await startProgram({ folder, ...settings });
      started.push(program);
      return program;
    });
    await Promise.all(started.map((program) => program.stop()));
  },
});

interface Launched {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
}

function launch(command: string, variables: Readonly<Record<string, string>>): Launched {
  const child = spawn(process.execPath, [path.join(root, "bin/koinon"), command], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const take = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  return { child, printed: () => text, ended };
}
