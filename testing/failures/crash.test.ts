import { afterEach, expect, test } from "vitest";
import type { Engine } from "../../src/kernel/database/database.ts";
import { startForeignServer, type ForeignServer } from "../foreign-server.ts";
import { waitFor } from "../wait-for.ts";
import { actsOn, isAcknowledged, type Act } from "./acts.ts";
import { foundLeague, type League } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { runProgram, startServer } from "./program.ts";
import { announcedHandles, entriesOf, followersKept, integrityOf, leftToDo, lookInto } from "./record.ts";
import { startStream } from "./stream.ts";

const roundsOf = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const onSqlite = roundsOf("KOINON_CRASH_ROUNDS", 2);
const engines = [
  { engine: "sqlite", rounds: onSqlite },
  { engine: "postgres", rounds: roundsOf("KOINON_CRASH_ROUNDS_POSTGRES", Math.min(onSqlite, 20)) },
] satisfies { engine: Engine; rounds: number }[];
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

test.each(engines)(
  "a server on $engine that is killed in mid-stream $rounds times keeps every act it answered, and does each once",
  { timeout: 240_000 + Math.max(...engines.map(({ rounds }) => rounds)) * 60_000 },
  async ({ engine, rounds }) => {
    const foreign = await startForeignServer({ address: engine === "sqlite" ? "127.0.0.61" : "127.0.0.62" });
    cleanUp.push(() => foreign.stop());
    const place = await makePlace(engine);
    cleanUp.push(() => place.discard());
    const league = await foundLeague(place, foreign);
    const acts = actsOn(league, foreign);
    const acknowledged: Act[] = [];
    let open: readonly Act[] = [];

    for (let round = 1; round <= rounds; round++) {
      const server = await startServer(place.variables);
      cleanUp.push(server.crash);
      // Who got no answer sends the same again.
      const again = await sendAgain(open);
      const stream = startStream(acts);
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1800));
      await server.crash();
      const sent = await stream.end();
      acknowledged.push(...again, ...sent.acknowledged);
      open = sent.open;
      console.log(
        `${engine}, round ${round}: ${acknowledged.length} acts acknowledged so far, ${open.length} unanswered`,
      );
      await expectWhole(place);
      await expectKept(place, league, acknowledged);
    }

    const server = await startServer(place.variables);
    cleanUp.push(server.crash);
    acknowledged.push(...(await sendAgain(open)));
    expect(acknowledged.length).toBeGreaterThan(rounds);
    await expectDone(place, league, acknowledged);
    await expectTold(foreign, league, namesOf(acknowledged, "follow")).catch(async (cause: unknown) => {
      throw new Error(`${JSON.stringify(await lookInto(place, leftToDo))}\n${server.output().slice(-3000)}`, { cause });
    });
    expect((await server.stop()).code).toBe(0);
    await expectWhole(place);
  },
);

/** Sends acts that got no answer once more; each is taken now, be it the first time or not. */
async function sendAgain(open: readonly Act[]): Promise<readonly Act[]> {
  for (const act of open) {
    const status = await act.send();
    if (!isAcknowledged(status)) throw new Error(`${act.name}, sent again, was answered ${status}`);
  }
  return open;
}

/** No page of the file is torn, and no chain of the log is broken. */
async function expectWhole(place: Place): Promise<void> {
  expect(integrityOf(place)).toBe("ok");
  const verified = await runProgram(["log", "verify"], place.variables);
  expect(verified.output).toContain("holds");
  expect(verified.code).toBe(0);
}

/** Each gathering stands there once; each follow is done or waits to be. */
async function expectKept(place: Place, league: League, acknowledged: readonly Act[]): Promise<void> {
  await lookInto(place, async (read) => {
    const handles = await announcedHandles(read);
    expect(handles).toEqual(expect.arrayContaining([...namesOf(acknowledged, "form")]));
    const actors = followersOf(namesOf(acknowledged, "follow"));
    const { onList, queued } = await followersKept(read, league, actors);
    expect(actors.filter((actor) => !onList.includes(actor) && !queued.includes(actor))).toEqual([]);
  });
}

/** The queue comes to its end with every follower on the list, each with one entry in the log. */
async function expectDone(place: Place, league: League, acknowledged: readonly Act[]): Promise<void> {
  const actors = followersOf(namesOf(acknowledged, "follow"));
  await waitFor(
    "all followers are on the list",
    () => lookInto(place, async (read) => (await followersKept(read, league, actors)).onList.length === actors.length),
    { deadlineMs: 60_000, intervalMs: 500 },
  );
  await lookInto(place, async (read) => {
    expect(await entriesOf(read, "interest-joined")).toBe(actors.length);
    const handles = await announcedHandles(read);
    expect(new Set(handles).size).toBe(handles.length);
  });
}

/** Each follower's server was told that the follow is accepted, and what will come: once, or again under the same id. */
async function expectTold(foreign: ForeignServer, league: League, follows: readonly string[]): Promise<void> {
  const idsBy = (type: string, about: (activity: { readonly [name: string]: unknown }) => string | undefined) => {
    const ids = new Map<string, Set<unknown>>();
    for (const { activity } of foreign.activities(type)) {
      const key = about(activity);
      if (key !== undefined) ids.set(key, (ids.get(key) ?? new Set()).add(activity["id"]));
    }
    return ids;
  };
  const accepts = () => idsBy("Accept", ({ object }) => idOf(object));
  const messages = () => idsBy("Create", ({ actor, to }) => (actor === league.gatheringActor ? idOf(to) : undefined));
  // Reading all that arrived takes long, and meanwhile the foreign server, in this same process, answers nobody: so once per look.
  const missing = () => {
    const [accepted, told] = [accepts(), messages()];
    return follows.filter((id) => !accepted.has(id) || !told.has(id.replace("#follow", "")));
  };
  const begun = performance.now();
  await waitFor("every follower is told", () => missing().length === 0, {
    deadlineMs: 120_000,
    intervalMs: 500,
    diagnose: () => `${missing().length} of ${follows.length} are not: ${missing().slice(0, 5).join(", ")}`,
  });
  const [accepted, told] = [accepts(), messages()];
  for (const follow of follows) {
    expect(accepted.get(follow)?.size, `ids of what accepts ${follow}`).toBe(1);
    expect(told.get(follow.replace("#follow", ""))?.size, `ids of what tells ${follow}`).toBe(1);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${follows.length} followers told, the last after ${seconds} s, by ${foreign.activities("Accept").length} Accepts and ${foreign.activities("Create").length} messages`,
  );
}

function namesOf(acts: readonly Act[], kind: Act["kind"]): readonly string[] {
  return acts.filter((act) => act.kind === kind).map((act) => act.name);
}

function followersOf(follows: readonly string[]): readonly string[] {
  return follows.map((id) => id.replace("#follow", ""));
}

function idOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first;
  return typeof first === "object" && first !== null && "id" in first && typeof first.id === "string"
    ? first.id
    : undefined;
}
