import { median, rounded } from "./parts/numbers.ts";
import { writeMembers } from "./parts/many-rows.ts";
import { makeHome, residentMiB, startKoinon, type Home } from "./parts/program.ts";
import { foundLeague, withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal P9: what a server costs that does nothing, with 1,000 members in the embedded database; and how soon it answers.
const MEMBERS = 1_000;
const STARTS = 5;
const IDLE_SECONDS = Number(process.env["KOINON_BENCH_SECONDS"] ?? 60);

const home = await makeHome();
try {
  const coldMs = await timeToFirstPage(home);
  const { communityId } = await withRecords(home, foundLeague);
  writeMembers(home.database, communityId, MEMBERS);
  const warmMs: number[] = [];
  for (let start = 0; start < STARTS; start++) warmMs.push(await timeToFirstPage(home));
  report(home, coldMs, warmMs, await memoryWhenIdle(home));
} finally {
  home.discard();
}

async function timeToFirstPage(home: Home): Promise<number> {
  const koinon = await startKoinon(home);
  await koinon.stop();
  return koinon.firstAnswerMs;
}

async function memoryWhenIdle(home: Home): Promise<number> {
  const koinon = await startKoinon(home);
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const resident = residentMiB(koinon.pid);
  await koinon.stop();
  return resident;
}

function report(home: Home, coldMs: number, warmMs: readonly number[], resident: number): void {
  const warm = median(warmMs);
  const lines = [
    `first page: ${Math.round(coldMs)} ms on an empty folder, ${warmMs.map((ms) => Math.round(ms)).join(", ")} ms afterwards`,
    verdict(
      "P9, first page within 1 s of a warm start",
      `${Math.round(warm)} ms (median of ${warmMs.length})`,
      warm <= 1000,
    ),
    verdict(`P9, at most 160 MiB after ${IDLE_SECONDS} s idle`, `${rounded(resident)} MiB`, resident <= 160),
  ];
  tell("idle", home.folder, lines, { coldMs, warmMs, resident, members: MEMBERS });
}
