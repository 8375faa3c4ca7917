import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { addNotesTable, noteIds, writeNote } from "../../../testing/notes-table.ts";
import { migrate, SchemaTooNew, type SchemaStep } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
});

afterEach(() => opened.discard());

const notes: SchemaStep = { name: "notes/0001-notes", up: addNotesTable };
const firstNote: SchemaStep = {
  name: "notes/0002-first-note",
  up: async (transaction) => void (await writeNote(transaction, 1)),
};
const broken: SchemaStep = {
  name: "notes/0003-broken",
  up: async (transaction) => {
    await writeNote(transaction, 2);
    throw new Error("half done");
  },
};

test("steps are taken once, in order, and new ones when they come", async () => {
  expect(await migrate(opened.handle, [notes])).toEqual(["notes/0001-notes"]);
  expect(await migrate(opened.handle, [notes, firstNote])).toEqual(["notes/0002-first-note"]);
  expect(await migrate(opened.handle, [notes, firstNote])).toEqual([]);
  expect(await noteIds(opened.handle.read)).toEqual([1]);
});

test("a step that fails leaves the database as it was before all of them", async () => {
  await migrate(opened.handle, [notes]);
  await expect(migrate(opened.handle, [notes, firstNote, broken])).rejects.toThrow("half done");

  expect(await noteIds(opened.handle.read)).toEqual([]);
  expect(await migrate(opened.handle, [notes, firstNote])).toEqual(["notes/0002-first-note"]);
});

test("an older program refuses a database of a newer one, and names the step it does not know", async () => {
  await migrate(opened.handle, [notes, firstNote]);

  await expect(migrate(opened.handle, [notes])).rejects.toThrow(SchemaTooNew);
  await expect(migrate(opened.handle, [notes])).rejects.toThrow("notes/0002-first-note");
});

test("processes that start together take turns, and each step is taken once", async () => {
  const others = [1, 2, 3].map(() => openDatabase(opened.location));
  const taken = await Promise.all([opened.handle, ...others].map((handle) => migrate(handle, [notes, firstNote])));
  await Promise.all(others.map((handle) => handle.close()));

  expect(taken.flat().toSorted()).toEqual(["notes/0001-notes", "notes/0002-first-note"]);
  expect(await noteIds(opened.handle.read)).toEqual([1]);
});

test("a step is told which engine it is for", async () => {
  const told: string[] = [];
  await migrate(opened.handle, [
    { name: "notes/0001-engine", up: async (_transaction, engine) => void told.push(engine) },
  ]);

  expect(told).toEqual([opened.location.kind]);
});
