import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNotesTable, noteIds, writeNote } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { StorageFailure, type Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

const backend = async (transaction: Database): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
  return rows[0]?.pid ?? 0;
};

const cut = async (pid: number): Promise<void> => {
  await sql`select pg_terminate_backend(${pid})`.execute(opened.handle.read);
};

test("a connection cut in the middle of a work keeps nothing of it, and the next work gets a new one", async () => {
  const answer = opened.handle.write(async (transaction) => {
    await writeNote(transaction, 1);
    await cut(await backend(transaction));
    await writeNote(transaction, 2);
  });
  await expect(answer).rejects.toThrow(StorageFailure);

  await opened.handle.write((transaction) => writeNote(transaction, 3));
  expect(await noteIds(opened.handle.read)).toEqual([3]);
});

test("two works that wait for each other are both done in the end", async () => {
  let attempts = 0;
  const holdBoth = (first: string, second: string, id: number) =>
    opened.handle.write(async (transaction) => {
      attempts += 1;
      await opened.handle.lock(transaction, first);
      await sql`select pg_sleep(0.2)`.execute(transaction);
      await opened.handle.lock(transaction, second);
      return writeNote(transaction, id);
    });
  await Promise.all([holdBoth("left", "right", 1), holdBoth("right", "left", 2)]);

  expect(attempts).toBe(3);
  expect(await noteIds(opened.handle.read)).toEqual([1, 2]);
});

describe("a work that collides with another", () => {
  /** Writes a note, and then collides as often as is said. */
  const writeColliding = (id: number, times: number) => {
    let attempts = 0;
    const answer = opened.handle.write(async (transaction) => {
      attempts += 1;
      await writeNote(transaction, id);
      if (attempts <= times) await sql`do $$ begin raise sqlstate '40001'; end $$`.execute(transaction);
      return attempts;
    });
    return answer;
  };

  test("is done again whole, and leaves nothing of the times that failed", async () => {
    expect(await writeColliding(1, 3)).toBe(4);
    expect(await noteIds(opened.handle.read)).toEqual([1]);
  });

  test("again and again is told to come back later, and leaves nothing", async () => {
    await expect(writeColliding(1, 100)).rejects.toMatchObject({ name: "StorageFailure", reason: "away" });
    expect(await noteIds(opened.handle.read)).toEqual([]);
  });
});

test("a server that is not there is told as away, not as a bug", async () => {
  const nobody = openDatabase({ kind: "postgres", url: "postgres://koinon@127.0.0.1:1/none" });
  await expect(nobody.write(async () => 1)).rejects.toMatchObject({ name: "StorageFailure", reason: "away" });
  await nobody.close();
});
