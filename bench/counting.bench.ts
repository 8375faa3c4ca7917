import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Counted } from "../src/decisions/methods/method.ts";
import { irvRules } from "../src/decisions/methods/irv/rules.ts";
import { meekStvRules } from "../src/decisions/methods/meek-stv/rules.ts";
import { schulzeRules } from "../src/decisions/methods/schulze/rules.ts";
import { scottishStvRules } from "../src/decisions/methods/scottish-stv/rules.ts";
import type { Ranking } from "../src/decisions/model/counting/ranking.ts";
import { irvPeers, schulzePeers, stvPeers, type Counter } from "./parts/counting-peers.ts";
import { manyRankings } from "./parts/many-rankings.ts";
import { median, rounded } from "./parts/numbers.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P7: counting a thousand to a million ballots of ten options, every one ranked, beside the libraries that others use, on the same
// ballots in one run. Loading is building what a library counts from, each in its own form; the goals are for counting, and the ratio of both
// together is told beside it. Time is that of the processor, all threads of the process together, since a machine that others use gives
// nobody the clock's time.
const OPTIONS = 10;
const SEATS = 3;
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const RUNS = Number(process.env["KOINON_BENCH_RUNS"] ?? 5);
const WARM_UPS = 5;
/** Whoever would take longer than this at a size, going by the one before, is not asked; whoever took a third of it is asked once. */
const PATIENCE_MS = 20_000;

interface Timing {
  readonly loadMs: number;
  readonly countMs: number;
}

interface Measured extends Timing {
  readonly contest: string;
  readonly counter: string;
  readonly ballots: number;
  readonly runs: number;
  readonly winners: readonly number[];
}

const names = Array.from({ length: OPTIONS }, (_, place) => `option ${place}`);
const alone = Array.from({ length: OPTIONS }, (_, place) => [place]);

/** Our own, as the rules are given ballots: read, none of them gathered. */
function ours(name: string, count: (ballots: readonly Counted<Ranking>[]) => readonly number[]): Counter {
  return {
    name,
    load: (rankings) => rankings.map((ranking) => ({ ballot: ranking.map((place) => alone[place] ?? []), count: 1 })),
    count: (ballots) => count(ballots as readonly Counted<Ranking>[]),
  };
}

const irv = ours(
  "koinon irv",
  (ballots) => irvRules.count({ options: names, settings: irvRules.defaults }, ballots, "").elected,
);
const schulze = ours(
  "koinon schulze",
  (ballots) => schulzeRules.count({ options: names, settings: { seats: 1 } }, ballots, "").elected,
);
const stvQuestion = { options: names, settings: { seats: SEATS, tieOrder: [] } };
const meek = ours("koinon meek-stv", (ballots) => meekStvRules.count(stvQuestion, ballots, "").elected);
const scottish = ours("koinon scottish-stv", (ballots) => scottishStvRules.count(stvQuestion, ballots, "").elected);

const contests = [
  { contest: "irv", counters: [irv, ...irvPeers] },
  { contest: "schulze", counters: [schulze, ...schulzePeers] },
  { contest: "stv", counters: [meek, scottish, ...stvPeers(SEATS)] },
];

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const measured: Measured[] = [];
warmUp();
for (const ballots of SIZES) {
  const rankings = manyRankings(ballots, OPTIONS, 20_260_601);
  for (const { contest, counters } of contests) measureSideBySide(contest, counters, rankings);
}
report();

/** Everybody's code is compiled before anybody's time is taken. */
function warmUp(): void {
  const rankings = manyRankings(SIZES[0] ?? 0, OPTIONS, 1);
  for (const { counters } of contests)
    for (const counter of counters)
      for (let run = 0; run < WARM_UPS; run++) counter.count(counter.load(rankings, OPTIONS));
}

/** A, B, C, A, B, C: nobody has the machine's good or bad moments alone. */
function measureSideBySide(
  contest: string,
  counters: readonly Counter[],
  rankings: readonly (readonly number[])[],
): void {
  const asked = counters.filter(({ name }) => wouldAnswerInTime(contest, name, rankings.length));
  const timings = new Map(asked.map(({ name }) => [name, [] as Timing[]]));
  const winners = new Map<string, readonly number[]>();
  for (let run = 0; run < RUNS; run++) {
    for (const counter of asked) {
      const before = timings.get(counter.name) ?? [];
      // Whoever is slow is asked less often, and the table says how often.
      if (before.some(({ loadMs, countMs }) => loadMs + countMs > PATIENCE_MS / 3)) continue;
      const { timing, elected } = measure(counter, rankings);
      before.push(timing);
      winners.set(
        counter.name,
        elected.toSorted((one, other) => one - other),
      );
    }
  }
  for (const [counter, runs] of timings) {
    const loadMs = median(runs.map(({ loadMs }) => loadMs));
    const countMs = median(runs.map(({ countMs }) => countMs));
    const elected = winners.get(counter) ?? [];
    const entry = { contest, counter, ballots: rankings.length, loadMs, countMs, runs: runs.length, winners: elected };
    measured.push(entry);
    console.log(lineOf(entry));
  }
}

function wouldAnswerInTime(contest: string, counter: string, ballots: number): boolean {
  if (ballots === SIZES[0]) return true;
  const before = measured.find(
    (entry) => entry.contest === contest && entry.counter === counter && entry.ballots === ballots / 10,
  );
  return before !== undefined && (before.loadMs + before.countMs) * 10 <= PATIENCE_MS;
}

function measure(
  counter: Counter,
  rankings: readonly (readonly number[])[],
): { timing: Timing; elected: readonly number[] } {
  collectGarbage();
  const start = process.cpuUsage();
  const loaded = counter.load(rankings, OPTIONS);
  const load = process.cpuUsage(start);
  const counting = process.cpuUsage();
  const elected = counter.count(loaded);
  const count = process.cpuUsage(counting);
  return { timing: { loadMs: milliseconds(load), countMs: milliseconds(count) }, elected };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function report(): void {
  const goals = [
    ...winnersAgree(),
    ratioGoal(
      "IRV at least 50 times as fast as ranked-voting at a million",
      "irv",
      "koinon irv",
      ["ranked-voting"],
      50,
      1_000_000,
    ),
    ...SIZES.map((size) =>
      ratioGoal(
        `Schulze at least 5 times as fast as the fastest peer at ${size}`,
        "schulze",
        "koinon schulze",
        schulzePeers.map(({ name }) => name),
        5,
        size,
      ),
    ),
    ...SIZES.map((size) =>
      ratioGoal(
        `STV by Meek at least 10 times as fast as caritat at ${size}`,
        "stv",
        "koinon meek-stv",
        ["caritat"],
        10,
        size,
      ),
    ),
    ...[irv, schulze, meek, scottish].map(growthGoal),
  ];
  tell("counting", ".", ["", ...goals], { options: OPTIONS, seats: SEATS, measured });
}

function lineOf({ contest, counter, ballots, loadMs, countMs, runs }: Measured): string {
  const times = `${shown(loadMs)} + ${shown(countMs)} ms`;
  return `${contest.padEnd(8)} ${String(ballots).padStart(8)}  ${counter.padEnd(20)} ${times}  (${runs} runs)`;
}

function winnersAgree(): readonly string[] {
  return contests.map(({ contest }) => {
    const results = measured.filter((entry) => entry.contest === contest);
    const bySize = Map.groupBy(results, ({ ballots }) => ballots);
    const agree = [...bySize.values()].every(
      (entries) => new Set(entries.map(({ winners }) => winners.join())).size === 1,
    );
    return verdict(`P7, ${contest}: all name the same winners`, agree ? "they do" : "they do not", agree);
  });
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
    return `         P7, ${goal}: no peer answered in time at the size before`;
  const all = Math.min(...theirs.map(({ loadMs, countMs }) => loadMs + countMs)) / (mine.loadMs + mine.countMs);
  const counting = Math.min(...theirs.map(({ countMs }) => countMs)) / mine.countMs;
  return verdict(
    `P7, ${goal}`,
    `${rounded(counting)} times counted, ${rounded(all)} times loaded and counted`,
    counting >= times,
  );
}

/** The slope of log time over log ballots, by least squares over the sizes from ten thousand: 1 is linear. */
function growthGoal({ name }: Counter): string {
  const points = measured
    .filter(({ counter, ballots }) => counter === name && ballots >= 10_000)
    .map(({ ballots, countMs }) => [Math.log(ballots), Math.log(countMs)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const below = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = above / below;
  return verdict(`P7, ${name} grows linearly`, `slope ${rounded(slope, 2)} from 10,000 to 1,000,000`, slope <= 1.1);
}

function shown(ms: number): string {
  return rounded(ms, ms < 10 ? 2 : 0)
    .toString()
    .padStart(7);
}
