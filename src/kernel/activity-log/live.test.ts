import { beforeEach, expect, test } from "vitest";
import { testTimers, type TestTimers } from "../../../testing/test-timers.ts";
import { localWords, type LocalWords } from "../database/wake-local.ts";
import type { LoggedEvent } from "./event.ts";
import type { LiveSource } from "./live-source.ts";
import { createLive, type Follower, type Live } from "./live.ts";

let timers: TestTimers;
let words: LocalWords;
let live: Live;
let heard: string[];

const notes: LiveSource = {
  name: "note",
  events: ["note-kept", "note-lost"],
  touched: (event) => [textIn(event, "id"), "all"],
  mayFollow: async () => true,
};

beforeEach(() => {
  timers = testTimers();
  words = localWords();
  live = createLive({
    sources: [notes],
    endsSessionsOf: (event) => (event.name === "signed-out" ? [textIn(event, "personId")] : []),
    wakeUps: words,
    timers,
  });
  heard = [];
});

function happened(name: string, payload: LoggedEvent["payload"]): LoggedEvent {
  const at = Temporal.Instant.from("2027-02-01T10:00:00Z");
  return {
    id: "town/1",
    chain: "town",
    sequence: 1,
    at,
    actor: "clock",
    command: "notes/keep",
    name,
    version: 1,
    payload,
  };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}

function follower(name: string, ...topics: readonly string[]): Follower {
  return {
    topics,
    personId: name,
    changed: (topic, events) => void heard.push(`${name}: ${topic} ${events.join(" ")}`),
    doubted: () => void heard.push(`${name}: doubted`),
  };
}

test("whoever follows a thing hears that it changed and by what, and nothing of other things", () => {
  live.follow(follower("ana", "note:1"));
  live.follow(follower("ben", "note:2", "note:all"));
  live.committed([happened("note-kept", { id: "1", text: "secret" }), happened("other", { id: "1" })]);
  timers.pass(250);

  expect(heard).toEqual(["ana: note:1 note-kept", "ben: note:all note-kept"]);
});

test("many changes of one moment are told once", () => {
  live.follow(follower("ana", "note:1"));
  for (let times = 0; times < 500; times++) live.committed([happened("note-kept", { id: "1" })]);
  live.committed([happened("note-lost", { id: "1" })]);
  expect(heard).toEqual([]);
  timers.pass(250);
  expect(heard).toEqual(["ana: note:1 note-kept note-lost"]);

  timers.pass(10_000);
  live.committed([happened("note-kept", { id: "1" })]);
  timers.pass(250);
  expect(heard).toHaveLength(2);
});

test("whoever follows no longer hears nothing, also of what was just about to be told", () => {
  const leave = live.follow(follower("ana", "note:1"));
  live.follow(follower("ben", "note:1"));
  live.committed([happened("note-kept", { id: "1" })]);
  leave();
  timers.pass(250);

  expect(heard).toEqual(["ben: note:1 note-kept"]);
});

test("what happens in another process is heard as well", () => {
  live.follow(follower("ana", "note:1"));
  createLive({ sources: [notes], endsSessionsOf: () => [], wakeUps: words, timers }).committed([
    happened("note-kept", { id: "1" }),
  ]);
  timers.pass(250);

  expect(heard).toEqual(["ana: note:1 note-kept"]);
});

test("when words of other processes may have been missed, everything may have changed", () => {
  live.follow(follower("ana", "note:1", "note:2"));
  words.missed();
  timers.pass(250);

  expect(heard).toEqual(["ana: note:1 ", "ana: note:2 "]);
});

test("when somebody's session may have ended, their streams are doubted at once, and nobody else's", () => {
  live.follow(follower("ana", "note:1"));
  live.follow(follower("ben", "note:1"));
  live.committed([happened("signed-out", { personId: "ana" })]);

  expect(heard).toEqual(["ana: doubted"]);
});

test("after the end nothing is told", () => {
  live.follow(follower("ana", "note:1"));
  live.committed([happened("note-kept", { id: "1" })]);
  live.close();
  live.committed([happened("note-kept", { id: "1" })]);
  timers.pass(1_000);

  expect(heard).toEqual([]);
});
