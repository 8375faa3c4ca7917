import { tmpdir } from "node:os";
import { startPostgres } from "../testing/postgres.ts";
import { openBrowser, visit, type Visit } from "./parts/browser.ts";
import { takeFilesAlong, type Taken } from "./parts/files-taken.ts";
import { asCsv, asOtherDirectory, manyPlaces, type ManyPlace } from "./parts/many-places.ts";
import { median, rounded } from "./parts/numbers.ts";
import { makeHome, makeHomeInPostgres, startKoinon, type Home } from "./parts/program.ts";
import { askEachWay, type Asked } from "./parts/reading-directory.ts";
import { foundLeague, signedIn, withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";
import { takeOverLists, type TakenOver } from "./parts/taking-over.ts";

// What a directory of 20,000 places costs: to take it over with progress, to filter and to search it page by page, and to take it along as
// files. The answers are compared with those that follow from the definition of a filter before any time is told.
const PLACES = Number(process.env["KOINON_BENCH_PLACES"] ?? 20_000);
const FEW = Math.ceil(PLACES / 10);
const TIMES = Number(process.env["KOINON_BENCH_TIMES"] ?? 60);
const VISITS = 5;
const MOST = { pageMs: 50, pageKib: 60, requests: 5, importSeconds: 60, memoryTimes: 1.1 } as const;
/** A form brings a MiB at most. */
const PER_LIST = 5_000;

const engines = (process.env["KOINON_BENCH_ENGINES"] ?? "sqlite,postgres").split(",");
const cluster = await startPostgres(tmpdir());
try {
  const measured: Measured[] = [];
  for (const engine of engines) {
    const homeWith = (name: string) => (engine === "sqlite" ? makeHome() : makeHomeInPostgres(cluster.url, name));
    const few = await measureFew(await homeWith("few"));
    measured.push({ engine, few, ...(await measureMany(await homeWith("many"))) });
  }
  report(measured);
} finally {
  await cluster.stop();
}

interface Measured extends Many {
  readonly engine: string;
  /** The files of a tenth of the places, taken along ten times. */
  readonly few: Taken;
}

interface Many {
  readonly imported: TakenOver;
  readonly saidMore: TakenOver;
  readonly many: Taken;
  readonly asked: readonly Asked[];
  readonly visits: readonly Visit[];
}

async function measureFew(home: Home): Promise<Taken> {
  const places = manyPlaces(FEW);
  try {
    await fill(home, places);
    return await takenAlong(home, PLACES / FEW);
  } finally {
    home.discard();
  }
}

async function measureMany(home: Home): Promise<Many> {
  const places = manyPlaces(PLACES);
  try {
    const filled = await fill(home, places);
    const many = await takenAlong(home, 1);
    const program = await startKoinon(home);
    try {
      const asked = await askEachWay({ home, program, places, ids: many.ids, times: TIMES });
      return { ...filled, many, asked, visits: await visitFirstPage(home) };
    } finally {
      await program.stop();
    }
  } finally {
    home.discard();
  }
}

/** Takes over spreadsheets of the places, and then what another directory says of a twentieth of them. */
async function fill(home: Home, places: readonly ManyPlace[]): Promise<Pick<Many, "imported" | "saidMore">> {
  const cookie = await withRecords(home, async (records) => signedIn(records, (await foundLeague(records)).steward));
  const lists = Array.from({ length: Math.ceil(places.length / PER_LIST) }, (_, list) =>
    places.slice(list * PER_LIST, (list + 1) * PER_LIST),
  );
  const program = await startKoinon(home);
  try {
    const imported = await takeOverLists(home, cookie, lists.map(asCsv));
    const saidMore = await takeOverLists(home, cookie, [asOtherDirectory(places)]);
    console.log(
      `${places.length} places: ${rounded(imported.seconds)} s, more of a twentieth ${rounded(saidMore.seconds)} s`,
    );
    return { imported, saidMore };
  } finally {
    await program.stop();
  }
}

/** All files by a program that has done nothing else. */
async function takenAlong(home: Home, times: number): Promise<Taken> {
  const program = await startKoinon(home);
  try {
    return await takeFilesAlong(program, times);
  } finally {
    await program.stop();
  }
}

async function visitFirstPage({ origin }: Home): Promise<readonly Visit[]> {
  const browser = await openBrowser();
  try {
    const visits: Visit[] = [];
    for (let visited = 0; visited < VISITS; visited++) visits.push(await visit(browser, new URL("/directory", origin)));
    return visits;
  } finally {
    await browser.close();
  }
}

function report(measured: readonly Measured[]): void {
  const lines = measured.flatMap(({ engine, imported, saidMore, few, many, asked, visits }) => {
    const [slowest] = asked.toSorted((one, other) => other.p95 - one.p95);
    const heaviest = Math.max(...asked.map(({ kib }) => kib));
    const kib = median(visits.map(({ bytes }) => bytes)) / 1024;
    const requests = median(visits.map((one) => one.requests));
    const paintMs = Math.round(median(visits.map(({ largestPaintMs }) => largestPaintMs)));
    const told = (goal: string, found: string, isReached: boolean) => verdict(`${engine}, ${goal}`, found, isReached);
    return [
      "",
      told(
        `${PLACES} places taken over with progress within ${MOST.importSeconds} s`,
        `${rounded(imported.seconds)} s, ${imported.progress.length} states of progress seen; more said of a twentieth of them in ${rounded(saidMore.seconds)} s`,
        imported.seconds <= MOST.importSeconds,
      ),
      `${engine}, a visitor meanwhile: p50 ${rounded(imported.visitorMs.p50)} ms, p95 ${rounded(imported.visitorMs.p95)} ms, at most ${rounded(imported.visitorMs.most)} ms`,
      told(
        `any filter or search p95 within ${MOST.pageMs} ms`,
        `${rounded(slowest?.p95 ?? Number.NaN)} ms at most (${slowest?.name ?? ""}), of ${asked.length} ways to read; median of all ${rounded(median(asked.map(({ p50 }) => p50)))} ms, processor time of the program at most ${rounded(Math.max(...asked.map(({ processorMs }) => processorMs)))} ms`,
        (slowest?.p95 ?? Number.NaN) <= MOST.pageMs,
      ),
      told(
        `first page within ${MOST.pageKib} KiB and ${MOST.requests} requests`,
        `${rounded(kib)} KiB, ${requests} requests, LCP ${paintMs} ms; HTML alone, before compression, at most ${rounded(heaviest)} KiB`,
        kib <= MOST.pageKib && requests <= MOST.requests,
      ),
      told(
        `files of ${PLACES} places in the memory that those of ${FEW} take`,
        `${rounded(many.mostMiB)} MiB, as against ${rounded(few.mostMiB)} MiB for as many parts (${many.parts}, ${rounded(many.mib)} MiB, ${rounded(many.seconds)} s)`,
        many.mostMiB <= MOST.memoryTimes * few.mostMiB,
      ),
    ];
  });
  const found = measured.map(({ few, many, ...rest }) => ({
    ...rest,
    few: { ...few, ids: few.ids.size },
    many: { ...many, ids: many.ids.size },
  }));
  tell("directory", tmpdir(), lines, { places: PLACES, times: TIMES, found });
}
