import { expect, test } from "vitest";
import type { SessionId } from "../gathering.ts";
import { markedRuns, runningSession, type BlockRun, type Mark } from "./run.ts";

const at = (time: string) => Temporal.Instant.from(`2027-03-04T${time}:00Z`);
const session = (id: string, start: string) => ({
  id: id as SessionId,
  time: { start: Temporal.PlainDateTime.from(`2027-03-04T${start}`), zone: "UTC", lengthMinutes: 60 },
});
const run = (blockId: string, begun: string, ended?: string): BlockRun => ({
  sessionId: "one",
  blockId,
  begunAt: at(begun),
  endedAt: ended === undefined ? undefined : at(ended),
});
const marked = (runs: readonly BlockRun[], blockId: string, mark: Mark, time: string) =>
  markedRuns(runs, { sessionId: "one", blockId }, mark, at(time));

test("a session runs from half an hour before it until three hours after it, and the later one of two", () => {
  const sessions = [session("one", "10:00"), session("two", "13:00")];
  const running = (time: string) => runningSession(sessions, at(time))?.id;
  expect(["09:29", "09:30", "12:29", "12:30", "16:59", "17:00"].map(running)).toEqual([
    undefined,
    "one",
    "one",
    "two",
    "two",
    undefined,
  ]);
});

test("a block that begins ends the one that goes on, and none that ended before", () => {
  expect(marked([run("a", "10:00", "10:05"), run("b", "10:05")], "c", "begun", "10:20")).toEqual({
    kept: [run("b", "10:05", "10:20"), run("c", "10:20")],
    dropped: undefined,
  });
});

test("a mark that stands already changes nothing", () => {
  const runs = [run("a", "10:00", "10:05")];
  for (const mark of ["begun", "ended"] as const) {
    expect(marked(runs, "a", mark, "11:00")).toEqual({ kept: [], dropped: undefined });
  }
});

test("a beginning and an end can be taken back, and nothing ends that has not begun", () => {
  expect(marked([run("a", "10:00", "10:05")], "a", "not-ended", "10:06")?.kept).toEqual([run("a", "10:00")]);
  expect(marked([run("a", "10:00")], "a", "not-begun", "10:06")).toEqual({ kept: [], dropped: "a" });
  expect(marked([], "a", "ended", "10:06")).toBeUndefined();
});
