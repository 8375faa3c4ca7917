import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { contests, OPTIONS, type Contest } from "./contests.ts";
import type { Counter } from "./counting-peers.ts";

/** What one count took: milliseconds of processor time, all threads of the process together. */
export interface Timing {
  readonly loadMs: number;
  readonly countMs: number;
  readonly winners: readonly number[];
}

/** Somebody who counts in a process of their own, so that nobody's code and heap are in another's way. A resource. */
export interface CounterAlone {
  readonly name: string;
  /** One turn. */
  count(): Promise<Timing>;
  stop(): void;
}

/** Everybody's code is compiled before anybody's time is taken, on ballots of the very shape that it counts later. */
const WARM_UP_MS = 500;
const WARM_UP_BALLOTS = 1_000;
/** A collection of all garbage drops compiled code as well, so that everybody warms up anew before each turn. */
const WARM_UP_AGAIN_MS = 200;
const MUCH_TO_COLLECT_MS = 20;
/** What is over at once is done again until so much time has passed, and the mean is told. */
const LEAST_MS = 100;

/** Starts a counter by itself, with the rankings of a file: `OPTIONS` octets each. */
export async function startCounter(contest: Contest, name: string, file: string): Promise<CounterAlone> {
  const [, bench = ""] = process.argv;
  const child = fork(bench, ["counter", contest, name, file]);
  await told(child);
  return {
    name,
    count: () => {
      child.send("count");
      return told(child) as Promise<Timing>;
    },
    stop: () => child.kill(),
  };
}

/** What the child says next; that it ends before is a bug of the bench. */
async function told(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, "exit", { signal: over.signal }).then(([code]) => {
    throw new Error(`a counter ended with ${String(code)}`);
  });
  const [message] = (await Promise.race([once(child, "message", { signal: over.signal }), ended])) as [unknown];
  ended.catch(() => {});
  over.abort();
  return message;
}

/** The counter itself, in its own process: counts whenever it is asked. */
export function serveCounter([contest, name, file]: readonly string[]): void {
  const counter = contests[contest as Contest].find((one) => one.name === name);
  if (counter === undefined || file === undefined) throw new Error(`nobody is called ${name ?? ""}`);
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const rankings = rankingsIn(file);
  warmUp(counter, rankings, WARM_UP_MS);
  const makeReady = () => {
    collectGarbage();
    warmUp(counter, rankings, WARM_UP_AGAIN_MS);
  };
  process.on("message", () => {
    makeReady();
    process.send?.(measure(counter, rankings, makeReady));
  });
  process.send?.("ready");
}

function warmUp(counter: Counter, rankings: readonly (readonly number[])[], ms: number): void {
  const few = rankings.slice(0, WARM_UP_BALLOTS);
  const start = process.cpuUsage();
  while (milliseconds(process.cpuUsage(start)) < ms) counter.count(counter.load(few, OPTIONS));
}

function rankingsIn(file: string): readonly (readonly number[])[] {
  const places = readFileSync(file);
  return Array.from({ length: places.length / OPTIONS }, (_, ballot) =>
    Array.from(places.subarray(ballot * OPTIONS, (ballot + 1) * OPTIONS)),
  );
}

/** What loading leaves behind is collected before counting when it is much, or it would be collected in the time of counting. */
function measure(counter: Counter, rankings: readonly (readonly number[])[], makeReady: () => void): Timing {
  let [loadMs, countMs, times] = [0, 0, 0];
  let winners: readonly number[] = [];
  while (times === 0 || loadMs + countMs < LEAST_MS) {
    const loading = process.cpuUsage();
    const loaded = counter.load(rankings, OPTIONS);
    const loadingMs = milliseconds(process.cpuUsage(loading));
    loadMs += loadingMs;
    if (loadingMs > MUCH_TO_COLLECT_MS) makeReady();
    const counting = process.cpuUsage();
    winners = counter.count(loaded);
    countMs += milliseconds(process.cpuUsage(counting));
    times += 1;
  }
  const inOrder = winners.toSorted((one, other) => one - other);
  return { loadMs: loadMs / times, countMs: countMs / times, winners: inOrder };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
