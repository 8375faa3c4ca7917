import { createPublicKey, sign, verify } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { serveBareFedify } from "./parts/bare-fedify.ts";
import { highestRate, type Held } from "./parts/highest-rate.ts";
import { median, rounded } from "./parts/numbers.ts";
import { askInGatherings, knowVoters } from "./parts/polls.ts";
import { makeHome, processorMicroseconds, startKoinon, startRole, type Home, type Program } from "./parts/program.ts";
import { withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";
import { voteLoad, type VoteLoad } from "./parts/vote-load.ts";
import { actorDocument, makeVoters, type Poll, type Voter } from "./parts/voters.ts";

// Goals P1 and P2: signed votes of 50 people on 20 servers, over HTTP, by Koinon (A) to a durable commit with membership check, receipt,
// stance and log entry, and by a bare inbox of Fedify (B) with an empty listener.
const ROUNDS = Number(process.env["KOINON_BENCH_ROUNDS"] ?? 5);
const SECONDS = Number(process.env["KOINON_BENCH_SECONDS"] ?? 10);
const POLLS = Number(process.env["KOINON_BENCH_POLLS"] ?? 2000);

const [, , role, port = "", actorsFile = ""] = process.argv;
if (role === "bare-fedify") await serveBareFedify(Number(port), actorsFile);
else await benchIntake();

async function benchIntake(): Promise<void> {
  const home = await makeHome();
  const programs: Program[] = [];
  try {
    const voters = makeVoters(50, 20);
    const polls = await withRecords(home, async (records) => {
      await knowVoters(records, voters);
      return (await askInGatherings(records, POLLS)).map(({ poll }) => poll);
    });
    const koinon = await startKoinon(home);
    programs.push(koinon);
    const bare = await startBareFedify(home, voters);
    programs.push(bare);
    const loads = {
      koinon: voteLoad(koinon.origin, voters, pollOf(polls)),
      bare: voteLoad(bare.origin, voters, bareVote(bare)),
    };
    const rounds = await inTurns({
      koinon: { load: loads.koinon, program: koinon },
      bare: { load: loads.bare, program: bare },
    });
    const verifications = verificationsPerSecond(voters);
    await checkBareFedify(bare, loads.bare);
    Object.values(loads).forEach((load) => load.close());
    await Promise.all(programs.splice(0).map((program) => program.stop()));
    const kept = votesKept(home);
    if (kept.receipts !== loads.koinon.sent())
      throw new Error(`${loads.koinon.sent()} votes were sent, and ${kept.receipts} kept`);
    report(home, rounds, verifications, kept);
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    home.discard();
  }
}

/** One of the two that are compared. */
interface Side {
  readonly load: VoteLoad;
  readonly program: Program;
}

/** What one side held in one round, and what a vote cost it in processor time, which other programs on the machine change little. */
interface Turn extends Held {
  readonly microsecondsEach: number;
}

interface Round {
  readonly koinon: Turn;
  readonly bare: Turn;
}

async function inTurns(sides: { readonly koinon: Side; readonly bare: Side }): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const koinon = await turn(sides.koinon, 5000);
    const bare = await turn(sides.bare, 800);
    console.log(
      `round ${round + 1}: Koinon ${koinon.rate}/s (${Math.round(koinon.microsecondsEach)} µs of processor time each), ` +
        `bare Fedify ${bare.rate}/s (${Math.round(bare.microsecondsEach)} µs)`,
    );
    rounds.push({ koinon, bare });
  }
  return rounds;
}

async function turn({ load, program }: Side, expected: number): Promise<Turn> {
  const [usedBefore, sentBefore] = [processorMicroseconds(program.pid), load.sent()];
  const held = await highestRate(load, SECONDS, expected);
  const microsecondsEach = (processorMicroseconds(program.pid) - usedBefore) / (load.sent() - sentBefore);
  return { ...held, microsecondsEach };
}

async function startBareFedify(home: Home, voters: readonly Voter[]): Promise<Program> {
  const file = join(home.folder, "actors.json");
  writeFileSync(file, JSON.stringify(Object.fromEntries(voters.map((voter) => [voter.uri, actorDocument(voter)]))));
  return startRole("bare-fedify", [file]);
}

function pollOf(polls: readonly Poll[]) {
  return (place: number): Poll => {
    const poll = polls[place];
    if (poll === undefined) throw new Error(`${polls.length} polls are too few: set KOINON_BENCH_POLLS`);
    return poll;
  };
}

/** The same votes, addressed to somebody who does nothing with them. */
function bareVote({ origin }: Program) {
  const options = Array.from({ length: 8 }, (_, place) => `at 2027-03-0${place + 1}T19:00`);
  return (place: number): Poll => ({
    uri: `${origin.origin}/polls/${place}`,
    actorUri: `${origin.origin}/actors/poll`,
    options,
  });
}

/** What lies in the database afterwards: nothing counts that is not there. */
function votesKept(home: Home) {
  const database = new DatabaseSync(home.database, { readOnly: true });
  const count = (sql: string) => Number(database.prepare(sql).get()?.["count"]);
  try {
    return {
      receipts: count(`select count(*) as count from receipts where key like 'federated:%cast-native-vote'`),
      counted: count(`select count(*) as count from log_entries where event = 'scheduling-poll-answered'`),
      answers: count(`select count(*) as count from scheduling_answers where availability = 'yes'`),
    };
  } finally {
    database.close();
  }
}

async function checkBareFedify({ origin }: Program, load: VoteLoad): Promise<void> {
  const received: unknown = await (await fetch(new URL("/received", origin))).json();
  if (received !== load.sent())
    throw new Error(`${load.sent()} votes were sent to Fedify, and ${String(received)} received`);
}

/** RSA-2048 verifications per second of one thread, with the key kept: what a vote costs at the least. */
function verificationsPerSecond([voter]: readonly Voter[]): number {
  if (voter === undefined) return Number.NaN;
  const text = Buffer.from("x".repeat(300));
  const signature = sign("sha256", text, voter.privateKey);
  const key = createPublicKey(voter.publicKeyPem);
  const started = performance.now();
  let done = 0;
  for (; performance.now() - started < 1000; done++) verify("sha256", text, key, signature);
  return done / ((performance.now() - started) / 1000);
}

function report(home: Home, rounds: readonly Round[], verifications: number, kept: ReturnType<typeof votesKept>): void {
  const koinon = median(rounds.map((round) => round.koinon.rate));
  const bare = median(rounds.map((round) => round.bare.rate));
  const ratio = koinon / bare;
  const each = (of: (round: Round) => Turn) => Math.round(median(rounds.map((round) => of(round).microsecondsEach)));
  const share = verifications / koinon;
  const lines = [
    `votes to a durable commit: Koinon ${koinon}/s, bare Fedify ${bare}/s (medians of ${rounds.length}; p99 < 250 ms, all taken)`,
    `processor time of a vote: Koinon ${each(({ koinon }) => koinon)} µs, bare Fedify ${each(({ bare }) => bare)} µs`,
    `kept: ${kept.receipts} receipts, ${kept.counted} log entries, ${kept.answers} answers; ${Math.round(verifications)} RSA verifications/s`,
    verdict("P1, at least 5 times bare Fedify", `${rounded(ratio)} times`, ratio >= 5),
    verdict("P1, at least 4,000/s", `${koinon}/s`, koinon >= 4000),
    verdict("P2, at least 1/14 of RSA verification", `1/${rounded(share)}`, share <= 14),
  ];
  tell("intake", home.folder, lines, { koinon, bare, ratio, verifications, kept, rounds });
}
