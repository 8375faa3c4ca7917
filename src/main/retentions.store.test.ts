import { afterEach, expect, test } from "vitest";
import { foundingOrganiser } from "../../testing/founding.ts";
import { openTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { testClock } from "../../testing/test-clock.ts";
import { receiptTables } from "../kernel/commands/receipts.tables.ts";
import { readConfiguration } from "./configuration.ts";
import { openKoinon, type Koinon } from "./koinon.ts";

let database: TestDatabase;
let koinon: Koinon;

afterEach(async () => {
  await koinon.close();
  await database.discard();
});

test("the whole program removes receipts that nobody can ask for any more", async () => {
  database = await openTestDatabase();
  const clock = testClock("2027-02-01T10:00:00Z");
  const configuration = readConfiguration({ KOINON_FEDERATION: "off" });
  koinon = await openKoinon({ ...configuration, database: database.location }, { clock: clock.now });
  await foundingOrganiser(koinon);
  const receipts = async () =>
    (await receiptTables(koinon.application.read).selectFrom("receipts").select("received_at").execute()).length;
  const before = await receipts();
  expect(before).toBeGreaterThan(0);
  await koinon.pump();
  clock.set("2027-02-20T10:00:00Z");
  await koinon.pump();
  expect(await receipts()).toBeGreaterThanOrEqual(before);
  clock.set("2027-03-20T10:00:00Z");
  await koinon.pump();
  expect(await receipts()).toBeLessThan(before);
});
