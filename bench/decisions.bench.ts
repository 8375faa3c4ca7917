import { statSync } from "node:fs";
import { openConnections, type Connections } from "./parts/http-connections.ts";
import { decideNow, foundWithVoters, type LiveDecisions } from "./parts/live-decisions.ts";
import { writeActivities, writeMembers } from "./parts/many-rows.ts";
import { median, percentile, rounded } from "./parts/numbers.ts";
import { writePastDecisions } from "./parts/past-decisions.ts";
import { makeHome, processorMicroseconds, startKoinon, type Home, type Program } from "./parts/program.ts";
import { withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";
import { makeVoters, signedVote, type Voter } from "./parts/voters.ts";

// Goal P10 for decisions: what a community with 10,000 closed proposals, five million votes and a million activities pays for its past.
// Two Koinons run side by side and are asked in turns; both are at the same things now, so that their pages show as much.
const PROPOSALS = Number(process.env["KOINON_BENCH_PROPOSALS"] ?? 10_000);
const VOTES_EACH = Number(process.env["KOINON_BENCH_VOTES_EACH"] ?? 500);
const ACTIVITIES = Number(process.env["KOINON_BENCH_ACTIVITIES"] ?? 1_000_000);
const TIMES = Number(process.env["KOINON_BENCH_TIMES"] ?? 200);
const WARM_UPS = 20;
const MOST = 1.5;

interface Side {
  readonly home: Home;
  readonly live: LiveDecisions;
  readonly program: Program;
  readonly connections: Connections;
}

/** Milliseconds to the first byte of each answer, and what each cost the program in processor time. */
interface Measured {
  readonly firstBytes: number[];
  microseconds: number;
}

/** Asks one side once; gives milliseconds to the first byte. */
type Ask = (side: Side, place: number) => Promise<number>;

const voters = makeVoters(20, 5);
const homes = [await makeHome(), await makeHome()] as const;
const sides: Side[] = [];
try {
  for (const [place, home] of homes.entries()) sides.push(await open(home, place === 0 ? 0 : PROPOSALS));
  await benchDecisions();
} finally {
  for (const { connections, program } of sides) {
    connections.close();
    await program.stop();
  }
  for (const home of homes) home.discard();
}

async function open(home: Home, proposals: number): Promise<Side> {
  const league = await withRecords(home, (records) => foundWithVoters(records, voters));
  const { communityId, steward } = league;
  writeMembers(home.database, communityId, VOTES_EACH);
  if (proposals > 0) {
    const authorId = steward.kind === "person" ? steward.personId : "";
    writePastDecisions(home.database, { communityId, authorId, proposals, votesEach: VOTES_EACH });
    writeActivities(home.database, communityId, ACTIVITIES);
  }
  const live = await withRecords(home, (records) => decideNow(records, league, VOTES_EACH));
  console.log(`${proposals} past proposals: ${Math.round(statSync(home.database).size / 2 ** 20)} MiB`);
  const program = await startKoinon(home);
  return { home, live, program, connections: openConnections(home.origin.hostname, Number(home.origin.port), 1) };
}

async function benchDecisions(): Promise<void> {
  const asks: Record<string, Ask> = { "vote on the web": voteOnTheWeb, "vote in the native poll": voteNatively };
  const [empty] = sides;
  for (const name of Object.keys(empty?.live.pages ?? {})) asks[name] = pageOf(name);
  const shown = [];
  for (const [name, ask] of Object.entries(asks)) {
    const measured = sides.map((): Measured => ({ firstBytes: [], microseconds: 0 }));
    for (const side of sides) for (let place = 0; place < WARM_UPS; place++) await ask(side, place);
    const before = sides.map(({ program }) => processorMicroseconds(program.pid));
    for (let place = WARM_UPS; place < WARM_UPS + TIMES; place++)
      for (const [turn, side] of sides.entries()) measured[turn]?.firstBytes.push(await ask(side, place));
    for (const [turn, { program }] of sides.entries()) {
      const one = measured[turn];
      if (one !== undefined) one.microseconds = processorMicroseconds(program.pid) - (before[turn] ?? 0);
    }
    shown.push(compared(name, measured));
  }
  report(shown);
}

function pageOf(name: string): Ask {
  return (side) => get(side, side.live.pages[name] ?? "", side.live.cookie);
}

async function get({ home, connections }: Side, path: string, cookie: string): Promise<number> {
  return timed(connections, [`GET ${path} HTTP/1.1`, `Host: ${home.origin.host}`, `Cookie: ${cookie}`], "", 200);
}

/** Opens the page for a fresh form, which is not timed, and sends it with another choice than before. */
async function voteOnTheWeb({ home, live, connections }: Side, place: number): Promise<number> {
  const cookie = live.voting[place % live.voting.length] ?? "";
  const page = await fetch(new URL(live.onTheWeb, home.origin), { headers: { Accept: "text/html", Cookie: cookie } });
  const [, token = ""] = /name="form-token" value="([^"]+)"/.exec(await page.text()) ?? [];
  const choice = Math.trunc(place / live.voting.length) % 2;
  const body = new URLSearchParams({ "form-token": token, choice: `${choice}`, reason: "" }).toString();
  const head = [
    `POST ${live.onTheWeb}/stance HTTP/1.1`,
    `Host: ${home.origin.host}`,
    `Origin: ${home.origin.origin}`,
    `Cookie: ${cookie}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
  ];
  return timed(connections, head, body, 303);
}

/** One after the other, everybody votes, then everybody votes otherwise. */
async function voteNatively({ live, connections, home }: Side, place: number): Promise<number> {
  const voter: Voter | undefined = voters[place % voters.length];
  const option = live.poll.options[Math.trunc(place / voters.length) % live.poll.options.length] ?? "";
  if (voter === undefined) throw new Error("there is nobody to vote");
  const vote = await signedVote(voter, live.poll, option, `${home.origin.port}-${place}`);
  const askedAt = performance.now();
  const answer = await connections.send(vote);
  if (answer.status !== 202) throw new Error(`a vote was answered ${answer.status}`);
  return answer.firstByteAt - askedAt;
}

async function timed(
  connections: Connections,
  head: readonly string[],
  body: string,
  expected: number,
): Promise<number> {
  const request = Buffer.from(`${[...head, "Accept: text/html"].join("\r\n")}\r\n\r\n${body}`);
  const askedAt = performance.now();
  const answer = await connections.send(request);
  if (answer.status !== expected) throw new Error(`${head[0] ?? ""} was answered ${answer.status}`);
  return answer.firstByteAt - askedAt;
}

/** What was asked, and how much more the past makes it: of the clock's time and of the processor's. */
function compared(name: string, [empty, old]: readonly Measured[]) {
  if (empty === undefined || old === undefined) throw new Error("there are two sides");
  const times = empty.firstBytes.length;
  const found = {
    name,
    emptyMs: { p50: median(empty.firstBytes), p95: percentile(empty.firstBytes, 95) },
    oldMs: { p50: median(old.firstBytes), p95: percentile(old.firstBytes, 95) },
    emptyProcessorMs: empty.microseconds / times / 1000,
    oldProcessorMs: old.microseconds / times / 1000,
  };
  const ratios = {
    p50: found.oldMs.p50 / found.emptyMs.p50,
    p95: found.oldMs.p95 / found.emptyMs.p95,
    processor: found.oldProcessorMs / found.emptyProcessorMs,
  };
  console.log(
    `${name}: first byte p95 ${rounded(found.emptyMs.p95, 2)} ms, with a past ${rounded(found.oldMs.p95, 2)} ms; processor ` +
      `${rounded(found.emptyProcessorMs, 2)} and ${rounded(found.oldProcessorMs, 2)} ms`,
  );
  return { ...found, ratios };
}

function report(shown: readonly ReturnType<typeof compared>[]): void {
  const lines = shown.map(({ name, ratios }) =>
    verdict(
      `P10, ${name} within ${MOST} times of a community without a past`,
      `first byte p95 ${rounded(ratios.p95, 2)}, p50 ${rounded(ratios.p50, 2)}, processor time ${rounded(ratios.processor, 2)}`,
      ratios.p95 <= MOST,
    ),
  );
  const past = { proposals: PROPOSALS, votes: PROPOSALS * VOTES_EACH, activities: ACTIVITIES };
  tell("decisions", homes[0].folder, ["", ...lines], { ...past, asked: TIMES, shown });
}
