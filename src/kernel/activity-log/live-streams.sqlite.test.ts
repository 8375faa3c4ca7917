import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { testTimers, type TestTimers } from "../../../testing/test-timers.ts";
import { localWords } from "../database/wake-local.ts";
import type { LoggedEvent } from "./event.ts";
import { openLiveStreams, type LiveStreams } from "./live-streams.ts";
import type { LiveSource } from "./live-source.ts";
import { createLive, type Live } from "./live.ts";

let opened: TestApplication;
let timers: TestTimers;
let live: Live;
let streams: LiveStreams;
let web: Hono;
/** Who is signed in, and which notes each may see. */
let signedIn: Set<string>;
let open: Set<string>;

const notes: LiveSource = {
  name: "note",
  events: ["note-kept"],
  touched: (event) => [textIn(event, "id")],
  mayFollow: async (_application, id, personId) => open.has(id) || open.has(`${id} for ${personId}`),
};

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
  timers = testTimers();
  signedIn = new Set(["ana", "ben"]);
  open = new Set(["1", "2", "secret for ana"]);
  live = createLive({
    sources: [notes],
    endsSessionsOf: (event) => (event.name === "signed-out" ? [textIn(event, "personId")] : []),
    wakeUps: localWords(),
    timers,
  });
  streams = openLiveStreams({
    application: opened.application,
    live,
    sources: [notes],
    timers,
    most: { all: 20, ofAddress: 10 },
    readerOf: (c) => {
      const personId = c.req.header("Test-Reader");
      return {
        personId,
        stands: async () => personId === undefined || signedIn.has(personId),
        address: c.req.header("Test-Address") ?? "192.0.2.1",
      };
    },
  });
  web = new Hono();
  web.get("/live", (c) => streams.answer(c));
});

afterEach(async () => {
  streams.close();
  await opened.close();
});

function keepNote(id: string): void {
  tell("note-kept", { id });
}

function signOut(personId: string): void {
  signedIn.delete(personId);
  tell("signed-out", { personId });
}

function tell(name: string, payload: Record<string, string>): void {
  const at = opened.application.clock();
  live.committed([
    { id: "town/1", chain: "town", sequence: 1, at, actor: "clock", command: "notes/keep", name, version: 1, payload },
  ]);
  timers.pass(250);
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}

/** Opens a stream as `reader`, from an address, and gives what can be read from it. */
async function follow(topics: string, headers: Record<string, string> = {}) {
  const response = await web.request(`/live?${topics}`, { headers });
  const reader = response.body?.getReader();
  return {
    response,
    /** The next piece; undefined at the end. */
    async next(): Promise<string | undefined> {
      const piece: { readonly value?: Uint8Array | undefined } | undefined = await reader?.read();
      return piece?.value === undefined ? undefined : new TextDecoder().decode(piece.value);
    },
    leave: () => reader?.cancel(),
  };
}

test("a page that is open hears that something changed and by which event, and nothing else", async () => {
  const stream = await follow("topic=note:1&topic=note:2");
  expect(stream.response.status).toBe(200);
  expect(stream.response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
  expect(stream.response.headers.get("Cache-Control")).toBe("no-store");
  expect(await stream.next()).toMatch(/^retry: \d{4}\n\n$/);

  keepNote("2");
  expect(await stream.next()).toBe('data: {"topic":"note:2","events":["note-kept"]}\n\n');
});

test("what is not open to a reader has no stream, and the answer does not say whether there is such a thing", async () => {
  const statuses = await Promise.all(
    [
      follow("topic=note:1"),
      follow("topic=note:secret"),
      follow("topic=note:none"),
      follow("topic=note:secret", { "Test-Reader": "ben" }),
      follow("topic=note:secret", { "Test-Reader": "ana" }),
      follow("topic=note:1&topic=note:secret", { "Test-Reader": "ben" }),
      follow("topic=elsewhere:1"),
      follow("topic=note"),
      follow(""),
      follow(Array.from({ length: 9 }, (_, place) => `topic=note:${place}`).join("&")),
    ].map(async (stream) => (await stream).response.status),
  );
  expect(statuses).toEqual([200, 404, 404, 404, 200, 404, 404, 404, 404, 404]);
  expect(streams.count()).toBe(2);
});

test("a stream ends at once when the session of its reader ends, and others go on", async () => {
  const anas = await follow("topic=note:1", { "Test-Reader": "ana" });
  const bens = await follow("topic=note:1", { "Test-Reader": "ben" });
  await Promise.all([anas.next(), bens.next()]);
  signOut("ana");

  expect(await anas.next()).toBeUndefined();
  expect(streams.count()).toBe(1);
  keepNote("1");
  expect(await bens.next()).toContain("note-kept");
});

test("a session that ends while the stream is being asked for leaves none open", async () => {
  const asked = follow("topic=note:1", { "Test-Reader": "ana" });
  signOut("ana");
  const stream = await asked;
  while ((await stream.next()) !== undefined);
  expect(streams.count()).toBe(0);
});

test("whoever may not follow any more, or is signed out unheard, is found within half a minute", async () => {
  const secret = await follow("topic=note:secret", { "Test-Reader": "ana" });
  const bens = await follow("topic=note:1", { "Test-Reader": "ben" });
  await Promise.all([secret.next(), bens.next()]);
  open.delete("secret for ana");
  signedIn.delete("ben");
  timers.pass(25_000);

  expect(await secret.next()).toBeUndefined();
  expect(await bens.next()).toBeUndefined();
});

test("an idle stream is kept alive by comments, not all in one moment", async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => follow("topic=note:1")));
  await Promise.all(all.map((stream) => stream.next()));
  timers.pass(25_000);
  expect(await Promise.all(all.map((stream) => stream.next()))).toEqual(all.map(() => ":\n\n"));
});

test("streams are limited per address and in all, and a place is free again when somebody leaves", async () => {
  const from = (address: string) => follow("topic=note:1", { "Test-Address": address });
  const first = await Promise.all(Array.from({ length: 10 }, () => from("192.0.2.1")));
  const tooMany = await from("192.0.2.1");
  expect([tooMany.response.status, tooMany.response.headers.get("Retry-After")]).toEqual([429, "60"]);

  await Promise.all(Array.from({ length: 10 }, (_, place) => from(`198.51.100.${place}`)));
  expect((await from("203.0.113.1")).response.status).toBe(503);

  await first[0]?.leave();
  expect(streams.count()).toBe(19);
  expect((await from("192.0.2.1")).response.status).toBe(200);
});

test("whoever does not read is dropped before much is kept for them, and holds up nobody", async () => {
  const slow = await follow("topic=note:1");
  const quick = await follow("topic=note:1");
  for (let times = 0; times < 40; times++) {
    keepNote("1");
    await quick.next();
  }
  expect(streams.count()).toBe(1);
  await expect(slow.next()).rejects.toMatchObject({ code: "ERR_STREAM_PREMATURE_CLOSE" });
});

test("when the server stops, all streams end", async () => {
  const stream = await follow("topic=note:1");
  await stream.next();
  streams.close();

  expect(await stream.next()).toBeUndefined();
  expect(streams.count()).toBe(0);
});
