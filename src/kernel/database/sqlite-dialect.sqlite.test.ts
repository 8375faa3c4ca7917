import { afterEach, beforeEach, expect, test } from "vitest";
import { createNotesTable, writeNote } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

type Notes = { readonly notes: { readonly id: number; readonly text: string } };

test("a limit stands in the SQL itself, so that SQLite need not plan the query anew each time", async () => {
  const { handle } = opened;
  for (const id of [1, 2, 3]) await handle.write((transaction) => writeNote(transaction, id));
  const firstTwo = handle.read.withTables<Notes>().selectFrom("notes").select("id").where("id", ">", 0).limit(2);

  expect(firstTwo.compile().sql).toMatch(/limit 2$/);
  expect(await firstTwo.execute()).toEqual([{ id: 1 }, { id: 2 }]);
});
