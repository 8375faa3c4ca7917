import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contests, OPTIONS, READING, SEATS, type Contest } from "./parts/contests.ts";
import { serveCounter, startCounter, type CounterAlone, type Timing } from "./parts/counting-alone.ts";
import { manyRankings } from "./parts/many-rankings.ts";
import { rounded } from "./parts/numbers.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P7: counting a thousand to a million ballots of ten options, every one ranked, beside the libraries that others use, on the same
// ballots in one run, each in a process of its own and in turns. Loading is building what a library counts from, each in its own form;
// the goals are for counting, and the ratio of both together is told beside it. Time is that of the processor, all threads of the process
// together, since a machine that others use gives nobody the clock's time.
const MOST = Number(process.env["KOINON_BENCH_BALLOTS"] ?? 1_000_000);
const SIZES = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= MOST);
const RUNS = Number(process.env["KOINON_BENCH_RUNS"] ?? 5);
/** Whoever would take longer than this at a size, going by the one before, is not asked. */
const PATIENCE_MS = 50_000;
/** Whoever took longer than this is asked once, and the table says how often everybody was. */
const ASKED_ONCE_MS = 2_000;
/** All of them, or those named, with commas between. */
const CONTESTS = (process.env["KOINON_BENCH_CONTESTS"]?.split(",") ?? Object.keys(contests)) as readonly Contest[];

interface Measured extends Omit<Timing, "winners"> {
  readonly contest: Contest;
  readonly counter: string;
  readonly ballots: number;
  readonly runs: number;
  readonly winners: readonly number[];
}

/** Who was not asked at a size, and about how long they would have taken. */
interface NotAsked {
  readonly contest: Contest;
  readonly counter: string;
  readonly ballots: number;
  readonly expectedMs: number | null;
}

const measured: Measured[] = [];
const notAsked: NotAsked[] = [];
const [, , role, ...words] = process.argv;
if (role === "counter") serveCounter(words);
else await benchCounting();

async function benchCounting(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "koinon-bench-"));
  try {
    const files = SIZES.map((ballots) => ({ ballots, file: join(folder, `${ballots}`) }));
    for (const { ballots, file } of files)
      writeFileSync(file, Uint8Array.from(manyRankings(ballots, OPTIONS, 20_260_601).flat()));
    for (const contest of CONTESTS) {
      for (const { ballots, file } of files) await measureSideBySide(contest, file, ballots);
      report(contest);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A, B, C, A, B, C: nobody has the machine's good or bad moments alone. The best of each is told: a machine that others use takes time away
 * and never gives any.
 */
async function measureSideBySide(contest: Contest, file: string, ballots: number): Promise<void> {
  const asked: { readonly counter: CounterAlone; readonly timings: Timing[] }[] = [];
  try {
    for (const { name } of contests[contest]) {
      if (wouldAnswerInTime(contest, name, ballots))
        asked.push({ counter: await startCounter(contest, name, file), timings: [] });
    }
    for (let run = 0; run < RUNS; run++) {
      for (const { counter, timings } of asked) {
        if (timings.some(({ loadMs, countMs }) => loadMs + countMs > ASKED_ONCE_MS)) continue;
        timings.push(await counter.count());
      }
    }
  } finally {
    for (const { counter } of asked) counter.stop();
  }
  for (const { counter, timings } of asked) {
    const loadMs = Math.min(...timings.map(({ loadMs }) => loadMs));
    const countMs = Math.min(...timings.map(({ countMs }) => countMs));
    const winners = timings[0]?.winners ?? [];
    const entry = { contest, counter: counter.name, ballots, loadMs, countMs, runs: timings.length, winners };
    measured.push(entry);
    console.log(lineOf(entry));
  }
}

function wouldAnswerInTime(contest: Contest, counter: string, ballots: number): boolean {
  if (ballots === SIZES[0]) return true;
  const before = measured.find(
    (entry) => entry.contest === contest && entry.counter === counter && entry.ballots === ballots / 10,
  );
  const expectedMs = before === undefined ? null : (before.loadMs + before.countMs) * 10;
  const isAsked = expectedMs !== null && expectedMs <= PATIENCE_MS;
  if (!isAsked) notAsked.push({ contest, counter, ballots, expectedMs });
  return isAsked;
}

function report(contest: Contest): void {
  const growth = contests[contest].filter(({ name }) => isOurs(name)).map(({ name }) => growthGoal(contest, name));
  const found = { options: OPTIONS, seats: SEATS, measured: of(contest, measured), notAsked: of(contest, notAsked) };
  tell(`counting-${contest}`, ".", ["", winnersAgree(contest), ...ratioGoals(contest), ...growth, ""], found);
}

function of<Entry extends { readonly contest: Contest }>(contest: Contest, entries: readonly Entry[]) {
  return entries.filter((entry) => entry.contest === contest);
}

/** The goals of a contest beside others. */
function ratioGoals(contest: Contest): readonly string[] {
  switch (contest) {
    case "irv":
      return [1_000_000].map((size) =>
        ratioGoal("IRV at least 50 times as fast as ranked-voting", contest, "koinon irv", ["ranked-voting"], 50, size),
      );
    case "schulze":
      return SIZES.map((size) =>
        ratioGoal(
          "Schulze at least 5 times as fast as the fastest peer",
          contest,
          "koinon schulze",
          peersOf(contest),
          5,
          size,
        ),
      );
    case "stv":
      return SIZES.map((size) =>
        ratioGoal(
          "STV by Meek at least 10 times as fast as caritat",
          contest,
          "koinon meek-stv",
          ["caritat"],
          10,
          size,
        ),
      );
  }
}

function peersOf(contest: Contest): readonly string[] {
  return contests[contest].map(({ name }) => name).filter((name) => !isOurs(name) && name !== READING);
}

function isOurs(name: string): boolean {
  return name.startsWith("koinon");
}

function lineOf({ contest, counter, ballots, loadMs, countMs, runs }: Measured): string {
  const times = `${shown(loadMs)} + ${shown(countMs)} ms`;
  return `${contest.padEnd(8)} ${String(ballots).padStart(8)}  ${counter.padEnd(20)} ${times}  (${runs} runs)`;
}

function winnersAgree(contest: Contest): string {
  const counts = of(contest, measured).filter(({ counter }) => counter !== READING);
  const bySize = Map.groupBy(counts, ({ ballots }) => ballots);
  const agree = [...bySize.values()].every(
    (entries) => new Set(entries.map(({ winners }) => winners.join())).size === 1,
  );
  return verdict(`P7, ${contest}: all name the same winners`, agree ? "they do" : "they do not", agree);
}

function ratioGoal(
  goal: string,
  contest: string,
  own: string,
  peers: readonly string[],
  times: number,
  size: number,
): string {
  const entries = measured.filter((entry) => entry.contest === contest && entry.ballots === size);
  const mine = entries.find(({ counter }) => counter === own);
  const theirs = entries.filter(({ counter }) => peers.includes(counter));
  if (mine === undefined || theirs.length === 0)
    return `         P7, ${goal} at ${size}: no peer would have answered in time`;
  const all = Math.min(...theirs.map(({ loadMs, countMs }) => loadMs + countMs)) / (mine.loadMs + mine.countMs);
  const counting = Math.min(...theirs.map(({ countMs }) => countMs)) / mine.countMs;
  return verdict(
    `P7, ${goal} at ${size}`,
    `${rounded(counting)} times counted, ${rounded(all)} times loaded and counted`,
    counting >= times,
  );
}

/**
 * Growth over all sizes, as the goal says, and beside it what it hides: from ten thousand, where nothing is left of what a count costs at
 * any size, but where ten thousand ballots lie nearer to the processor than a million, for whoever so much as reads them once.
 */
function growthGoal(contest: Contest, name: string): string {
  const slope = slopeOf(contest, name, 1_000);
  const fromMore = `from 10,000 ${rounded(slopeOf(contest, name, 10_000), 2)}`;
  const reading = `one reading of them ${rounded(slopeOf(contest, READING, 10_000), 2)}`;
  return verdict(
    `P7, ${name} grows linearly`,
    `slope ${rounded(slope, 2)} from 1,000 to 1,000,000; ${fromMore}, ${reading}`,
    slope <= 1.1,
  );
}

/** The slope of log time over log ballots, by least squares over the sizes from `least`: 1 is linear. */
function slopeOf(contest: Contest, name: string, least: number): number {
  const points = of(contest, measured)
    .filter(({ counter, ballots }) => counter === name && ballots >= least)
    .map(({ ballots, countMs }) => [Math.log(ballots), Math.log(countMs)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return above / below;
}

function shown(ms: number): string {
  return rounded(ms, ms < 10 ? 2 : 0)
    .toString()
    .padStart(7);
}
