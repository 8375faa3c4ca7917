import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createNotesTable, noteIds, writeNote } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { openDatabase } from "./open-database.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

const twenty = Array.from({ length: 20 }, (_, place) => place + 1);

test("of twenty works that arrive together, one that throws is undone alone", async () => {
  const answers = await Promise.allSettled(
    twenty.map((id) =>
      opened.handle.write(async (transaction) => {
        await writeNote(transaction, id);
        if (id === 7) throw new Error("no sevens");
        return id;
      }),
    ),
  );

  expect(answers.filter((answer) => answer.status === "fulfilled").map((answer) => answer.value)).toEqual(
    twenty.filter((id) => id !== 7),
  );
  expect(answers[6]).toMatchObject({ status: "rejected", reason: { message: "no sevens" } });
  expect(await noteIds(opened.handle.read)).toEqual(twenty.filter((id) => id !== 7));
});

test("a statement that the engine refuses undoes its own work alone", async () => {
  const answers = await Promise.allSettled(
    [1, 2, 2, 3].map((id) => opened.handle.write((transaction) => writeNote(transaction, id))),
  );

  expect(answers.map((answer) => answer.status).toSorted()).toEqual([
    "fulfilled",
    "fulfilled",
    "fulfilled",
    "rejected",
  ]);
  expect(await noteIds(opened.handle.read)).toEqual([1, 2, 3]);
});

test("whoever is answered finds the work committed, also for readers on another connection", async () => {
  const other = openDatabase(opened.location);
  const seen = await Promise.all(
    twenty.map(async (id) => {
      await opened.handle.write((transaction) => writeNote(transaction, id));
      return (await noteIds(other.read)).includes(id);
    }),
  );
  await other.close();

  expect(seen).toEqual(twenty.map(() => true));
});

test("a reader never sees what is not committed", async () => {
  let seenInside: readonly number[] = [0];
  await opened.handle.write(async (transaction) => {
    await writeNote(transaction, 1);
    seenInside = await noteIds(opened.handle.read);
  });

  expect(seenInside).toEqual([]);
  expect(await noteIds(opened.handle.read)).toEqual([1]);
});

test("what one transaction holds by a name, no other holds until it ends", async () => {
  const inside: string[] = [];
  const visit = (name: string) =>
    opened.handle.write(async (transaction) => {
      await opened.handle.lock(transaction, "the door");
      await noteIds(transaction);
      inside.push(`${name} in`);
      await noteIds(transaction);
      inside.push(`${name} out`);
    });
  await Promise.all([visit("ada"), visit("ben"), visit("cleo")]);

  const pairs = [0, 2, 4].map((place) => inside.slice(place, place + 2).map((step) => step.split(" ")[0]));
  expect(pairs.every(([one, other]) => one === other)).toBe(true);
});

test("a single statement is kept without a transaction around it", async () => {
  await opened.handle.writeAtOnce((database) => writeNote(database, 1));
  expect(await noteIds(opened.handle.read)).toEqual([1]);
});

test("a hundred thousand microseconds and a sum come back as the numbers they were", async () => {
  const instant = 1_800_000_000_123_456;
  await opened.handle.write((transaction) => writeNote(transaction, instant));

  const { rows } = await sql<{
    sum: number;
    count: number;
  }>`select sum(id) as sum, count(*) as count from notes`.execute(opened.handle.read);
  expect(rows).toEqual([{ sum: instant, count: 1 }]);
});

test("closing waits for the works that were given before", async () => {
  const again = openDatabase(opened.location);
  const given = twenty.map((id) => again.write((transaction) => writeNote(transaction, id)));
  await Promise.allSettled(given.slice(0, 1));
  await Promise.all([...given, again.close()]);

  expect(await noteIds(opened.handle.read)).toEqual(twenty);
});
