import { afterEach, expect, test } from "vitest";
import german from "../../src/kernel/i18n/messages/de.json" with { type: "json" };
import { startForeignServer } from "../foreign-server.ts";
import { waitFor } from "../wait-for.ts";
import { actsOn, isAcknowledged, type Act } from "./acts.ts";
import { browserOf, foundLeague } from "./league.ts";
import { makePlace } from "./place.ts";
import { runProgram, startServer } from "./program.ts";
import { announcedHandles, followersKept, integrityOf, lookInto } from "./record.ts";
import { mountSmallDisk } from "./small-disk.ts";

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

test("on a full disk people go on reading, every act is refused with its reason, and nothing is lost once there is room", async (context) => {
  const disk = mountSmallDisk(32);
  if ("whyNot" in disk) {
    // In continuous integration a test that cannot run is a failure; at home it says so.
    if (process.env["CI"] !== undefined) throw new Error(`no small disk can be mounted: ${disk.whyNot}`);
    return context.skip(`no small disk can be mounted here: ${disk.whyNot}`);
  }
  cleanUp.push(disk.unmount);
  const foreign = await startForeignServer({ address: "127.0.0.63" });
  cleanUp.push(() => foreign.stop());
  const place = await makePlace("sqlite", { folder: disk.folder });
  const league = await foundLeague(place, foreign);
  const acts = actsOn(league, foreign);
  const server = await startServer(place.variables);
  cleanUp.push(server.crash);
  const acknowledged: Act[] = [];
  const refused: Act[] = [];
  const send = async (act: Act) => {
    const status = await act.send();
    (isAcknowledged(status) ? acknowledged : refused).push(act);
    return status;
  };
  expect(await send(acts.follow())).toBe(202);
  expect(await send(await acts.form())).toBe(303);

  disk.fill();
  // The engine has a little room of its own left in its files.
  await waitFor("an announcement is refused", async () => (await send(await acts.form())) === 503, {
    deadlineMs: 40_000,
    intervalMs: 0,
  });
  await waitFor("a follow is refused", async () => (await send(acts.follow())) === 503, {
    deadlineMs: 20_000,
    intervalMs: 0,
  });

  const visitor = browserOf(place);
  for (const path of ["/", "/communities/plum", league.announcing, `/gatherings/${league.gatheringId}`]) {
    expect([path, (await visitor.get(path)).status, (await league.organiser.get(path)).status]).toEqual([
      path,
      200,
      200,
    ]);
  }
  const form = league.organiser.formOn(await league.organiser.get(`${league.announcing}/new`), league.announcing);
  const typed = { title: "Too late", purpose: "Meet.", handle: "too_late", language: "en", zone: "UTC" };
  const inGerman = { Origin: place.origin.origin, "Accept-Language": "de" };
  const told = await league.organiser.post(league.announcing, { ...form, ...typed }, inGerman);
  expect(told.status).toBe(503);
  expect(told.html).toContain('lang="de"');
  expect(told.words).toContain(german["refusal.storage-full"]);
  const fan = acts.follow();
  const answered = await foreign.send(fan.actor, league.inbox, {
    id: fan.name,
    type: "Follow",
    actor: fan.actor.id,
    object: league.gatheringActor,
  });
  expect(answered.status).toBe(503);
  expect(Number(answered.headers["retry-after"])).toBeGreaterThan(0);

  disk.free();
  for (const act of [...refused, fan]) expect([act.name, isAcknowledged(await act.send())]).toEqual([act.name, true]);
  expect(await send(await acts.form())).toBe(303);
  const all = [...acknowledged, ...refused, fan];
  const followers = all.filter(({ kind }) => kind === "follow").map(({ name }) => name.replace("#follow", ""));
  await waitFor(
    "all followers are on the list",
    () =>
      lookInto(
        place,
        async (read) => (await followersKept(read, league, followers)).onList.length === followers.length,
      ),
    { deadlineMs: 30_000, intervalMs: 250 },
  );
  const handles = await lookInto(place, announcedHandles);
  expect(handles).toEqual(expect.arrayContaining(all.filter(({ kind }) => kind === "form").map(({ name }) => name)));
  expect(handles).not.toContain("too_late");
  expect((await server.stop()).code).toBe(0);
  expect(integrityOf(place)).toBe("ok");
  expect((await runProgram(["log", "verify"], place.variables)).code).toBe(0);
}, 120_000);
