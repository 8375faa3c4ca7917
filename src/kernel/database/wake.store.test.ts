import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../testing/test-database.ts";
import { openWakeUps } from "./open-wake-ups.ts";
import type { WakeUps } from "./wake.ts";

let opened: TestDatabase;
let words: WakeUps;

beforeEach(async () => {
  opened = await openTestDatabase();
  words = openWakeUps(opened.location, { lost: () => {} });
});

afterEach(async () => {
  await words.close();
  await opened.discard();
});

test("a word is heard at once by all who listen on its channel, and by nobody else", () => {
  const heard: string[] = [];
  words.listen("jobs", (word) => void heard.push(`one: ${word}`));
  words.listen("jobs", (word) => void heard.push(`other: ${word}`));
  words.listen("pages", (word) => void heard.push(`pages: ${word}`));
  words.say("jobs", "due");

  expect(heard).toEqual(["one: due", "other: due"]);
});

test("whoever listens no longer hears nothing more, and the others go on", () => {
  const heard: string[] = [];
  const listener = (word: string | undefined) => void heard.push(String(word));
  const leave = words.listen("jobs", listener);
  words.listen("jobs", listener);
  leave();
  leave();
  words.say("jobs", "due");

  expect(heard).toEqual(["due"]);
});

test("a word to nobody is lost without harm, and so is one after the end", async () => {
  words.say("jobs", "due");
  const heard: unknown[] = [];
  words.listen("jobs", (word) => void heard.push(word));
  await words.close();
  words.say("jobs", "due");

  expect(heard).not.toContain("due");
});
