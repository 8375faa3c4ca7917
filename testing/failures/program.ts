import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { waitFor } from "../wait-for.ts";

/** The environment of a Koinon, by the names of `docs/operating.md`. */
export type Variables = Readonly<Record<string, string>>;

/** How a program ended, and what it said. */
export interface Ended {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly output: string;
}

/** A `koinon` in a process of its own. A resource: whoever started it ends it. */
export interface RunningProgram extends AsyncDisposable {
  /** Everything it has printed so far, on both streams. */
  output(): string;
  /** Ends it without a word, as a crash does (SIGKILL); settles when it is gone. */
  crash(): Promise<void>;
  /** Tells it to stop, as an operator does (SIGTERM); settles when it is gone. */
  stop(): Promise<Ended>;
  /** Settles when it is gone, by itself or by others. */
  readonly ended: Promise<Ended>;
}

const koinon = join(import.meta.dirname, "../../bin/koinon");

// A Node of another test run says things to its children in variables; a Koinon is started by an operator, who does not.
const inherited = ["PATH", "HOME", "TMPDIR", "LANG"];

/** Starts `koinon` with some words of its command line. */
function startProgram(words: readonly string[], variables: Variables): RunningProgram {
  const child = spawn(process.execPath, [koinon, ...words], {
    env: { ...passedOn(), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => void pieces.push(piece.toString()));
  const output = () => pieces.join("");
  const ended = endOf(child, output);
  const signal = async (name: "SIGKILL" | "SIGTERM") => {
    child.kill(name);
    return ended;
  };
  const crash = async () => void (await signal("SIGKILL"));
  return { output, ended, crash, stop: () => signal("SIGTERM"), [Symbol.asyncDispose]: crash };
}

/** Starts a server and waits until it says where it is. Throws with what it said when it ends before that. */
export async function startServer(variables: Variables): Promise<RunningProgram> {
  const program = startProgram(["start"], variables);
  let gone: Ended | undefined;
  void program.ended.then((how) => (gone = how));
  await waitFor("the server says where it is", () => program.output().includes("Koinon is at") || gone !== undefined, {
    deadlineMs: 60_000,
    diagnose: program.output,
  });
  if (gone !== undefined) throw new Error(`the server ended with ${gone.code}:\n${program.output()}`);
  return program;
}

/** Runs `koinon` to its end. */
export function runProgram(words: readonly string[], variables: Variables): Promise<Ended> {
  return startProgram(words, variables).ended;
}

function passedOn(): Variables {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function endOf(child: ChildProcess, output: () => string): Promise<Ended> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? undefined, output: output() }));
  });
}
