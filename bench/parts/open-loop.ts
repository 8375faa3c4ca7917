import { percentile } from "./numbers.ts";

const PATIENCE_MS = 20_000;

/** What became of requests that left on a schedule. Latencies count from the scheduled instant, in milliseconds. */
export interface Run {
  readonly asked: number;
  /** How often each status came; `0` is no answer at all. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Answers per second, from the first scheduled instant to the last answer. */
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** Sends the next request, and gives the status of its answer. */
export type SendNext = () => Promise<number>;

/**
 * Sends at a fixed rate whether or not answers come, so that a slow answer delays nobody's clock (coordinated omission).
 * The first tenth warms up and is not counted, but its errors are.
 */
export async function atRate(send: SendNext, perSecond: number, seconds: number): Promise<Run> {
  const count = Math.round(perSecond * seconds);
  const seen = records();
  const warmUp = Math.floor(count / 10);
  const started = performance.now();
  const underWay: Promise<void>[] = [];
  for (let sent = 0; sent < count;) {
    const due = Math.min(count, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
    for (; sent < due; sent++) underWay.push(seen.watch(send(), started + (sent / perSecond) * 1000, sent >= warmUp));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await patiently(underWay);
  return seen.run(count, started);
}

/** Keeps `inFlight` requests under way for a while: how much goes through when everybody pushes. */
export async function pushing(send: SendNext, inFlight: number, seconds: number): Promise<Run> {
  const seen = records();
  const started = performance.now();
  let asked = 0;
  const push = async () => {
    while (performance.now() - started < seconds * 1000) {
      asked += 1;
      await seen.watch(send(), performance.now(), true);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, push));
  return seen.run(asked, started);
}

function records() {
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  let lastAt = performance.now();
  return {
    async watch(answer: Promise<number>, from: number, isCounted: boolean): Promise<void> {
      const status = await answer.catch(() => 0);
      lastAt = performance.now();
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (isCounted) latencies.push(lastAt - from);
    },
    run(asked: number, started: number): Run {
      const seconds = (lastAt - started) / 1000;
      const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
      const [p50, p95, p99, most] = [50, 95, 99, 100].map((percent) => percentile(latencies, percent));
      return {
        asked,
        statuses: { ...statuses },
        seconds,
        rate: answered / seconds,
        p50: p50 ?? Number.NaN,
        p95: p95 ?? Number.NaN,
        p99: p99 ?? Number.NaN,
        most: most ?? Number.NaN,
      };
    },
  };
}

/** What is not answered by then is not answered. */
async function patiently(underWay: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([Promise.all(underWay), over]);
  clearTimeout(timer);
}
