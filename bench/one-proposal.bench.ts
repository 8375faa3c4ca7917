import { DatabaseSync } from "node:sqlite";
import { openProposal } from "../src/decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../src/decisions/commands/threads/open-thread.ts";
import { openConnections, type Connections } from "./parts/http-connections.ts";
import { idFrom, writeMembers } from "./parts/many-rows.ts";
import { median, percentile, rounded } from "./parts/numbers.ts";
import { makeHome, processorMicroseconds, startKoinon, type Home, type Program } from "./parts/program.ts";
import { foundLeague, signedIn, withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P10 within one proposal: what its open page costs when a hundred thousand have answered, beside one that as many answered as it shows.
const MEMBERS = Number(process.env["KOINON_BENCH_MEMBERS"] ?? 100_000);
const SHOWN = 50;
const TIMES = Number(process.env["KOINON_BENCH_TIMES"] ?? 200);
const WARM_UPS = 20;
const MOST = 1.5;

interface Side {
  readonly home: Home;
  readonly path: string;
  readonly cookie: string;
  readonly program: Program;
  readonly connections: Connections;
}

const homes = [await makeHome(), await makeHome()] as const;
const sides: Side[] = [];
try {
  for (const [place, home] of homes.entries()) sides.push(await open(home, place === 0 ? SHOWN : MEMBERS));
  await benchOneProposal();
} finally {
  for (const { connections, program } of sides) {
    connections.close();
    await program.stop();
  }
  for (const home of homes) home.discard();
}

async function open(home: Home, stances: number): Promise<Side> {
  const { communityId, steward } = await withRecords(home, foundLeague);
  writeMembers(home.database, communityId, MEMBERS);
  const { proposalId, cookie } = await withRecords(home, async (records) => {
    const said = { title: "A matter of commons", text: "What do we hold in commons?", language: "en" };
    const { threadId } = await records.run(openThread, { communityId, ...said }, steward);
    const closesAt = records.application.clock().add({ hours: 100 }).toString();
    const rules = { title: "Keep it in commons", method: "stance", zone: "Europe/Rome", closesAt };
    const opened = await records.run(openProposal, { communityId, threadId, ...rules }, steward);
    return { proposalId: opened.proposalId, cookie: await signedIn(records, steward) };
  });
  writeStances(home.database, proposalId, stances);
  const program = await startKoinon(home);
  const connections = openConnections(home.origin.hostname, Number(home.origin.port), 1);
  return { home, path: `/proposals/${proposalId}`, cookie, program, connections };
}

/** Answers in thirds, a second after one another, and what the program keeps of them as they arrive. */
function writeStances(file: string, proposalId: string, count: number): void {
  const database = new DatabaseSync(file);
  try {
    const stance = database.prepare("insert into stances values (?, ?, ?, '', ?, 'web', 0, '[]')");
    const more = database.prepare(`insert into ballot_counts values (?, ?, 1)
      on conflict (proposal_id, ballot) do update set count = ballot_counts.count + 1`);
    const since = Temporal.Now.instant().epochMilliseconds * 1_000 - count * 1_000_000;
    database.exec("begin");
    for (let place = 0; place < count; place += 1) {
      const ballot = `{"choice":${place % 3}}`;
      stance.run(proposalId, idFrom("member", place), ballot, since + place * 1_000_000);
      more.run(proposalId, ballot);
    }
    database.prepare("insert into answer_counts values (?, ?, ?)").run(proposalId, count, count);
    database.exec("commit");
  } finally {
    database.close();
  }
}

async function benchOneProposal(): Promise<void> {
  const firstBytes = sides.map((): number[] => []);
  for (const side of sides) for (let place = 0; place < WARM_UPS; place += 1) await view(side);
  const before = sides.map(({ program }) => processorMicroseconds(program.pid));
  for (let place = 0; place < TIMES; place += 1) {
    for (const [turn, side] of sides.entries()) firstBytes[turn]?.push(await view(side));
  }
  const spent = sides.map(
    ({ program }, turn) => (processorMicroseconds(program.pid) - (before[turn] ?? 0)) / TIMES / 1_000,
  );
  const [few = [], many = []] = firstBytes;
  const ratio = percentile(many, 95) / percentile(few, 95);
  const processor = (spent[1] ?? 0) / (spent[0] ?? 1);
  const lines = [
    `open page with ${SHOWN} answers: first byte p50 ${rounded(median(few), 2)} ms, p95 ${rounded(percentile(few, 95), 2)} ms`,
    `open page with ${MEMBERS} answers: first byte p50 ${rounded(median(many), 2)} ms, p95 ${rounded(percentile(many, 95), 2)} ms`,
    verdict(
      `P10, the open page of a proposal that ${MEMBERS} answered within ${MOST} times of one that ${SHOWN} did`,
      `first byte p95 ${rounded(ratio, 2)}, p50 ${rounded(median(many) / median(few), 2)}, processor time ${rounded(processor, 2)}`,
      ratio <= MOST,
    ),
  ];
  tell("one-proposal", homes[0].folder, lines, { members: MEMBERS, asked: TIMES, ratio, processor, spent });
}

async function view({ home, path, cookie, connections }: Side): Promise<number> {
  const head = [`GET ${path} HTTP/1.1`, `Host: ${home.origin.host}`, `Cookie: ${cookie}`, "Accept: text/html"];
  const askedAt = performance.now();
  const answer = await connections.send(Buffer.from(`${head.join("\r\n")}\r\n\r\n`));
  if (answer.status !== 200) throw new Error(`the page was answered ${answer.status}`);
  return answer.firstByteAt - askedAt;
}
