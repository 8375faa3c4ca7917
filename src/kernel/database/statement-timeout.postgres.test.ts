import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { StorageFailure } from "./database.ts";

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.discard());

const ask = (text: string) => opened.handle.read.executeQuery<{ readonly limit: string }>(CompiledQuery.raw(text));

test("no statement may take longer than half a minute, whoever asks for it (row 39)", async () => {
  const text = `select current_setting('statement_timeout') as "limit"`;
  expect((await ask(text)).rows).toEqual([{ limit: "30s" }]);
  await opened.handle.write(async (transaction) => {
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(text));
    expect(rows).toEqual([{ limit: "30s" }]);
  });
});

test("a statement that is given up fails as storage that is away, which may be asked again", async () => {
  const slow = opened.handle.write(async (transaction) => {
    await transaction.executeQuery(CompiledQuery.raw("set local statement_timeout = 20"));
    await transaction.executeQuery(CompiledQuery.raw("select pg_sleep(20)"));
  });
  await expect(slow).rejects.toThrow(StorageFailure);
});
