import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestApplication, type TestApplication } from "../../../testing/test-application.ts";
import { append } from "./append.ts";
import { genesisHash } from "./chain.ts";
import type { NewEvent } from "./event.ts";
import { logTables } from "./log.tables.ts";

let opened: TestApplication;

beforeEach(async () => {
  opened = await openTestApplication({ schema: [] });
});

afterEach(() => opened.close());

let salts = 0;

function appendTo(chain: string, ...events: readonly NewEvent[]) {
  const occasion = {
    chain,
    at: Temporal.Instant.from("2027-02-01T10:00:00.000001Z"),
    actor: "person:ana",
    command: "notes/keep-note",
    salt: () => `salt-${(salts += 1)}`,
  };
  return opened.application.database.write((transaction) => append(transaction, occasion, events));
}

function kept(id: number): NewEvent {
  return { name: "note-kept", version: 1, payload: { id } };
}

function entries(chain: string) {
  return logTables(opened.application.read)
    .selectFrom("log_entries")
    .selectAll()
    .where("chain", "=", chain)
    .orderBy("sequence")
    .execute();
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("each chain counts for itself, from one", async () => {
  await appendTo("town", kept(1), kept(2));
  await appendTo("village", kept(3));
  const logged = await appendTo("town", kept(4));

  expect(logged).toEqual([
    {
      id: "town/3",
      chain: "town",
      sequence: 3,
      at: Temporal.Instant.from("2027-02-01T10:00:00.000001Z"),
      actor: "person:ana",
      command: "notes/keep-note",
      name: "note-kept",
      version: 1,
      payload: { id: 4 },
    },
  ]);
  expect((await entries("town")).map((entry) => entry.sequence)).toEqual([1, 2, 3]);
  expect((await entries("village")).map((entry) => entry.sequence)).toEqual([1]);
});

test("each entry holds the hash of the one before it", async () => {
  await appendTo("town", kept(1), kept(2));
  await appendTo("town", kept(3));
  const [first, second, third] = await entries("town");

  expect(first?.previous_hash).toBe(genesisHash);
  expect(second?.previous_hash).toBe(first?.hash);
  expect(third?.previous_hash).toBe(second?.hash);
});

test("anyone can recompute an entry's hash and its digest from what is written down", async () => {
  await appendTo("town", { name: "note-kept", version: 2, payload: { z: [1], a: "é" } });
  const [entry] = await entries("town");
  const beside = await logTables(opened.application.read)
    .selectFrom("log_payloads")
    .selectAll()
    .executeTakeFirstOrThrow();

  expect(beside.payload).toBe('{"a":"é","z":[1]}');
  expect(entry?.digest).toBe(sha256(`${beside.salt}:${beside.payload}`));
  expect(entry?.hash).toBe(
    sha256(
      `{"actor":"person:ana","at":"2027-02-01T10:00:00.000001Z","chain":"town","command":"notes/keep-note",` +
        `"digest":"${entry?.digest}","event":"note-kept","previous":"${genesisHash}","sequence":1,"version":2}`,
    ),
  );
});

test("two events that say the same have different digests", async () => {
  await appendTo("town", kept(1), kept(1));
  const [first, second] = await entries("town");

  expect(first?.digest).not.toBe(second?.digest);
});

test("nothing told leaves no trace", async () => {
  expect(await appendTo("town")).toEqual([]);
  expect(await logTables(opened.application.read).selectFrom("log_heads").selectAll().execute()).toEqual([]);
});
