import { DatabaseSync } from "node:sqlite";
import { openConnections } from "./parts/http-connections.ts";
import { rounded } from "./parts/numbers.ts";
import { atRate, pushing, type Run } from "./parts/open-loop.ts";
import { askInGatherings } from "./parts/polls.ts";
import { makeHome, startKoinon, type Home } from "./parts/program.ts";
import { withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P5: after a post, 2,000 servers fetch the same object within ten seconds, then as fast as they can.
const SERVERS = 2_000;
const SECONDS = Number(process.env["KOINON_BENCH_SECONDS"] ?? 10);

const home = await makeHome();
try {
  const [asked] = await withRecords(home, (records) => askInGatherings(records, 1));
  if (asked === undefined) throw new Error("there is no poll to fetch");
  const koinon = await startKoinon(home);
  try {
    await benchHerd(home, asked.poll.uri);
  } finally {
    await koinon.stop();
  }
} finally {
  home.discard();
}

async function benchHerd(home: Home, uri: string): Promise<void> {
  const { pathname, host, hostname, port } = new URL(uri);
  const requests = Array.from({ length: SERVERS }, (_, place) =>
    Buffer.from(
      `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: application/activity+json\r\n` +
        `User-Agent: Server/${place} (+https://server-${place}.example/)\r\n\r\n`,
    ),
  );
  const connections = openConnections(hostname, Number(port), 64);
  const lengths = new Set<number>();
  let next = 0;
  const send = async () => {
    const answer = await connections.send(requests[next++ % SERVERS] ?? Buffer.alloc(0));
    lengths.add(answer.bytes);
    return answer.status;
  };
  const arriving = await atRate(send, SERVERS / SECONDS, SECONDS);
  const pushed = await pushing(send, 64, SECONDS);
  const withoutTables = await whileTablesAreAway(home, () => pushing(send, 64, 2));
  connections.close();
  report(home, { arriving, pushed, withoutTables, lengths: [...lengths] });
}

/** With the tables of polls gone, whatever is still answered was answered without asking the database. */
async function whileTablesAreAway<Value>(home: Home, work: () => Promise<Value>): Promise<Value> {
  const database = new DatabaseSync(home.database, { timeout: 5000 });
  const tables = ["scheduling_polls", "scheduling_slots", "gatherings"];
  try {
    for (const table of tables) database.exec(`alter table ${table} rename to ${table}_away`);
    return await work();
  } finally {
    for (const table of tables) database.exec(`alter table ${table}_away rename to ${table}`);
    database.close();
  }
}

interface Herd {
  readonly arriving: Run;
  readonly pushed: Run;
  readonly withoutTables: Run;
  readonly lengths: readonly number[];
}

function report(home: Home, herd: Herd): void {
  const { arriving, pushed, withoutTables, lengths } = herd;
  const isSame = lengths.length === 1 && [arriving, pushed].every((run) => run.statuses["200"] === run.asked);
  if (!isSame) throw new Error(`not all got the same object: ${JSON.stringify(herd)}`);
  const unasked = (withoutTables.statuses["200"] ?? 0) / withoutTables.asked;
  const lines = [
    `2,000 servers within ${SECONDS} s: p50 ${rounded(arriving.p50, 2)} ms, p99 ${rounded(arriving.p99, 2)} ms`,
    verdict("P5, at least 15,000/s", `${Math.round(pushed.rate)}/s`, pushed.rate >= 15_000),
    verdict("P5, p99 at most 50 ms", `${rounded(pushed.p99)} ms`, pushed.p99 <= 50),
    verdict(
      "P5, repeats ask the database nothing",
      `${rounded(unasked * 100)} % answered with its tables away`,
      unasked === 1,
    ),
  ];
  tell("herd", home.folder, lines, { arriving, pushed, withoutTables });
}
