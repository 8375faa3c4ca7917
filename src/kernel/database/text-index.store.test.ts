import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseDump } from "../../../testing/database-dump.ts";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { backup } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import { migrate, type SchemaStep } from "./migrate.ts";
import { allNumbersMatching, createTextIndex, numbersMatching, type TextQuery } from "./text-index.ts";

const step: SchemaStep = {
  name: "test/0001-texts",
  async up(database, engine) {
    await sql`create table texts (number integer primary key, scope text not null, words text not null)`.execute(
      database,
    );
    await createTextIndex(database, engine, "texts");
  },
};

let opened: TestDatabase[] = [];
let database: TestDatabase;

beforeEach(async () => {
  database = await open();
  await migrate(database.handle, [step]);
  await run(sql`insert into texts (number, scope, words) values
    (1, 'aa', 'a shared moderator for small servers'), (2, 'aa bb', 'the moderators meet'),
    (3, 'bb', 'moderation'), (4, 'aa', 'übersetzung 3d e2ee')`);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.discard();
});

async function open(): Promise<TestDatabase> {
  const one = await openTestDatabase();
  opened = [...opened, one];
  return one;
}

async function run(query: ReturnType<typeof sql>): Promise<void> {
  await database.handle.write(async (transaction) => {
    await query.execute(transaction);
  });
}

const find = (words: string, more: Partial<TextQuery> = {}, where = database) =>
  numbersMatching(where.handle.read, "texts", {
    scope: "aa",
    words: words.split(" "),
    before: undefined,
    limit: 10,
    ...more,
  });

test("rows are found by all their words, the last of which may be a beginning, the newest first", async () => {
  expect(await find("moder")).toEqual([2, 1]);
  expect(await find("moderator")).toEqual([2, 1]);
  expect(await find("moderator small serv")).toEqual([1]);
  expect(await find("small moder")).toEqual([1]);
  expect(await find("moder small")).toEqual([]);
  expect(await find("übers")).toEqual([4]);
  expect(await find("3d e2")).toEqual([4]);
});

test("rows of another scope are not found, nor a scope by its name", async () => {
  expect(await find("moder", { scope: "bb" })).toEqual([3, 2]);
  expect(await find("moder", { scope: "cc" })).toEqual([]);
});

test("rows are found page by page", async () => {
  expect(await find("moder", { limit: 1 })).toEqual([2]);
  expect(await find("moder", { limit: 1, before: 2 })).toEqual([1]);
});

test("all rows of common words are found at once, for whoever looks for them among others", async () => {
  const all = (words: readonly string[], scope = "aa") =>
    allNumbersMatching(database.handle.read, "texts", { scope, words });
  expect((await all(["moder"])).toSorted((one, other) => one - other)).toEqual([1, 2]);
  expect(await all(["small", "moder"])).toEqual([1]);
  expect(await all(["moder"], "cc")).toEqual([]);
  expect(await all([])).toEqual([]);
  await expect(all(["moder:*"])).rejects.toThrow("letters and digits");
});

test("what is changed or deleted leaves the index with its row", async () => {
  await run(sql`update texts set words = 'nothing' where number = 1`);
  await run(sql`delete from texts where number = 2`);
  expect(await find("moder")).toEqual([]);
  expect(await find("nothing")).toEqual([1]);
  expect(await databaseDump(database.handle.read)).not.toContain("shared");
});

test("what would be a language of its own in a query is refused before it is asked", async () => {
  await expect(find('moder" OR "a')).rejects.toThrow("letters and digits");
  await expect(find("moder:*")).rejects.toThrow("letters and digits");
});

test("a backup holds no index, and what is restored is found", async () => {
  const lines: string[] = [];
  const takenAt = Temporal.Instant.from("2027-02-01T10:00:00Z");
  const footer = await backup(database.handle, takenAt, async (text) => void lines.push(...text.trimEnd().split("\n")));
  expect(footer.rows).toEqual({ texts: 4 });
  const target = await open();
  await restore(
    target.handle,
    [step],
    (async function* each() {
      yield* lines;
    })(),
  );
  expect(await find("moder", {}, target)).toEqual([2, 1]);
});
