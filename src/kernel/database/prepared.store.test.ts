import { afterEach, beforeEach, expect, test } from "vitest";
import { createNotesTable, noteIds } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

type Notes = { readonly notes: { readonly id: number; readonly text: string } };
const notes = (database: Database) => database.withTables<Notes>();

const writeNote = prepared((database, given: { id: number; text: string }) =>
  notes(database)
    .insertInto("notes")
    .values({ id: given.id, text: given.text })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

const textsBetween = prepared((database, given: { from: number; to: number; most: number }) =>
  notes(database)
    .selectFrom("notes")
    .select("text")
    .where("id", ">=", given.from)
    .where("id", "<=", given.to)
    .where("text", "!=", "hidden")
    .orderBy("id")
    .limit(given.most),
);

test("a prepared query takes other values each time, and keeps those that stand in it", async () => {
  const { handle } = opened;
  for (const [id, text] of ["one", "two", "hidden", "four", "five"].entries()) {
    await handle.write((transaction) => writeNote(transaction, { id: id + 1, text }));
  }
  const texts = async (from: number, to: number, most: number) =>
    (await textsBetween(handle.read, { from, to, most })).rows.map(({ text }) => text);

  expect(await texts(1, 4, 10)).toEqual(["one", "two", "four"]);
  expect(await texts(2, 5, 2)).toEqual(["two", "four"]);
  expect(await texts(3, 3, 2)).toEqual([]);
});

test("it says how many rows it wrote, and belongs to the transaction it is given", async () => {
  const { handle } = opened;
  const write = (text: string) => handle.write((transaction) => writeNote(transaction, { id: 1, text }));
  expect((await write("first")).numAffectedRows).toBe(1n);
  expect((await write("second")).numAffectedRows).toBe(0n);

  const undone = handle.write(async (transaction) => {
    await writeNote(transaction, { id: 2, text: "undone" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await noteIds(handle.read)).toEqual([1]);
});

test("values may be taken all at once, in any order", async () => {
  const { handle } = opened;
  const write = prepared((database, given: { id: number; text: string }) =>
    notes(database).insertInto("notes").values(given),
  );
  await handle.write((transaction) => write(transaction, { id: 1, text: "one" }));
  await handle.write((transaction) => write(transaction, { text: "two", id: 2 }));
  expect((await textsBetween(handle.read, { from: 1, to: 2, most: 2 })).rows).toEqual([
    { text: "one" },
    { text: "two" },
  ]);
});

test("a list is taken whole, however long it is this time", async () => {
  const { handle } = opened;
  for (const id of [1, 2, 3, 4])
    await handle.write((transaction) => writeNote(transaction, { id, text: `note ${id}` }));
  const among = prepared((database, given: { ids: readonly number[]; text: string }) =>
    notes(database)
      .selectFrom("notes")
      .select("id")
      .where("id", "in", given.ids)
      .where("text", "!=", given.text)
      .orderBy("id"),
  );
  const found = async (...ids: readonly number[]) =>
    (await among(handle.read, { ids, text: "note 3" })).rows.map(({ id }) => id);

  expect(await found(1, 3)).toEqual([1]);
  expect(await found(2, 4)).toEqual([2, 4]);
  expect(await found(4, 3, 1)).toEqual([1, 4]);
  expect(await found(2)).toEqual([2]);
});

const insertNote = prepared((database, given: { id: number; text: string }) =>
  notes(database).insertInto("notes").values({ id: given.id, text: given.text }),
);

test("what is not waited for is done before whatever is asked next, and kept with the rest", async () => {
  const { handle } = opened;
  let seen: readonly number[] = [];
  await handle.write(async (transaction) => {
    await insertNote.later(transaction, { id: 1, text: "one" });
    await insertNote.later(transaction, { id: 2, text: "two" });
    seen = await noteIds(transaction);
    await insertNote.later(transaction, { id: 3, text: "three" });
  });
  expect(seen).toEqual([1, 2]);
  expect(await noteIds(handle.read)).toEqual([1, 2, 3]);
});

test("what fails without being waited for fails its transaction, whatever comes after it", async () => {
  const { handle } = opened;
  const twice = async (transaction: Database) => {
    await insertNote.later(transaction, { id: 1, text: "one" });
    await insertNote.later(transaction, { id: 1, text: "again" });
  };
  await expect(handle.write(twice)).rejects.toThrow(/unique/i);
  const andMore = handle.write(async (transaction) => {
    await twice(transaction);
    await noteIds(transaction);
  });
  await expect(andMore).rejects.toThrow(/unique/i);
  expect(await noteIds(handle.read)).toEqual([]);

  await handle.write((transaction) => insertNote.later(transaction, { id: 2, text: "two" }));
  expect(await noteIds(handle.read)).toEqual([2]);
});

test("a table that got another column meanwhile is asked anew by those who knew it before", async () => {
  const { handle } = opened;
  const all = prepared((database, given: { id: number }) =>
    notes(database).selectFrom("notes").selectAll().where("id", "=", given.id),
  );
  await handle.write((transaction) => insertNote(transaction, { id: 1, text: "one" }));
  for (const _ of [1, 2, 3]) await handle.write((transaction) => all(transaction, { id: 1 }));
  await handle.write(async (transaction) => {
    await transaction.schema.alterTable("notes").addColumn("mood", "text").execute();
  });
  const { rows } = await handle.write((transaction) => all(transaction, { id: 1 }));
  expect(rows).toEqual([{ id: 1, text: "one", mood: null }]);
});
