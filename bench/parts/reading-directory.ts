import { openConnections, type Connections } from "./http-connections.ts";
import { placesFitting, type ManyPlace } from "./many-places.ts";
import { median, percentile, rounded } from "./numbers.ts";
import { processorMicroseconds, type Home, type Program } from "./program.ts";
import { combined, drawn, facetsAlone, searches, toGoDeepInto, type WayToRead } from "./ways-to-read.ts";

/** A page of the directory, how long its readers wait for all of it, and what it weighs before compression. */
export interface Asked {
  readonly name: string;
  readonly found: number;
  readonly p50: number;
  readonly p95: number;
  /** What one answer costs the program in processor time, which does not grow because the machine is busy. */
  readonly processorMs: number;
  readonly kib: number;
}

interface Reading {
  readonly home: Home;
  readonly program: Program;
  readonly places: readonly ManyPlace[];
  /** The id of the entry of each host. */
  readonly ids: ReadonlyMap<string, string>;
  readonly times: number;
}

interface Page {
  readonly name: string;
  readonly path: string;
  /** The places it has to show, in order, of those that fit and come after where it begins. */
  readonly expected: readonly ManyPlace[];
  /** How many fit altogether. */
  readonly found: number;
}

const PER_PAGE = 50;
const DRAWN = 60;
const WARM_UPS = 5;

/** Asks for each page and compares its places with those it has to show; and then measures each. */
export async function askEachWay(reading: Reading): Promise<readonly Asked[]> {
  const { home, places } = reading;
  const ways = [...facetsAlone(places), ...combined, ...drawn(places, DRAWN), ...searches];
  const pages = [
    ...ways.map((way) => firstPage(way, places)),
    ...toGoDeepInto.flatMap((way) => deepPages(way, reading)),
  ];
  const connections = openConnections(home.origin.hostname, Number(home.origin.port), 1);
  try {
    const asked: Asked[] = [];
    // All are compared before any is measured, so that the first one measured meets a server as warm as the last.
    for (const page of pages) mustShow(await textOf(home, page.path), page, reading);
    for (const page of pages) asked.push(await measure(connections, page, reading));
    for (const path of otherWays) {
      const page = { name: path, path, expected: [], found: Number.NaN };
      asked.push(await measure(connections, page, reading));
    }
    return asked;
  } finally {
    connections.close();
  }
}

/** Questions in plain words, and drawings; what they show is made of the same queries and counts. */
const otherWays = [
  "/directory/join?language=es&run-by=members&decides=yes",
  "/directory/join?language=gl&country=NZ&run-by=nonprofit&decides=yes&cost=free&software=snac",
  "/directory/join?language=&country=&run-by=&decides=&cost=&software=",
  "/directory/typology",
  "/directory/map",
] as const;

function firstPage({ name, filter }: WayToRead, places: readonly ManyPlace[]): Page {
  const fitting = placesFitting(places, filter);
  return { name, path: pathOf(name), expected: fitting, found: fitting.length };
}

/** From the middle of the list, and near its end. */
function deepPages({ name, filter }: WayToRead, { places, ids }: Reading): readonly Page[] {
  const fitting = placesFitting(places, filter);
  return [0.5, 0.95].map((share) => {
    const last = Math.floor(share * fitting.length);
    const after = ids.get(fitting[last]?.domain ?? "") ?? "";
    const path = `${pathOf(name)}${name === "all places" ? "?" : "&"}after=${after}`;
    return {
      name: `${name}, from ${100 * share} % on`,
      path,
      expected: fitting.slice(last + 1),
      found: fitting.length,
    };
  });
}

function pathOf(name: string): string {
  return name === "all places" ? "/directory" : `/directory?${name}`;
}

async function textOf({ origin }: Home, path: string): Promise<string> {
  const headers = { Accept: "text/html", "Accept-Language": "en" };
  return (await fetch(new URL(path, origin), { headers })).text();
}

/** The right places in the right order, and the right count; a fast wrong answer is a failure. */
function mustShow(text: string, { name, expected, found }: Page, { ids }: Reading): void {
  const shown = [...new Set([...text.matchAll(/href="\/directory\/([0-9a-f-]{36})"/g)].map(([, id = ""]) => id))];
  const wanted = expected.slice(0, PER_PAGE).map(({ domain }) => ids.get(domain) ?? domain);
  if (shown.join(" ") !== wanted.join(" "))
    throw new Error(`${name}: ${shown.length} other places than ${wanted.length}`);
  const count = found === 1 ? "One place" : `${found.toLocaleString("en")} places`;
  if (!text.includes(`>${count}<`)) throw new Error(`${name}: not ${count}`);
}

async function measure(connections: Connections, page: Page, { home, program, times }: Reading): Promise<Asked> {
  const head = [`GET ${page.path} HTTP/1.1`, `Host: ${home.origin.host}`, "Accept: text/html", "Accept-Encoding: gzip"];
  const request = Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  const ask = async () => {
    const askedAt = performance.now();
    const answer = await connections.send(request);
    if (answer.status !== 200) throw new Error(`${page.path} was answered ${answer.status}`);
    return answer.doneAt - askedAt;
  };
  for (let time = 0; time < WARM_UPS; time++) await ask();
  const before = processorMicroseconds(program.pid);
  const waited: number[] = [];
  for (let time = 0; time < times; time++) waited.push(await ask());
  const processorMs = (processorMicroseconds(program.pid) - before) / times / 1000;
  const kib = Buffer.byteLength(await textOf(home, page.path)) / 1024;
  const { name, found } = page;
  const asked = { name, found, p50: median(waited), p95: percentile(waited, 95), processorMs, kib };
  console.log(
    `${name}: p50 ${rounded(asked.p50)} ms, p95 ${rounded(asked.p95)} ms, processor ${rounded(processorMs)} ms, ${rounded(kib)} KiB`,
  );
  return asked;
}
