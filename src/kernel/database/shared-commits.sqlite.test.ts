import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createNotesTable, noteIds, writeNote } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { onSnapshot } from "./backup/snapshot.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

/** Lets the file grow to `pages` more than it has now. */
const leaveRoomFor = (pages: number) =>
  opened.handle.write(async (transaction) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(transaction);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + pages}`).execute(transaction);
  });

test("when the disk is full, reading goes on, writing is refused, and with room again all is well", async () => {
  await leaveRoomFor(2);
  const long = "x".repeat(50_000);
  const answers = await Promise.allSettled([
    opened.handle.write((transaction) => writeNote(transaction, 1)),
    opened.handle.write((transaction) => writeNote(transaction, 2, long)),
    opened.handle.write((transaction) => writeNote(transaction, 3)),
  ]);
  const kept = await noteIds(opened.handle.read);

  expect(answers[1]).toMatchObject({ status: "rejected", reason: { name: "StorageFailure", reason: "full" } });
  expect(kept).not.toContain(2);
  expect(kept).toEqual(answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])));

  await leaveRoomFor(1000);
  await opened.handle.write((transaction) => writeNote(transaction, 4, long));
  expect(await noteIds(opened.handle.read)).toContain(4);
});

test("a commit that fails is told to all who shared it, also to those who were refused in it, and to nobody else", async () => {
  await opened.handle.write(async (transaction) => {
    await sql`create table pages (note bigint references notes (id) deferrable initially deferred)`.execute(
      transaction,
    );
  });
  const answers = await Promise.allSettled([
    opened.handle.write((transaction) => writeNote(transaction, 1)),
    opened.handle.write(async (transaction) => {
      if ((await noteIds(transaction)).includes(1)) throw new Error("one is taken");
    }),
    // The missing note is noticed only when the shared transaction commits.
    opened.handle.write((transaction) => sql`insert into pages (note) values (99)`.execute(transaction)),
  ]);
  const failure = { status: "rejected", reason: { name: "StorageFailure", reason: "away" } };
  expect(answers).toMatchObject([failure, failure, failure]);
  expect(await noteIds(opened.handle.read)).toEqual([]);

  await opened.handle.write((transaction) => writeNote(transaction, 2));
  expect(await noteIds(opened.handle.read)).toEqual([2]);
});

test("a refusal is told only once the commit is done on which it may rest", async () => {
  const [, seenByTheRefused] = await Promise.all([
    opened.handle.write((transaction) => writeNote(transaction, 1)),
    opened.handle
      .write(async (transaction) => {
        if ((await noteIds(transaction)).includes(1)) throw new Error("one is taken");
        return [];
      })
      .catch(() => noteIds(opened.handle.read)),
    // A work that takes its time, so that the shared commit comes well after the refusal.
    opened.handle.write(async (transaction) => {
      for (let times = 0; times < 20; times++) await noteIds(transaction);
    }),
  ]);
  expect(seenByTheRefused).toEqual([1]);
});

test("every commit is synced to the disk, and a second connection cannot write by accident", async () => {
  const setting = async (database: Database, name: string) => {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database);
    return Object.values(rows[0] ?? {})[0];
  };
  await opened.handle.write(async (transaction) => {
    expect(await setting(transaction, "journal_mode")).toBe("wal");
    expect(await setting(transaction, "synchronous")).toBe(2);
    expect(await setting(transaction, "foreign_keys")).toBe(1);
    expect(await setting(transaction, "secure_delete")).toBe(1);
  });
  await expect(writeNote(opened.handle.read, 1)).rejects.toThrow("readonly");
});

test(
  "a long reader sees one instant, holds up nobody who writes, and leaves no long log behind",
  { timeout: 120_000 },
  async () => {
    await opened.handle.write((transaction) => writeNote(transaction, 1));
    const long = "x".repeat(8 * 1024 * 1024);
    const logLength = () => statSync(`${opened.location.kind === "sqlite" ? opened.location.file : ""}-wal`).size;
    await onSnapshot(opened.handle, async (snapshot) => {
      expect(await noteIds(snapshot)).toEqual([1]);
      for (let id = 2; id <= 12; id++) await opened.handle.write((transaction) => writeNote(transaction, id, long));
      expect(await noteIds(snapshot)).toEqual([1]);
      expect(logLength()).toBeGreaterThan(80 * 1024 * 1024);
    });
    expect(await noteIds(opened.handle.read)).toHaveLength(12);
    // The first brings the log into the file, the second begins it anew.
    for (const id of [13, 14]) await opened.handle.write((transaction) => writeNote(transaction, id));

    expect(logLength()).toBeLessThanOrEqual(64 * 1024 * 1024);
  },
);

test("what is closed lies in one file, so that whoever copies it has all of it", async () => {
  const { location } = opened;
  if (location.kind !== "sqlite") throw new Error("these tests are for the embedded database");
  const again = openDatabase(location);
  await again.write((transaction) => writeNote(transaction, 1));
  await opened.handle.close();
  await noteIds(again.read);
  await again.close();
  expect(
    readdirSync(path.dirname(location.file)).filter((name) => name.startsWith(path.basename(location.file))),
  ).toEqual([path.basename(location.file)]);
});
