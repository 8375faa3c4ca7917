import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { migrate } from "../database/migrate.ts";
import { append } from "./append.ts";
import { exportChain, verifyExport } from "./export.ts";
import { logSchema } from "./log.tables.ts";
import { verifyChain } from "./verify.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrate(database.handle, logSchema);
  const occasion = {
    chain: "town",
    at: Temporal.Instant.from("2027-02-01T10:00:00Z"),
    actor: "person:1",
    command: "test/speak",
    salt: () => "0123456789abcdef",
  };
  const events = Array.from({ length: 5 }, (_, number) => ({ name: "spoken", version: 1, payload: { number } }));
  await database.handle.write((transaction) => append(transaction, occasion, events));
});
afterAll(() => database.discard());

const exported = async () => Array.fromAsync(exportChain(database.handle.read, "town"));
async function* each(lines: readonly string[]) {
  yield* lines;
}

/** Changes the records for one check and puts them back as they were. */
async function after(
  change: ReturnType<typeof sql>,
  check: (verdict: Awaited<ReturnType<typeof verifyChain>>) => void,
) {
  class Undo extends Error {}
  const changed = database.handle.write(async (transaction) => {
    await change.execute(transaction);
    check(await verifyChain(transaction, "town"));
    throw new Undo();
  });
  await expect(changed).rejects.toThrow(Undo);
}

test("an untouched chain holds, and ends in the hash of its head", async () => {
  const verdict = await verifyChain(database.handle.read, "town");
  expect(verdict).toMatchObject({ kind: "holds", entries: 5, erased: 0 });
});

test("a changed column of any entry is found, and which entry it was", async () => {
  for (const column of ["actor", "command", "event", "digest", "hash", "previous_hash"]) {
    await after(sql`update log_entries set ${sql.ref(column)} = 'x' where sequence = 3`, (verdict) => {
      expect(verdict).toMatchObject({ kind: "broken", sequence: 3 });
    });
  }
});

test("a changed payload is found, an erased one is not held against the chain", async () => {
  await after(sql`update log_payloads set payload = '{"number":7}' where sequence = 2`, (verdict) => {
    expect(verdict).toEqual({ kind: "broken", sequence: 2, why: "changed-payload" });
  });
  await after(sql`delete from log_payloads where sequence = 2`, (verdict) => {
    expect(verdict).toMatchObject({ kind: "holds", erased: 1 });
  });
});

test("a missing entry is found, in the middle and at the end", async () => {
  await after(sql`delete from log_entries where sequence = 2`, (verdict) => {
    expect(verdict).toEqual({ kind: "broken", sequence: 2, why: "missing-entry" });
  });
  await after(sql`delete from log_entries where sequence = 5`, (verdict) => {
    expect(verdict).toEqual({ kind: "broken", sequence: 5, why: "cut-off" });
  });
});

test("an export holds as it is, and not with one byte of it flipped", async () => {
  const lines = await exported();
  expect(await verifyExport(each(lines))).toMatchObject({ kind: "holds", entries: 5 });
  const place = fc.tuple(fc.nat(lines.length - 1), fc.nat(2000));
  await fc.assert(
    fc.asyncProperty(place, async ([number, offset]) => {
      const line = lines[number] ?? "";
      const at = offset % line.length;
      const flipped = String.fromCharCode(line.charCodeAt(at) ^ 1);
      const changed = lines.with(number, line.slice(0, at) + flipped + line.slice(at + 1));
      const verdict = await verifyExport(each(changed)).catch(() => ({ kind: "broken" }));
      expect(verdict.kind).toBe("broken");
    }),
    { numRuns: 300 },
  );
});
