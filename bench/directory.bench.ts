import { startPostgres } from "../testing/postgres.ts";
import { openConnections, type Connections } from "./parts/http-connections.ts";
import { listOfPlaces } from "./parts/many-places.ts";
import { median, percentile, rounded } from "./parts/numbers.ts";
import { makeHome, makeHomeInPostgres, residentMiB, startKoinon, type Home, type Program } from "./parts/program.ts";
import { foundLeague, signedIn, withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";

// What a directory of 20,000 places costs: to take it over with progress, to filter and search it by its pages, and to take it along as files.
const PLACES = Number(process.env["KOINON_BENCH_PLACES"] ?? 20_000);
const TIMES = Number(process.env["KOINON_BENCH_TIMES"] ?? 100);
const WARM_UPS = 10;
const MOST = { pageMs: 50, pageKib: 60, importS: 60 } as const;
/** A form with a file may bring 1 MiB. */
const PER_LIST = 10_000;

/** Ways to read the directory: filters narrow and wide, alone and combined, words rare and common, and the drawings. */
const pages: Readonly<Record<string, string>> = {
  "the whole list": "/directory",
  "one answer": "/directory?country=IT",
  "owned by their members":
    "/directory?ownership=member_coop&ownership=association&ownership=collective_unincorporated",
  "without parties": "/directory?not-ownership=party",
  "four questions": "/directory?ownership=association&country=DE&languages=de&practice=assembly&not-lifecycle=closed",
  "nothing known": "/directory?joining=unknown&intention=unknown",
  "a rare word": "/directory?q=1234",
  "a common word": "/directory?q=radio",
  "a common word, filtered": "/directory?q=radio&not-ownership=party&lifecycle=active",
  "a word that all have": "/directory?q=example",
  "a place to join": "/directory/join?language=es&run-by=members&decides=yes",
  "the typology": "/directory/typology",
  "the map": "/directory/map",
};

const cluster = await startPostgres();
try {
  const sqlite = await measure(await makeHome());
  const postgres = await measure(await makeHomeInPostgres(cluster.url));
  report({ sqlite, postgres });
} finally {
  await cluster.stop();
}

interface Measured {
  readonly folder: string;
  readonly importS: number;
  readonly progress: readonly string[];
  readonly shown: readonly Shown[];
  readonly file: { readonly parts: number; readonly mib: number; readonly residentMiB: readonly number[] };
}

interface Shown {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly kib: number;
}

async function measure(home: Home): Promise<Measured> {
  const cookie = await withRecords(home, async (records) => signedIn(records, (await foundLeague(records)).steward));
  const program = await startKoinon(home);
  const connections = openConnections(home.origin.hostname, Number(home.origin.port), 1);
  try {
    const imported = await takeOver(home, cookie);
    const shown: Shown[] = [];
    for (const [name, path] of Object.entries(pages)) shown.push(await ask(home, connections, name, path));
    return { folder: home.folder, ...imported, shown, file: await takeAlong(home, program) };
  } finally {
    connections.close();
    await program.stop();
    home.discard();
  }
}

/** Sends the lists as an operator does, and looks at the progress until all is there. */
async function takeOver({ origin }: Home, cookie: string): Promise<Pick<Measured, "importS" | "progress">> {
  const headers = { Accept: "text/html", Cookie: cookie, Origin: origin.origin };
  const startedAt = performance.now();
  for (let first = 0; first < PLACES; first += PER_LIST) {
    const page = await (await fetch(new URL("/directory/lists/new", origin), { headers })).text();
    const [, token = ""] = /name="form-token" value="([^"]+)"/.exec(page) ?? [];
    const form = new FormData();
    const list = listOfPlaces(first, Math.min(PER_LIST, PLACES - first));
    for (const [name, value] of Object.entries({ "form-token": token, from: "given", called: `list ${first}`, list }))
      form.set(name, value);
    const sent = await fetch(new URL("/directory/lists", origin), {
      method: "POST",
      headers,
      body: form,
      redirect: "manual",
    });
    if (sent.status !== 303) throw new Error(`the list was answered ${sent.status}`);
  }
  const progress: string[] = [];
  for (;;) {
    const page = await (await fetch(new URL("/directory/lists/progress", origin), { headers })).text();
    const left = page.match(/See how far it has come/g)?.length ?? 0;
    progress.push(...(page.match(/[\d,]+ of [\d,]+ places/g) ?? []));
    if (left === 0) break;
    if (performance.now() - startedAt > 10 * MOST.importS * 1000) throw new Error("the lists never end");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { importS: (performance.now() - startedAt) / 1000, progress: [...new Set(progress)] };
}

async function ask({ origin }: Home, connections: Connections, name: string, path: string): Promise<Shown> {
  const head = [`GET ${path} HTTP/1.1`, `Host: ${origin.host}`, "Accept: text/html", "Accept-Encoding: gzip"];
  const request = Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  const firstBytes: number[] = [];
  for (let time = 0; time < WARM_UPS + TIMES; time++) {
    const askedAt = performance.now();
    const answer = await connections.send(request);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    if (time >= WARM_UPS) firstBytes.push(answer.firstByteAt - askedAt);
  }
  const whole = await fetch(new URL(path, origin), { headers: { Accept: "text/html" } });
  const kib = Buffer.byteLength(await whole.text()) / 1024;
  const found = { name, p50: median(firstBytes), p95: percentile(firstBytes, 95), kib };
  console.log(
    `${name}: first byte p50 ${rounded(found.p50, 2)} ms, p95 ${rounded(found.p95, 2)} ms, ${rounded(kib, 1)} KiB`,
  );
  return found;
}

/** Follows the file from part to part; what the program has in memory is looked at on the way. */
async function takeAlong({ origin }: Home, { pid }: Program): Promise<Measured["file"]> {
  const residents: number[] = [];
  let [parts, bytes] = [0, 0];
  for (let next: string | undefined = "/directory.json"; next !== undefined; parts++) {
    const answer: Response = await fetch(new URL(next, origin));
    bytes += Buffer.byteLength(await answer.text());
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];
    if (parts % 25 === 0) residents.push(residentMiB(pid));
  }
  return { parts, mib: bytes / 2 ** 20, residentMiB: residents };
}

function report(found: Readonly<Record<"sqlite" | "postgres", Measured>>): void {
  const lines = Object.entries(found).flatMap(([engine, { importS, progress, shown, file }]) => {
    const slowest = Math.max(...shown.map(({ p95 }) => p95));
    const heaviest = Math.max(...shown.map(({ kib }) => kib));
    return [
      verdict(
        `${engine}, ${PLACES} places taken over with progress within ${MOST.importS} s`,
        `${rounded(importS, 1)} s, ${progress.length} steps seen`,
        importS <= MOST.importS,
      ),
      verdict(
        `${engine}, any filter or search p95 within ${MOST.pageMs} ms`,
        `${rounded(slowest, 1)} ms`,
        slowest <= MOST.pageMs,
      ),
      verdict(
        `${engine}, each page within ${MOST.pageKib} KiB before compression`,
        `${rounded(heaviest, 1)} KiB`,
        heaviest <= MOST.pageKib,
      ),
      `${engine}, the whole as files: ${file.parts} parts, ${rounded(file.mib, 1)} MiB; memory ${file.residentMiB.map(Math.round).join(", ")} MiB`,
    ];
  });
  tell("directory", ".", ["", ...lines], { places: PLACES, asked: TIMES, ...found });
}
