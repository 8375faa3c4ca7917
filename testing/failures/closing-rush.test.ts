import { afterEach, expect, test } from "vitest";
import { countedBallots } from "../../src/decisions/store/proposals/stances.read.ts";
import type { Engine } from "../../src/kernel/database/database.ts";
import { outcomeOf } from "../../src/decisions/store/proposals/outcomes.read.ts";
import { startForeignServer, type ForeignServer } from "../foreign-server.ts";
import { waitFor } from "../wait-for.ts";
import { browserOf } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { runProgram, startServer, type RunningProgram } from "./program.ts";
import { integrityOf, lookInto } from "./record.ts";
import { gatherVoters, proposeShortly, type RushedProposal, type Voter } from "./rush-cast.ts";
import { sendVotes, stances, type AnsweredVote, type PlannedVote } from "./rush.ts";

/** PostgreSQL does as much on more cores; here it shares two with those who vote. */
const VOTERS = { sqlite: 1_000, postgres: 300 } satisfies Record<Engine, number>;
const addresses = ["127.0.96.11", "127.0.96.12", "127.0.96.13"];
/** Every twentieth comes after the closing, and every twentieth is sent twice. */
const EVERY = 20;
/** On a machine that starts the program within two seconds. A slower, or busier, one is given as many times longer for everything. */
const RUSH_MS = 10_000;
const START_MS = 2_000;
const PAGE_MS = 1_000;

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

test.each(["sqlite", "postgres"] satisfies Engine[])(
  "many vote in the last ten seconds, the server is killed in the middle, and each vote counts as it was answered, on %s",
  { timeout: 600_000 },
  async (engine) => {
    const servers = await Promise.all(addresses.map((address) => startForeignServer({ address })));
    cleanUp.push(async () => void (await Promise.all(servers.map((server) => server.stop()))));
    const place = await makePlace(engine);
    cleanUp.push(() => place.discard());
    const rush = await gatherVoters(place, servers, VOTERS[engine]);
    const pace = await paceOf(place);
    const about = await proposeShortly(place, rush, Math.round(1.6 * RUSH_MS * pace));
    const life = await startServer(place.variables);
    cleanUp.push(life.crash);

    const again = killedInTheMiddle(
      life,
      place,
      about.closesAt.subtract({ milliseconds: Math.round(0.6 * RUSH_MS * pace) }),
    );
    const [answered, seen] = await Promise.all([
      sendVotes(planned(rush.voters, RUSH_MS * pace), about, () => again),
      firstRightPage(place, about),
      again,
    ]);
    expect(answered.some(({ tries }) => tries > 1)).toBe(true);
    const outcome = await lookInto(place, (read) => outcomeOf(read, about.proposalId));
    const told = await toldToBeLate(servers, answered, outcome?.answered ?? 0);
    const counted = answered.filter((vote) => isCounted(vote, told));
    await expectCounted(place, about, counted, answered.length);
    console.log(
      `${counted.length} of ${answered.length} counted, ${answered.filter(({ tries }) => tries > 1).length} sent again ` +
        `after the crash, ${answered.filter(({ answer }) => answer === "unclear").length} answered across the closing; ` +
        `the page was right ${Math.round(seen.afterMs)} ms after it, at a pace of 1/${pace.toFixed(1)}`,
    );
    expect(seen.words).toContain(`${counted.length} of`);
    expect(seen.afterMs).toBeLessThan(PAGE_MS * pace);
    expect((await (await again).stop()).code).toBe(0);
    expect(integrityOf(place)).toBe("ok");
    expect((await runProgram(["log", "verify"], place.variables)).output).toContain("holds");
  },
);

/** How many times slower than usual this machine is now. */
async function paceOf(place: Place): Promise<number> {
  const begun = performance.now();
  const server = await startServer(place.variables);
  const startMs = performance.now() - begun;
  await server.crash();
  return Math.min(12, Math.max(1, startMs / START_MS));
}

/** The last seconds, evenly filled, and a little after the closing. */
function planned(voters: readonly Voter[], rushMs: number): readonly PlannedVote[] {
  return voters.map((voter, number) => {
    const isLate = number % EVERY < 2 && Math.floor(number / EVERY) % 2 === 0;
    const share = number / voters.length;
    return {
      voter,
      choice: number % stances.length,
      beforeMs: isLate ? -50 - 400 * share : rushMs - (rushMs - 500) * share,
      twice: number % EVERY === 5 || number % EVERY === 12 ? Math.floor(number / EVERY) % 2 === 0 : false,
    };
  });
}

/** Kills the server at a moment, and starts it again at once. */
async function killedInTheMiddle(
  life: RunningProgram,
  place: Place,
  moment: Temporal.Instant,
): Promise<RunningProgram> {
  await waitFor("the middle of the rush", () => Temporal.Instant.compare(Temporal.Now.instant(), moment) >= 0, {
    deadlineMs: 240_000,
  });
  await life.crash();
  const next = await startServer(place.variables);
  cleanUp.push(next.crash);
  return next;
}

/** When a passer-by first saw the outcome, and what the page said then. */
async function firstRightPage(place: Place, { proposalId, closesAt }: RushedProposal) {
  const passer = browserOf(place);
  await waitFor("the closing", () => Temporal.Instant.compare(Temporal.Now.instant(), closesAt) >= 0, {
    deadlineMs: 300_000,
  });
  const page = await waitFor(
    "the outcome on the page",
    async () => {
      const shown = await passer.get(`/proposals/${proposalId}`);
      return shown.html.includes('id="outcome"') ? shown : undefined;
    },
    { deadlineMs: 60_000 },
  );
  return { afterMs: closesAt.until(Temporal.Now.instant()).total("milliseconds"), words: page.words };
}

/** The actors who were told that their vote came after the closing: all who sent it then, and whoever else. */
async function toldToBeLate(
  servers: readonly ForeignServer[],
  answered: readonly AnsweredVote[],
  counted: number,
): Promise<ReadonlySet<string>> {
  const told = () =>
    new Set(
      servers.flatMap((server) =>
        server
          .activities("Create")
          .filter(({ activity }) => JSON.stringify(activity).includes("came after closing and is not counted"))
          .flatMap(({ activity }) => [activity["to"]].flat().map(String)),
      ),
    );
  const late = answered.flatMap(({ voter, answer }) =>
    voter.way === "inbox" && answer === "late" ? [voter.actor.id] : [],
  );
  await waitFor("all who voted late are told", () => late.every((actor) => told().has(actor)), {
    deadlineMs: 120_000,
    intervalMs: 500,
    diagnose: () => `${late.filter((actor) => told().has(actor)).length} of ${late.length} are`,
  });
  // Of some nobody knows but by what they are told in the end: then as many are left as were counted.
  const left = () => answered.filter((vote) => isCounted(vote, told())).length;
  const patience = { deadlineMs: 120_000, intervalMs: 500, diagnose: () => `${left()} are left of ${counted}` };
  await waitFor("as many are left as were counted", () => left() === counted, patience);
  return told();
}

/** What each voter has to think of their vote by what they were answered. */
function isCounted({ voter, answer }: AnsweredVote, told: ReadonlySet<string>): boolean {
  if (answer === "taken") return true;
  if (answer === "late") return false;
  const isTold = voter.way === "inbox" && told.has(voter.actor.id);
  if (answer === "kept") expect(isTold, "a vote that was acknowledged before the closing is called late").toBe(false);
  return !isTold;
}

async function expectCounted(
  place: Place,
  { proposalId }: RushedProposal,
  counted: readonly AnsweredVote[],
  voters: number,
): Promise<void> {
  const [outcome, ballots] = await lookInto(place, async (read) => [
    await outcomeOf(read, proposalId),
    await countedBallots(read, proposalId),
  ]);
  expect(outcome).toMatchObject({ answered: counted.length, eligible: voters + 1 });
  const ofChoice = (choice: number) => counted.filter((vote) => vote.choice === choice).length;
  const tallied = new Map(ballots.map(({ ballot, count }) => [(ballot as { readonly choice: number }).choice, count]));
  expect(tallied).toEqual(new Map(stances.map((_, choice) => [choice, ofChoice(choice)])));
}
