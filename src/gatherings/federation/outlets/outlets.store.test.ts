import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { json, never, status, text } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import { interfaceCatalogues } from "../../../ui/messages/catalogue.ts";
import { gatherings } from "../../capability.ts";
import { announceGathering } from "../../commands/announce-gathering.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { addOutlet } from "../../commands/outlets/add-outlet.ts";
import { chooseNews, removeOutlet, resumeOutlet } from "../../commands/outlets/change-outlet.ts";
import { sealOutlet } from "../../commands/outlets/outlet-secrets.ts";
import { tryOutlet } from "../../commands/outlets/try-outlet.ts";
import { announceAgain } from "../../commands/series/announce-again.ts";
import { setDate } from "../../commands/set-date.ts";
import { newsKinds, type NewsKind } from "../../model/outlets/outlet.ts";
import { outletById, outletsOf, type Outlet } from "../../store/outlets/outlets.read.ts";
import { outletSubscriber, tellingOutlets } from "./tell-outlets.ts";

const serverSecret = new Uint8Array(32).fill(9);
const token = "syt_plum";

let peer: ForeignServer;
let egress: OpenEgress;
let cast: CommunityCast;
let ada: PersonId;
let community: CommunityId;
let gathering: { readonly communityId: string; readonly gatheringId: string };
let handles = 0;
/** Each test has a room of its own, since they share a homeserver and the time. */
let room: string;

beforeAll(async () => {
  peer = await startForeignServer({ address: "127.0.30.1" });
  let now = () => Temporal.Instant.from("2027-02-01T10:00:00Z");
  egress = createEgress({
    origin: new URL("http://127.0.30.2:3000"),
    clock: () => now(),
    version: "0",
    reachesPrivateAddresses: true,
    deadlineMs: 300,
    maxBytes: 10_000,
  });
  cast = await openCommunityCast({
    schema: gatherings.schema,
    messages: [interfaceCatalogues, gatherings.messages],
    subscribers: [outletSubscriber],
    jobs: [tellingOutlets(serverSecret, egress), ...(gatherings.jobs ?? [])],
  });
  now = cast.clock.now;
  ada = await cast.person("Ada");
  community = await cast.community(ada);
});

beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  handles += 1;
  room = `!circle_${handles}:matrix.example`;
  const texts = { title: "First gathering", purpose: "Meet.", language: "en", zone: "Europe/Rome" };
  const input = { ...texts, communityId: community, handle: `outlets_${handles}` };
  const { gatheringId } = valueOf(await cast.application.execute(announceGathering, input, byPerson(ada)));
  gathering = { communityId: community, gatheringId };
});

afterAll(async () => {
  await cast.close();
  egress.close();
  await peer.stop();
});

/** Every room of this gathering's homeserver answers this from now on. */
function homeserver(answer: Parameters<ForeignServer["serve"]>[1]): void {
  peer.serveUnder(`/_matrix/client/v3/rooms/${encodeURIComponent(room)}/`, answer);
}

async function add(input: Readonly<Record<string, unknown>>): Promise<string> {
  const all = { ...gathering, mark: "", news: newsKinds, ...input };
  return valueOf(await cast.application.execute(addOutlet, all, byPerson(ada))).outletId;
}

function addRoom(name = room, news: readonly NewsKind[] = newsKinds): Promise<string> {
  const sealed = sealOutlet(serverSecret, { kind: "matrix", token });
  return add({ kind: "matrix", address: peer.origin, room: name, sealed, news });
}

function addWebhook(path: string): Promise<string> {
  const address = `${peer.origin}${path}`;
  const sealed = sealOutlet(serverSecret, { kind: "webhook", address, secret: "shown once" });
  return add({ kind: "webhook", address, sealed });
}

async function date(about = gathering): Promise<void> {
  const sessions = [{ start: "2027-03-04T19:00", zone: "Europe/Rome", lengthMinutes: 60 }];
  valueOf(await cast.application.execute(setDate, { ...about, sessions, reason: "r" }, byPerson(ada)));
  await cast.pump();
}

async function outlet(id: string): Promise<Outlet> {
  const found = await outletById(cast.application.read, id);
  if (found === undefined) throw new Error(`no outlet ${id}`);
  return found;
}

/** An answer of which the end never comes. */
function half(_request: unknown, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json" }).write("{");
}

/** What was said in the room since a moment, the first first. */
function saidSince(before: number) {
  const sending = `/rooms/${encodeURIComponent(room)}/send/m.room.message/`;
  return peer.received.slice(before).filter(({ target }) => target.includes(sending));
}

test("a room of Matrix reads of the date, by its alias, from an account that proves itself", async () => {
  peer.serve(
    `/_matrix/client/v3/directory/room/${encodeURIComponent("#circle:matrix.example")}`,
    json({ room_id: room }, "application/json"),
  );
  homeserver(json({ event_id: "$1" }, "application/json"));
  const before = peer.received.length;
  const id = await addRoom("#circle:matrix.example");
  await date();
  const [said, ...more] = saidSince(before);
  expect(more).toEqual([]);
  expect(said).toMatchObject({ method: "PUT", headers: { authorization: `Bearer ${token}` } });
  expect(said?.target).toMatch(/m\.room\.message\/[0-9a-f]{32}$/);
  const body = JSON.parse(said?.body.toString() ?? "") as { readonly body: string };
  expect(body).toMatchObject({ msgtype: "m.notice", "m.mentions": {} });
  expect(body.body).toContain("The date of “First gathering” is set: ");
  expect(body.body).toContain("19:00");
  expect(body.body).toContain(`https://gather.example/gatherings/${gathering.gatheringId}`);
  expect(await outlet(id)).toMatchObject({ failures: 0, takenAt: cast.clock.now() });
});

test("a webhook is told in JSON, signed with the secret that was shown once", async () => {
  peer.serve("/hook", status(204));
  const before = peer.received.length;
  await addWebhook("/hook");
  await date();
  const [called] = peer.received.slice(before);
  const signature = createHmac("sha256", "shown once")
    .update(called?.body ?? "")
    .digest("hex");
  expect(called?.headers["koinon-signature"]).toBe(`sha256=${signature}`);
  const told = JSON.parse(called?.body.toString() ?? "") as { readonly text: string };
  expect(told.text).toContain("The date of “First gathering” is set");
  expect(told).toEqual({
    id: called?.headers["koinon-delivery"],
    kind: "dated",
    gathering: { title: "First gathering", url: `https://gather.example/gatherings/${gathering.gatheringId}` },
    text: told.text,
    at: "2027-02-01T10:00:00Z",
  });
});

test("a busy homeserver is asked again when it said, with the same message", async () => {
  homeserver(json({ errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 600_000 }, "application/json", 429));
  const before = peer.received.length;
  const id = await addRoom();
  await date();
  expect(await outlet(id)).toMatchObject({ failures: 1, trouble: "busy", pausedAt: undefined });
  cast.clock.pass({ minutes: 9 });
  await cast.pump();
  expect(saidSince(before)).toHaveLength(1);
  homeserver(json({ event_id: "$1" }, "application/json"));
  cast.clock.pass({ minutes: 1 });
  await cast.pump();
  const [first, second, ...more] = saidSince(before);
  expect(more).toEqual([]);
  expect([second?.target, second?.body.toString()]).toEqual([first?.target, first?.body.toString()]);
  expect(await outlet(id)).toMatchObject({ failures: 0, trouble: undefined });
});

test.each([
  ["token-refused", json({ errcode: "M_UNKNOWN_TOKEN" }, "application/json", 401)],
  ["not-in-room", json({ errcode: "M_FORBIDDEN" }, "application/json", 403)],
  ["no-such-room", json({ errcode: "M_NOT_FOUND" }, "application/json", 404)],
] as const)("a homeserver that says %s is not asked again before an organiser says so", async (trouble, answer) => {
  homeserver(answer);
  const before = peer.received.length;
  const id = await addRoom();
  await date();
  expect(await outlet(id)).toMatchObject({ trouble, pausedAt: cast.clock.now() });
  cast.clock.pass({ hours: 48 });
  await cast.pump();
  expect(saidSince(before)).toHaveLength(1);
  valueOf(await cast.application.execute(resumeOutlet, { ...gathering, outletId: id }, byPerson(ada)));
  homeserver(json({ event_id: "$1" }, "application/json"));
  valueOf(await cast.application.execute(cancelGathering, { ...gathering, reason: "rain" }, byPerson(ada)));
  await cast.pump();
  expect(saidSince(before)).toHaveLength(2);
  expect(await outlet(id)).toMatchObject({ failures: 0, pausedAt: undefined });
});

test.each([
  ["failing", text("<p>broken</p>", "text/html", 500)],
  ["too-slow", never()],
  ["too-slow", half],
  ["odd-answer", text("x".repeat(100_000), "application/json")],
  ["odd-answer", status(302)],
] as const)("a homeserver that is %s is tried again later", async (trouble, answer) => {
  homeserver(answer);
  const before = peer.received.length;
  const id = await addRoom();
  await date();
  expect(await outlet(id)).toMatchObject({ failures: 1, trouble, pausedAt: undefined });
  cast.clock.pass({ minutes: 1 });
  await cast.pump();
  expect(saidSince(before)).toHaveLength(2);
  expect(await outlet(id)).toMatchObject({ failures: 2, trouble, pausedAt: undefined });
  // Else the tests after this one would wait for it, too.
  valueOf(await cast.application.execute(removeOutlet, { ...gathering, outletId: id }, byPerson(ada)));
});

test("an outlet that takes nothing for days is paused", async () => {
  homeserver(status(500));
  const id = await addRoom();
  await date();
  for (let day = 0; day < 8; day++) {
    cast.clock.pass({ hours: 24 });
    await cast.pump();
  }
  const paused = cast.events.findLast(({ name, payload }) => name === "outlet-paused" && payload["outlet"] === id);
  expect(paused?.payload).toEqual({ gathering: gathering.gatheringId, outlet: id, trouble: "failing" });
  expect((await outlet(id)).failures).toBe(9);
});

test("what waits to be sent again when an outlet is paused is not sent", async () => {
  homeserver(status(500));
  const before = peer.received.length;
  await addRoom();
  await date();
  homeserver(json({ errcode: "M_FORBIDDEN" }, "application/json", 403));
  valueOf(await cast.application.execute(cancelGathering, { ...gathering, reason: "rain" }, byPerson(ada)));
  await cast.pump();
  cast.clock.pass({ minutes: 1 });
  await cast.pump();
  expect(saidSince(before)).toHaveLength(2);
});

test("a receiver that is gone is left alone, and one address does not hold up another", async () => {
  peer.serve("/gone", status(410));
  peer.serve("/there", status(200));
  const [gone, there] = [await addWebhook("/gone"), await addWebhook("/there")];
  await date();
  expect(await outlet(gone)).toMatchObject({ trouble: "gone", pausedAt: cast.clock.now() });
  expect(await outlet(there)).toMatchObject({ trouble: undefined, takenAt: cast.clock.now() });
});

test("the word that it begins in an hour goes an hour before, once, and not when it has begun", async () => {
  homeserver(json({}, "application/json", 500));
  const before = peer.received.length;
  await addRoom(room, ["soon"]);
  await date();
  cast.clock.set("2027-03-04T17:00:00Z");
  await cast.pump();
  expect(saidSince(before).map(({ body }) => body.toString())).toEqual([expect.stringContaining("begins in an hour")]);
  cast.clock.set("2027-03-04T18:30:00Z");
  await cast.pump();
  expect(saidSince(before)).toHaveLength(1);
});

test("an outlet gets the news that were chosen, and none when it is removed while they are on their way", async () => {
  homeserver(json({ event_id: "$1" }, "application/json"));
  const before = peer.received.length;
  const [chosen, removed] = [await addRoom(), await addRoom()];
  const news = ["called-off", "dated"] as const;
  valueOf(
    await cast.application.execute(chooseNews, { ...gathering, outletId: chosen, news: ["called-off"] }, byPerson(ada)),
  );
  await date();
  expect(saidSince(before)).toHaveLength(1);
  valueOf(
    await cast.application.execute(chooseNews, { ...gathering, outletId: chosen, news: [...news] }, byPerson(ada)),
  );
  expect((await outlet(chosen)).news).toEqual(["dated", "called-off"]);
  homeserver(json({}, "application/json", 500));
  valueOf(await cast.application.execute(cancelGathering, { ...gathering, reason: "rain" }, byPerson(ada)));
  await cast.pump();
  expect(saidSince(before)).toHaveLength(3);
  for (const outletId of [chosen, removed]) {
    valueOf(await cast.application.execute(removeOutlet, { ...gathering, outletId }, byPerson(ada)));
  }
  cast.clock.pass({ hours: 1 });
  await cast.pump();
  expect(saidSince(before)).toHaveLength(3);
});

test("a test goes at once, and the next one after a minute", async () => {
  peer.serve("/tested", status(200));
  const before = peer.received.length;
  const outletId = await addWebhook("/tested");
  const send = () => cast.application.execute(tryOutlet, { ...gathering, outletId }, byPerson(ada));
  valueOf(await send());
  await cast.pump();
  const told = JSON.parse(peer.received.at(-1)?.body.toString() ?? "") as { readonly text: string };
  expect(told).toMatchObject({ kind: "test" });
  expect(told.text).toContain("A test: news of “First gathering”");
  expect(await send()).toMatchObject({ ok: false, refusal: { kind: "outlet-tested-lately" } });
  cast.clock.pass({ minutes: 1 });
  valueOf(await send());
  await cast.pump();
  expect(peer.received.slice(before)).toHaveLength(2);
});

test("what another server sealed opens nothing here, and says so", async () => {
  const sealed = sealOutlet(new Uint8Array(32).fill(1), { kind: "matrix", token });
  const id = await add({ kind: "matrix", address: peer.origin, room, sealed });
  await date();
  expect(await outlet(id)).toMatchObject({ trouble: "unreadable-secret", pausedAt: cast.clock.now() });
});

test("the next gathering tells whom the one before told, and long after one nothing is left of its secrets", async () => {
  homeserver(json({ event_id: "$1" }, "application/json"));
  await addRoom();
  await date();
  cast.clock.set("2027-03-05T10:00:00Z");
  await cast.pump();
  const next = { title: "Second", purpose: "Meet.", handle: `outlets_next_${handles}` };
  const again = valueOf(await cast.application.execute(announceAgain, { ...gathering, ...next }, byPerson(ada)));
  const after = { communityId: community, gatheringId: again.gatheringId };
  expect(await outletsOf(cast.application.read, after.gatheringId)).toMatchObject([{ kind: "matrix", room }]);
  cast.clock.set("2027-08-01T10:00:00Z");
  await cast.pump();
  cast.clock.set("2027-11-01T10:00:00Z");
  await cast.pump();
  expect(await outletsOf(cast.application.read, gathering.gatheringId)).toEqual([]);
  expect(await outletsOf(cast.application.read, after.gatheringId)).toHaveLength(1);
});

test("neither the log nor the table shows what opens an outlet", async () => {
  await addRoom();
  const id = await addWebhook("/t/s3cret-path");
  const kept = JSON.stringify([cast.events, await outletsOf(cast.application.read, gathering.gatheringId)]);
  expect(await outlet(id)).toMatchObject({ origin: peer.origin });
  for (const secret of [token, "shown once", "s3cret-path"]) expect(kept).not.toContain(secret);
});
