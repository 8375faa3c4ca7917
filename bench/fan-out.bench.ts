import { webcrypto } from "node:crypto";
import { openSchedulingPoll } from "../src/gatherings/commands/open-scheduling-poll.ts";
import { gatheringOutbox } from "../src/gatherings/federation/outbox.ts";
import { freePort } from "../testing/free-port.ts";
import { fakeServers, hangs, serveFakeHosts, type Arrival } from "./parts/fake-hosts.ts";
import { writeFollowers } from "./parts/many-rows.ts";
import { rounded } from "./parts/numbers.ts";
import { atRate, type Run } from "./parts/open-loop.ts";
import { askInGatherings, knowVoters, type AskedGathering } from "./parts/polls.ts";
import { makeHome, startKoinon, startRole, type Home, type Program } from "./parts/program.ts";
import { withRecords } from "./parts/records.ts";
import { tell, verdict } from "./parts/results.ts";
import { voteLoad } from "./parts/vote-load.ts";
import { makeVoters } from "./parts/voters.ts";

// Goal P4: one Question to 20,000 followers on 2,000 servers, every tenth of which hangs, while votes come in.
const FOLLOWERS = Number(process.env["KOINON_BENCH_FOLLOWERS"] ?? 20_000);
const SERVERS = Number(process.env["KOINON_BENCH_SERVERS"] ?? 2_000);
const SECONDS = Number(process.env["KOINON_BENCH_SECONDS"] ?? 10);
const VOTES_PER_SECOND = 200;

const [, , role, port = "", count = "", hostsPort = ""] = process.argv;
if (role === "fake-hosts") await serveFakeHosts(Number(port), Number(count), Number(hostsPort));
else await benchFanOut();

async function benchFanOut(): Promise<void> {
  const home = await makeHome();
  const programs: Program[] = [];
  try {
    const port = await freePort("127.1.0.1");
    const world = await startRole("fake-hosts", [`${SERVERS}`, `${port}`]);
    programs.push(world);
    const voters = makeVoters(50, 20);
    const [followed, ...others] = await withRecords(home, async (records) => {
      await knowVoters(records, voters);
      return askInGatherings(records, 1 + Math.ceil((3 * SECONDS * VOTES_PER_SECOND) / 400));
    });
    if (followed === undefined) throw new Error("there is no gathering to follow");
    writeFollowers(
      home.database,
      { ...followed, actorId: followed.gatheringId },
      fakeServers(SERVERS, port),
      FOLLOWERS,
    );
    programs.push(await startKoinon(home));
    const votes = voteLoad(home.origin, voters, (place) => pollAt(others, place));
    await votes.prepare(2 * SECONDS * VOTES_PER_SECOND + 100);
    const idle = await atRate(votes.send, VOTES_PER_SECOND, SECONDS);
    const askedAt = Temporal.Now.instant().epochMilliseconds;
    await ask(home, followed);
    const meanwhile = await atRate(votes.send, VOTES_PER_SECOND, SECONDS);
    votes.close();
    const arrivals = await arrivalsAt(world);
    const rawPerSecond = await signaturesPerSecond();
    report(home, { port, askedAt, arrivals, rawPerSecond, idle, meanwhile });
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    home.discard();
  }
}

function pollAt(gatherings: readonly AskedGathering[], place: number) {
  const gathering = gatherings[place];
  if (gathering === undefined) throw new Error("there are too few polls to vote in");
  return gathering.poll;
}

/** Asks anew in the gathering that is followed: the running program finds the event, and tells the followers. */
async function ask(home: Home, { communityId, gatheringId, steward, starts, nativeLabels, closesAt }: AskedGathering) {
  const publishers = gatheringOutbox.map(({ name, events }) => ({
    name: `publish/${name}`,
    events,
    handle: async () => {},
  }));
  const asked = { communityId, gatheringId, zone: "Europe/Rome", lengthMinutes: 60, starts, nativeLabels, closesAt };
  await withRecords(home, ({ run }) => run(openSchedulingPoll, asked, steward), publishers);
}

async function arrivalsAt(world: Program): Promise<readonly Arrival[]> {
  return (await (await fetch(new URL("/arrivals", world.origin))).json()) as readonly Arrival[];
}

/** RSA-2048 signatures per second by WebCrypto with 32 in flight: as fast as signing can be here. */
async function signaturesPerSecond(): Promise<number> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  const { privateKey } = await webcrypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
  const text = Buffer.from("x".repeat(300));
  const started = performance.now();
  let done = 0;
  const signOn = async () => {
    for (; performance.now() - started < 2000; done++)
      await webcrypto.subtle.sign("RSASSA-PKCS1-v1_5", privateKey, text);
  };
  await Promise.all(Array.from({ length: 32 }, signOn));
  return done / ((performance.now() - started) / 1000);
}

interface FannedOut {
  readonly port: number;
  readonly askedAt: number;
  readonly arrivals: readonly Arrival[];
  readonly rawPerSecond: number;
  readonly idle: Run;
  readonly meanwhile: Run;
}

function report(home: Home, { port, askedAt, arrivals, rawPerSecond, idle, meanwhile }: FannedOut): void {
  const healthy = new Set(
    fakeServers(SERVERS, port)
      .filter((_, place) => !hangs(place))
      .map((server) => new URL(server).host),
  );
  const reached = arrivals.filter(({ host }) => healthy.has(host));
  const [first = Number.NaN] = arrivals.map(({ at }) => at);
  const last = Math.max(...reached.map(({ at }) => at));
  const seconds = (last - first) / 1000;
  const signedPerSecond = arrivals.filter(({ at }) => at <= last).length / seconds;
  const share = signedPerSecond / rawPerSecond;
  const hosts = new Set(reached.map(({ host }) => host)).size;
  const lines = [
    `${arrivals.length} deliveries for ${FOLLOWERS} followers; ${hosts} of ${healthy.size} healthy servers reached, ` +
      `the first ${rounded((first - askedAt) / 1000, 2)} s after asking, the last ${rounded(seconds, 2)} s after the first`,
    `votes meanwhile: p50 ${rounded(meanwhile.p50)} ms, p99 ${rounded(meanwhile.p99)} ms; idle: p50 ${rounded(idle.p50)} ms, p99 ${rounded(idle.p99)} ms`,
    verdict(
      `P4, one delivery per server`,
      `${arrivals.length} for ${SERVERS} servers`,
      arrivals.length <= SERVERS && hosts === healthy.size,
    ),
    verdict("P4, healthy servers within 2 s", `${rounded(seconds, 2)} s`, seconds <= 2),
    verdict(
      "P4, at least half of raw signing",
      `${Math.round(signedPerSecond)}/s of ${Math.round(rawPerSecond)}/s, ${Math.round(share * 100)} %`,
      share >= 0.5,
    ),
    verdict(
      "P4, p99 of votes at most doubled",
      `${rounded(meanwhile.p99 / idle.p99)} times`,
      meanwhile.p99 <= 2 * idle.p99,
    ),
  ];
  tell("fan-out", home.folder, lines, {
    seconds,
    signedPerSecond,
    rawPerSecond,
    idle,
    meanwhile,
    deliveries: arrivals.length,
    hosts,
  });
}
