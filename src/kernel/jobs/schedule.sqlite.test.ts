import { sql } from "kysely";
import { expect, test } from "vitest";
import { openTestApplication } from "../../../testing/test-application.ts";
import { schedule } from "./schedule.ts";

const noon = Temporal.Instant.from("2027-02-01T12:00:00Z");
const counts = { kind: "notes/count", key: "poll", due: noon, payload: { poll: 1 } };

test("what a rush plans again and again is written once", async () => {
  const { application, close } = await openTestApplication({ schema: [] });
  const written = (job: typeof counts) =>
    application.database.write(async (transaction) => {
      const changed = async () =>
        (await sql<{ n: number }>`select total_changes() as n`.execute(transaction)).rows[0]?.n ?? Number.NaN;
      const before = await changed();
      await schedule(transaction, [job]);
      return (await changed()) - before;
    });

  expect(await written(counts)).toBe(1);
  expect(await written(counts)).toBe(0);
  expect(await written({ ...counts, due: noon.add({ minutes: 3 }) })).toBe(1);
  await close();
});
