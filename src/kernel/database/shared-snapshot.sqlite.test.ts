import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createNotesTable, noteIds, writeNote } from "../../../testing/notes-table.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { prepared } from "./prepared.ts";

let opened: TestDatabase;

beforeEach(async () => {
  opened = await openTestDatabase();
  await createNotesTable(opened.handle);
});

afterEach(() => opened.discard());

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** As another program does that looks after the same file. */
function writeFromElsewhere(id: number): void {
  if (opened.location.kind !== "sqlite") throw new Error("these tests are for the embedded database");
  const elsewhere = new DatabaseSync(opened.location.file, { timeout: 5000 });
  elsewhere.prepare("insert into notes (id, text) values (?, ?)").run(id, "from elsewhere");
  elsewhere.close();
}

test("whoever was answered reads what they wrote, also in the same turn of the loop", async () => {
  const { read, write } = opened.handle;
  const seen = await Promise.all(
    [1, 2, 3].map(async (id) => {
      await noteIds(read);
      await write((transaction) => writeNote(transaction, id));
      return (await noteIds(read)).includes(id);
    }),
  );
  expect(seen).toEqual([true, true, true]);
});

test("reads of one turn see one state; the next turn sees what others wrote meanwhile", async () => {
  const { read } = opened.handle;
  const before = await noteIds(read);
  writeFromElsewhere(1);
  const [again, afterwards] = [await noteIds(read), await turn().then(() => noteIds(read))];
  expect([before, again, afterwards]).toEqual([[], [], [1]]);
});

test("a transaction that somebody asked for keeps its state over many turns", async () => {
  const { read } = opened.handle;
  await noteIds(read);
  const [before, afterwards] = await read.transaction().execute(async (transaction) => {
    const first = await noteIds(transaction);
    await turn();
    writeFromElsewhere(1);
    await turn();
    return [first, await noteIds(transaction)];
  });
  expect([before, afterwards]).toEqual([[], []]);
  expect(await noteIds(read)).toEqual([1]);
});

test("a prepared query waits while somebody has the connection for a transaction, and then sees what is new", async () => {
  const { read, write } = opened.handle;
  const countNotes = prepared((database, given: { least: number }) =>
    database
      .withTables<{ readonly notes: { readonly id: number } }>()
      .selectFrom("notes")
      .select("id")
      .where("id", ">=", given.least),
  );
  let counted: Promise<number> | undefined;
  await read.transaction().execute(async (transaction) => {
    await noteIds(transaction);
    await write((writing) => writeNote(writing, 1));
    counted = countNotes(read, { least: 1 }).then(({ rows }) => rows.length);
    await turn();
  });
  expect(await counted).toBe(1);
});
