import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { lastBackup } from "../../src/accounts/store/server.read.ts";
import type { Engine } from "../../src/kernel/database/database.ts";
import { startForeignServer } from "../foreign-server.ts";
import { actsOn } from "./acts.ts";
import { browserOf, foundLeague } from "./league.ts";
import { makePlace, type Place } from "./place.ts";
import { runProgram, startServer, type Ended } from "./program.ts";
import { announcedHandles, followersKept, lookInto } from "./record.ts";
import { startStream } from "./stream.ts";

const engines = ["sqlite", "postgres"] satisfies Engine[];
const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

test.each(engines)(
  "a backup of a busy server on %s holds all that was answered before, and restores into either engine with the same hash and pages",
  async (engine) => {
    const foreign = await startForeignServer({ address: engine === "sqlite" ? "127.0.0.64" : "127.0.0.65" });
    cleanUp.push(() => foreign.stop());
    const place = await newPlace(engine);
    const league = await foundLeague(place, foreign);
    const server = await startServer(place.variables);
    cleanUp.push(server.crash);
    const acts = actsOn(league, foreign);
    const before = startStream(acts);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { acknowledged } = await before.end();
    const during = startStream(acts);
    const file = join(newFolder(), "koinon.backup");
    const taken = await runProgram(["backup", file], place.variables);
    const meanwhile = await during.end();
    expect(taken.code, taken.output).toBe(0);
    expect(await lookInto(place, (read) => lastBackup(read, "made"))).toMatchObject({ isGood: true });
    const tried = await runProgram(["try-backup"], place.variables);
    expect(tried.code, tried.output).toBe(0);
    expect(hashIn(tried)).toBe(/hash (\S+)\s*$/.exec(tried.output)?.[1]);
    expect(meanwhile.acknowledged.length).toBeGreaterThan(0);
    expect((await server.stop()).code).toBe(0);

    const shown: string[][] = [];
    for (const target of engines) {
      const restored = await newPlace(target);
      const restoring = await runProgram(["restore", file], restored.variables);
      expect(restoring.code, restoring.output).toBe(0);
      expect(hashIn(restoring)).toBe(hashIn(taken));
      const names = (kind: string) => acknowledged.filter((act) => act.kind === kind).map((act) => act.name);
      const followers = names("follow").map((id) => id.replace("#follow", ""));
      await lookInto(restored, async (read) => {
        expect(await announcedHandles(read)).toEqual(expect.arrayContaining(names("form")));
        const { onList, queued } = await followersKept(read, league, followers);
        expect(onList.length + queued.length).toBe(followers.length);
      });
      shown.push(await pagesOf(restored, place.origin, league.announcing));
      expect((await runProgram(["log", "verify"], restored.variables)).code).toBe(0);
      const twice = await runProgram(["restore", file], restored.variables);
      expect([twice.code, twice.output]).toEqual([2, expect.stringContaining("not empty")]);
    }
    expect(shown[0]).toEqual(shown[1]);
    expect(shown[0]?.join(" ")).toContain(acknowledged.find(({ kind }) => kind === "form")?.name);
  },
  120_000,
);

/** What a visitor reads on some pages of a place that was restored: a server that bears the first one's name, but says nothing to others. */
async function pagesOf(place: Place, origin: URL, gatherings: string): Promise<string[]> {
  const silent = { ...place.variables, KOINON_ORIGIN: origin.origin, KOINON_FEDERATION: "off" };
  const server = await startServer(silent);
  cleanUp.push(server.crash);
  const visitor = browserOf(place);
  const pages: string[] = [];
  for (const path of ["/", "/communities/plum", gatherings]) {
    const page = await visitor.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    pages.push(page.words);
  }
  expect((await server.stop()).code).toBe(0);
  return pages;
}

function hashIn({ output }: Ended): string {
  const hash = /^hash (\S{16,})$/m.exec(output)?.[1];
  if (hash === undefined) throw new Error(`no hash was printed:\n${output}`);
  return hash;
}

async function newPlace(engine: Engine): Promise<Place> {
  const place = await makePlace(engine);
  cleanUp.push(() => place.discard());
  return place;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "koinon-backup-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
