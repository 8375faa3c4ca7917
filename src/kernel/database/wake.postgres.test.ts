import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { openWakeUps } from "./open-wake-ups.ts";
import type { WakeUps } from "./wake.ts";

let opened: TestDatabase;
let here: WakeUps;
let there: WakeUps;
let heardHere: (string | undefined)[];
let heardThere: (string | undefined)[];
let lost: unknown[];

beforeEach(async () => {
  opened = await openTestDatabase();
  [heardHere, heardThere, lost] = [[], [], []];
  const report = { lost: (cause: unknown) => void lost.push(cause) };
  here = openWakeUps(opened.location, report);
  there = openWakeUps(opened.location, report);
  here.listen("jobs", (word) => void heardHere.push(word));
  there.listen("jobs", (word) => void heardThere.push(word));
  // Once connected, each is told that it may have missed something before.
  await waitFor("both are connected", () => heardHere.length > 0 && heardThere.length > 0);
  [heardHere, heardThere] = [[], []];
});

afterEach(async () => {
  await Promise.all([here.close(), there.close()]);
  await opened.discard();
});

test("a word said in one process is heard in the other, and once in its own", async () => {
  here.say("jobs", "due");
  there.say("jobs", "moved");
  await waitFor("both words crossed", () => heardHere.length === 2 && heardThere.length === 2);

  expect([heardHere, heardThere]).toEqual([
    ["due", "moved"],
    ["moved", "due"],
  ]);
});

test("words of any letters cross whole", async () => {
  const word = "città – “7”; ' select 1 -- 🌿";
  here.say("jobs", word);
  await waitFor("the word crossed", () => heardThere.length === 1);
  expect(heardThere).toEqual([word]);
});

test("many different words at once all cross; the same one many times may cross once", async () => {
  for (let number = 0; number < 900; number++) here.say("jobs", `word-${number}-${"x".repeat(100)}`);
  for (let times = 0; times < 900; times++) here.say("jobs", "again");
  await waitFor("all words crossed", () => new Set(heardThere).size === 901);

  expect(heardThere.filter((word) => word === "again").length).toBeLessThan(100);
});

test("when there are too many words to keep, or one is too long, the others are told that some are missing", async () => {
  for (let number = 0; number < 5_000; number++) here.say("jobs", `word-${number}`);
  await waitFor("the others know", () => heardThere.includes(undefined));
  // What was kept of them goes on arriving after the word that some are missing.
  await waitFor("all that were kept have crossed", () => {
    here.say("jobs", "the last");
    return heardThere.includes("the last");
  });
  expect(heardThere.length).toBeLessThan(5_000);

  heardThere = [];
  here.say("jobs", "x".repeat(10_000));
  await waitFor("the others know", () => heardThere.includes(undefined));
  expect(heardThere.filter((word) => word !== "the last")).toEqual([undefined]);
});

test("a connection that is cut is reported and opened again, and then both sides hear that words may be missing", async () => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`.execute(
    opened.handle.read,
  );
  await waitFor("both are back", () => heardHere.includes(undefined) && heardThere.includes(undefined));
  here.say("jobs", "after");
  await waitFor("words cross again", () => heardThere.includes("after"));

  expect(lost).toHaveLength(2);
});

test("a server that is not there holds up nobody: words go on within the process", async () => {
  const alone = openWakeUps(
    { kind: "postgres", url: "postgres://koinon@127.0.0.1:1/none" },
    { lost: (cause) => void lost.push(cause) },
  );
  const heard: unknown[] = [];
  alone.listen("jobs", (word) => void heard.push(word));
  alone.say("jobs", "due");
  await waitFor("it is reported", () => lost.length > 0);
  await alone.close();

  expect(heard).toEqual(["due"]);
});
