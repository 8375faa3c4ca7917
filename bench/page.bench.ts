import type { Actor } from "../src/kernel/commands/command.ts";
import { openBrowser, visit, type Visit } from "./parts/browser.ts";
import { openConnections } from "./parts/http-connections.ts";
import { writeActivities, writeMembers } from "./parts/many-rows.ts";
import { writePastGatherings } from "./parts/past-gatherings.ts";
import { median, percentile, rounded } from "./parts/numbers.ts";
import { askInGatherings } from "./parts/polls.ts";
import { makeHome, startKoinon, type Home } from "./parts/program.ts";
import { signedIn, withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P6: what a page weighs and how soon it comes, with 100,000 members, a million activities and 500 past gatherings. The comparison with Rallly that the
// goal names needs Rallly itself, built for production; it is not made here.
const MEMBERS = Number(process.env["KOINON_BENCH_MEMBERS"] ?? 100_000);
const ACTIVITIES = Number(process.env["KOINON_BENCH_ACTIVITIES"] ?? 1_000_000);
const PAST = Number(process.env["KOINON_BENCH_PAST_GATHERINGS"] ?? 500);
const VISITS = 5;
const FETCHES = 300;

const home = await makeHome();
try {
  const { paths, cookie } = await fill(home);
  const koinon = await startKoinon(home);
  try {
    const pages: Measured[] = [];
    for (const path of paths) pages.push(await measure(home, path, cookie));
    report(home, pages);
  } finally {
    await koinon.stop();
  }
} finally {
  home.discard();
}

/** Fills the records, and gives the paths of the pages to look at, as a member who is signed in. */
async function fill(home: Home): Promise<{ readonly paths: readonly string[]; readonly cookie: string }> {
  const { first, cookie } = await withRecords(home, async (records) => {
    const [first] = await askInGatherings(records, 30);
    if (first === undefined) throw new Error("there is no gathering to look at");
    return { first, cookie: await signedIn(records, first.steward) };
  });
  writeMembers(home.database, first.communityId, MEMBERS);
  writeActivities(home.database, first.communityId, ACTIVITIES);
  writePastGatherings(home.database, { communityId: first.communityId, organiserId: organiserOf(first.steward) }, PAST);
  const gathering = `/gatherings/${first.gatheringId}`;
  const league = "/communities/plum_league";
  const ofLeague = [league, `${league}/members`, `${league}/log`, `${league}/gatherings`];
  const ofGathering = ["", "/poll", "/agenda", "/roles", "/commitments"].map((page) => `${gathering}${page}`);
  return { paths: ["/", ...ofLeague, ...ofGathering], cookie };
}

function organiserOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Error("only a person organises");
  return actor.personId;
}

interface Measured {
  readonly path: string;
  /** Milliseconds to the first byte of the answer, one after the other. */
  readonly firstBytes: readonly number[];
  readonly visits: readonly Visit[];
}

async function measure({ origin }: Home, path: string, cookie: string): Promise<Measured> {
  const connections = openConnections(origin.hostname, Number(origin.port), 1);
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: ${origin.host}`,
    "Accept: text/html",
    "Accept-Encoding: gzip",
    `Cookie: ${cookie}`,
  ];
  const request = Buffer.from(`${head.join("\r\n")}\r\n\r\n`);
  const firstBytes: number[] = [];
  for (let fetched = 0; fetched < FETCHES; fetched++) {
    const askedAt = performance.now();
    const answer = await connections.send(request);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    firstBytes.push(answer.firstByteAt - askedAt);
  }
  connections.close();
  const browser = await openBrowser();
  const visits: Visit[] = [];
  for (let visited = 0; visited < VISITS; visited++) visits.push(await visit(browser, new URL(path, origin), cookie));
  await browser.close();
  return { path, firstBytes, visits };
}

function report(home: Home, pages: readonly Measured[]): void {
  const shown = pages.map(({ path, firstBytes, visits }) => ({
    path: path.replaceAll(/[0-9a-f-]{36}/g, "…"),
    firstByteMs: percentile(firstBytes, 95),
    kib: median(visits.map(({ bytes }) => bytes)) / 1024,
    requests: median(visits.map(({ requests }) => requests)),
    paintMs: median(visits.map(({ largestPaintMs }) => largestPaintMs)),
  }));
  const most = (of: (page: (typeof shown)[number]) => number) => Math.max(...shown.map(of));
  const lines = [
    ...shown.map(
      ({ path, firstByteMs, kib, requests, paintMs }) =>
        `${path}: ${rounded(kib)} KiB in ${requests} requests, first byte p95 ${rounded(firstByteMs, 2)} ms, LCP ${Math.round(paintMs)} ms`,
    ),
    verdict("P6, at most 60 KiB", `${rounded(most(({ kib }) => kib))} KiB`, most(({ kib }) => kib) <= 60),
    verdict("P6, at most 5 requests", `${most(({ requests }) => requests)}`, most(({ requests }) => requests) <= 5),
    verdict(
      "P6, first byte p95 at most 10 ms",
      `${rounded(
        most(({ firstByteMs }) => firstByteMs),
        2,
      )} ms`,
      most(({ firstByteMs }) => firstByteMs) <= 10,
    ),
    verdict(
      "P6, LCP at most 1.2 s",
      `${Math.round(most(({ paintMs }) => paintMs))} ms`,
      most(({ paintMs }) => paintMs) <= 1200,
    ),
    "P6, five times lighter than Rallly: not measured, Rallly is not here",
  ];
  tell("page", home.folder, lines, { members: MEMBERS, activities: ACTIVITIES, pastGatherings: PAST, shown, pages });
}
