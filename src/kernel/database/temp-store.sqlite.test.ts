import { sql } from "kysely";
import { expect, test } from "vitest";
import { openTestDatabase } from "../../../testing/test-database.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";

const FILE = 1;
const MEMORY = 2;

async function tempStore(transaction: Database): Promise<number | undefined> {
  const { rows } = await sql<{ temp_store: number }>`pragma temp_store`.execute(transaction);
  return rows[0]?.temp_store;
}

test("what undoes a work is kept in memory, but a step of the schema may sort more than fits there", async () => {
  const { handle, discard } = await openTestDatabase();
  const seen: (number | undefined)[] = [];
  const step = {
    name: "notes/0001-notes",
    up: async (transaction: Database) => void seen.push(await tempStore(transaction)),
  };

  await migrate(handle, [step]);
  seen.push(await handle.write(tempStore));
  expect(seen).toEqual([FILE, MEMORY]);
  await discard();
});
