import { afterEach, expect, test } from "vitest";
import { personByActor } from "../../src/accounts/index.ts";
import { addTargets } from "../../src/gatherings/commands/outreach/add-targets.ts";
import { beginOutreach } from "../../src/gatherings/commands/outreach/begin-outreach.ts";
import { announceGathering } from "../../src/gatherings/commands/announce-gathering.ts";
import { actorUrl } from "../../src/gatherings/federation/addresses.ts";
import { gatheringById } from "../../src/gatherings/store/gatherings.read.ts";
import { targetsOf } from "../../src/gatherings/store/outreach/targets.read.ts";
import type { Engine } from "../../src/kernel/database/database.ts";
import { openKoinon } from "../../src/main/koinon.ts";
import { valueOf } from "../community-cast.ts";
import { freshKeys, type ForeignActor } from "../foreign-actor.ts";
import { startForeignServer, type ForeignServer } from "../foreign-server.ts";
import { byPerson } from "../test-application.ts";
import { waitFor } from "../wait-for.ts";
import { foundLeague, type League } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { startServer } from "./program.ts";
import { leftToDo, lookInto } from "./record.ts";

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

const patience = { deadlineMs: 90_000, intervalMs: 20 };

test.each([
  { engine: "sqlite", address: "127.0.0.88" },
  { engine: "postgres", address: "127.0.0.89" },
] satisfies { engine: Engine; address: string }[])(
  "200 targets on $engine are each asked once though the program is killed in the middle, and who opted out is not",
  { timeout: 300_000 },
  async ({ engine, address }) => {
    const foreign = await startForeignServer({ address });
    cleanUp.push(() => foreign.stop());
    const place = await makePlace(engine);
    cleanUp.push(() => place.discard());
    const league = await foundLeague(place, foreign);
    const keys = freshKeys();
    const actors = Array.from({ length: 200 }, (_, number) => foreign.addActor(`target${number}`, { keys }));
    const tired = foreign.addActor("tired", { keys });

    await reachOut(place, league, foreign, league.gatheringId, [tired]);
    await optOut(place, foreign, tired, league.gatheringActor);

    const second = await announceSecond(place, league, foreign);
    await reachOut(place, league, foreign, second, [...actors, tired]);
    const invited = () => invitationsOf(foreign, actorUrl(place.origin, second));
    for (const before of [20, 100]) {
      const server = await startServer(place.variables);
      cleanUp.push(server.crash);
      await waitFor(`${before} are asked`, () => invited().size >= before, patience);
      await server.crash();
      if (before === 20) expect(invited().size).toBeLessThan(200);
    }

    const server = await startServer(place.variables);
    cleanUp.push(server.crash);
    await waitFor("everybody is asked", () => invited().size >= 200, patience).catch(async (cause: unknown) => {
      throw new Error(`${JSON.stringify(await lookInto(place, leftToDo))}\n${server.output().slice(-2000)}`, { cause });
    });
    // Sent again after a crash it may arrive twice, under the same id: whoever receives it shows it once.
    for (const actor of actors) expect(invited().get(actor.id)?.size, `ids of what asks ${actor.id}`).toBe(1);
    expect(invited().has(tired.id)).toBe(false);

    await answerTwice(place, foreign, actors[0], second);
    const board = await boardOf(place, second);
    expect(board).toHaveLength(201);
    expect(board.filter(({ answer }) => answer !== undefined)).toMatchObject([{ answer: "maybe", people: 1 }]);
    expect(board.filter(({ state }) => state === "opted-out")).toHaveLength(1);
    expect((await server.stop()).code).toBe(0);
  },
);

/** Puts actors on the board of a gathering and has them asked, before a server starts. */
async function reachOut(
  place: Place,
  league: League,
  foreign: ForeignServer,
  gatheringId: string,
  actors: readonly ForeignActor[],
): Promise<void> {
  await withRecords(place, foreign, league, async (execute, about, by) => {
    const typed = { name: "", language: null, country: "", software: "", size: null };
    const targets = actors.map(({ handle }) => ({ ...typed, address: `@${handle}` }));
    valueOf(await execute(addTargets, { ...about, gatheringId, targets }, by));
    valueOf(await execute(beginOutreach, { ...about, gatheringId }, by));
  });
}

async function announceSecond(place: Place, league: League, foreign: ForeignServer): Promise<string> {
  return withRecords(place, foreign, league, async (execute, { communityId }, by) => {
    const said = { title: "Second gathering", purpose: "Meet.", language: "en", zone: "UTC" };
    const announced = await execute(announceGathering, { communityId, handle: "second_gathering", ...said }, by);
    return valueOf(announced).gatheringId;
  });
}

type Koinon = Awaited<ReturnType<typeof openKoinon>>;
type Execute = Koinon["application"]["execute"];

/** Opens the records in this process, as the organiser. */
async function withRecords<Value>(
  place: Place,
  foreign: ForeignServer,
  league: League,
  act: (execute: Execute, about: { readonly communityId: string }, by: ReturnType<typeof byPerson>) => Promise<Value>,
): Promise<Value> {
  const { application, close } = await openKoinon(place.configuration);
  try {
    const organiser = await personByActor(application.read, foreign.addActor("olga").id);
    const communityId = (await gatheringById(application.read, league.gatheringId))?.communityId ?? "";
    if (organiser === undefined) throw new Error("the organiser is nobody");
    return await act(application.execute, { communityId }, byPerson(organiser));
  } finally {
    await close();
  }
}

/** The ids of what asked each actor to come to a gathering. */
function invitationsOf(foreign: ForeignServer, gatheringActor: string): ReadonlyMap<unknown, ReadonlySet<unknown>> {
  const ids = new Map<unknown, Set<unknown>>();
  for (const { activity } of foreign.activities("Create")) {
    const note = activity["object"] as { readonly id: string; readonly to: string | readonly string[] };
    if (activity["actor"] !== gatheringActor || !note.id.includes("/invitations/")) continue;
    const to = typeof note.to === "string" ? note.to : note.to[0];
    ids.set(to, (ids.get(to) ?? new Set()).add(note.id));
  }
  return ids;
}

async function optOut(place: Place, foreign: ForeignServer, tired: ForeignActor, gatheringActor: string) {
  const server = await startServer(place.variables);
  cleanUp.push(server.crash);
  await waitFor("the first is asked", () => invitationsOf(foreign, gatheringActor).has(tired.id), patience);
  await foreign.send(tired, `${gatheringActor}/inbox`, note(tired, gatheringActor, "STOP", 1));
  const gatheringId = gatheringActor.split("/").at(-1) ?? "";
  const isOut = async () => (await boardOf(place, gatheringId)).some(({ state }) => state === "opted-out");
  await waitFor("they opted out", isOut, patience);
  expect((await server.stop()).code).toBe(0);
}

async function answerTwice(place: Place, foreign: ForeignServer, actor: ForeignActor | undefined, gatheringId: string) {
  if (actor === undefined) throw new Error("there is nobody to answer");
  const gatheringActor = actorUrl(place.origin, gatheringId);
  const [invitation] = [...(invitationsOf(foreign, gatheringActor).get(actor.id) ?? [])];
  if (typeof invitation !== "string") throw new Error("the invitation has no id");
  const answered = (said: string) => async () =>
    (await boardOf(place, gatheringId)).some(({ answer }) => answer === said);
  for (const [number, text, said] of [
    [2, "yes, two of us", "yes"],
    [3, "maybe", "maybe"],
  ] as const) {
    const reply = note(actor, gatheringActor, text, number);
    await foreign.send(actor, `${gatheringActor}/inbox`, {
      ...reply,
      object: { ...reply.object, inReplyTo: invitation },
    });
    await waitFor(`“${text}” is on the board`, answered(said), patience);
  }
}

function note(from: ForeignActor, to: string, text: string, number: number) {
  const id = `${from.id}/notes/${number}`;
  const object = { id, type: "Note", attributedTo: from.id, to: [to], content: `<p>${text}</p>` };
  const context = "https://www.w3.org/ns/activitystreams";
  return { "@context": context, id: `${id}/activity`, type: "Create", actor: from.id, to: [to], object };
}

function boardOf(place: Place, gatheringId: string) {
  return lookInto(place, (read) => targetsOf(read, gatheringId, { after: "", limit: 300 }));
}
