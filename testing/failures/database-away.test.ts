import { afterEach, expect, test } from "vitest";
import { startForeignServer } from "../foreign-server.ts";
import { startPostgres } from "../postgres.ts";
import { waitFor } from "../wait-for.ts";
import { actsOn, isAcknowledged } from "./acts.ts";
import { browserOf, foundLeague } from "./league.ts";
import { makePlace } from "./place.ts";
import { startServer } from "./program.ts";
import { announcedHandles, followersKept, lookInto } from "./record.ts";
import { startStream } from "./stream.ts";

const AWAY_MS = 5000;
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

test("while PostgreSQL is away everybody is told to come back, and two seconds after it returned all is as before", async () => {
  const cluster = await startPostgres();
  cleanUp.push(cluster.stop);
  const foreign = await startForeignServer({ address: "127.0.0.67" });
  cleanUp.push(() => foreign.stop());
  const place = await makePlace("postgres", { server: cluster.url });
  const league = await foundLeague(place, foreign);
  const acts = actsOn(league, foreign);
  const server = await startServer(place.variables);
  cleanUp.push(server.crash);
  const before = acts.follow();
  expect(await before.send()).toBe(202);
  const stream = startStream(acts);
  const visitor = browserOf(place);
  await new Promise((resolve) => setTimeout(resolve, 500));

  await cluster.down();
  const until = performance.now() + AWAY_MS;
  const seen = new Set<number>();
  while (performance.now() < until) {
    for (const path of ["/", "/communities/plum"]) {
      const page = await visitor.get(path);
      seen.add(page.status);
      expect(page.headers.get("Retry-After")).not.toBeNull();
      expect(page.words).toContain("The server cannot do this right now");
    }
    expect(await acts.follow().send()).toBe(503);
    const asked = await fetch(league.gatheringActor, { headers: { Accept: "application/activity+json" } });
    expect([asked.status, asked.headers.has("Retry-After")]).toEqual([503, true]);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect([...seen]).toEqual([503]);

  await cluster.up();
  const back = performance.now();
  await waitFor("an act is taken again", async () => isAcknowledged(await acts.follow().send()), {
    deadlineMs: 20_000,
  });
  await waitFor("a page is shown again", async () => (await visitor.get("/communities/plum")).status === 200);
  const recovery = performance.now() - back;
  console.log(`recovered ${Math.round(recovery)} ms after PostgreSQL answered`);
  expect(recovery).toBeLessThan(2000);

  const { acknowledged, open, answers } = await stream.end();
  console.log(`answers around the time away: ${JSON.stringify(answers)}`);
  expect(Object.keys(answers).filter((status) => !["202", "303", "503", "none"].includes(status))).toEqual([]);
  for (const act of open) expect([act.name, isAcknowledged(await act.send())]).toEqual([act.name, true]);
  const all = [before, ...acknowledged, ...open];
  const followers = all.filter(({ kind }) => kind === "follow").map(({ name }) => name.replace("#follow", ""));
  await waitFor(
    "all followers are on the list",
    () =>
      lookInto(
        place,
        async (read) => (await followersKept(read, league, followers)).onList.length === followers.length,
      ),
    { deadlineMs: 60_000, intervalMs: 500 },
  );
  const handles = await lookInto(place, announcedHandles);
  expect(handles).toEqual(expect.arrayContaining(all.filter(({ kind }) => kind === "form").map(({ name }) => name)));
  expect((await server.stop()).code).toBe(0);
}, 150_000);
