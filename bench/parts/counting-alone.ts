import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { contests, OPTIONS, type Contest } from "./contests.ts";
import type { Counter } from "./counting-peers.ts";
import { manyRankings } from "./many-rankings.ts";

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

/** Everybody's code is compiled before anybody's time is taken. */
const WARM_UP_MS = 500;
/** What is over at once is done again until so much time has passed, and the mean is told. */
const LEAST_MS = 30;

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
  warmUp(counter);
  const rankings = rankingsIn(file);
  process.on("message", () => {
    collectGarbage();
    process.send?.(measure(counter, rankings));
  });
  process.send?.("ready");
}

function warmUp(counter: Counter): void {
  const rankings = manyRankings(1_000, OPTIONS, 1);
  const start = process.cpuUsage();
  while (milliseconds(process.cpuUsage(start)) < WARM_UP_MS) counter.count(counter.load(rankings, OPTIONS));
}

function rankingsIn(file: string): readonly (readonly number[])[] {
  const places = readFileSync(file);
  return Array.from({ length: places.length / OPTIONS }, (_, ballot) =>
    Array.from(places.subarray(ballot * OPTIONS, (ballot + 1) * OPTIONS)),
  );
}

function measure(counter: Counter, rankings: readonly (readonly number[])[]): Timing {
  let [loadMs, countMs, times] = [0, 0, 0];
  let winners: readonly number[] = [];
  while (times === 0 || loadMs + countMs < LEAST_MS) {
    const loading = process.cpuUsage();
    const loaded = counter.load(rankings, OPTIONS);
    loadMs += milliseconds(process.cpuUsage(loading));
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
