import { expect, test } from "vitest";
import { outcomeOfStatus, waitAfter } from "./outcome.ts";

const now = Temporal.Instant.from("2027-02-01T10:00:00Z");
const kindOf = (status: number) => outcomeOfStatus(status, undefined, now).kind;

test("what a status means for a delivery", () => {
  for (const status of [200, 201, 202, 204]) expect(kindOf(status)).toBe("taken");
  for (const status of [400, 403, 404, 405, 410, 413, 422]) expect(kindOf(status)).toBe("refused");
  for (const status of [301, 302, 307, 401, 408, 425, 429, 500, 502, 503, 504]) expect(kindOf(status)).toBe("later");
  expect(outcomeOfStatus(410, undefined, now)).toMatchObject({ isGone: true });
  expect(outcomeOfStatus(404, undefined, now)).toMatchObject({ isGone: false });
});

test("a host that says not now is not down, one that breaks is", () => {
  expect(outcomeOfStatus(429, undefined, now)).toMatchObject({ isHostDown: false });
  expect(outcomeOfStatus(401, undefined, now)).toMatchObject({ isHostDown: false });
  expect(outcomeOfStatus(503, undefined, now)).toMatchObject({ isHostDown: true });
});

test("one waits as long as asked, within reason", () => {
  const wait = (text: string) => {
    const outcome = outcomeOfStatus(503, text, now);
    return outcome.kind === "later" ? outcome.after?.total("seconds") : undefined;
  };
  expect(wait("120")).toBe(120);
  expect(wait("Mon, 01 Feb 2027 10:05:00 GMT")).toBe(300);
  expect(wait("99999999")).toBe(6 * 3600);
  for (const text of ["-1", "soon", "0", "Mon, 01 Feb 2027 09:00:00 GMT", ""]) expect(wait(text)).toBeUndefined();
});

test("the wait doubles up to half a day, give or take a fifth", () => {
  for (const [attempt, seconds] of [
    [1, 60],
    [2, 120],
    [5, 960],
    [20, 43_200],
  ] as const) {
    for (let sample = 0; sample < 50; sample++) {
      const wait = waitAfter(attempt).total("seconds");
      expect(wait).toBeGreaterThanOrEqual(seconds * 0.8);
      expect(wait).toBeLessThanOrEqual(seconds * 1.2);
    }
  }
  const waits = new Set(Array.from({ length: 50 }, () => waitAfter(3).total("milliseconds")));
  expect(waits.size).toBeGreaterThan(10);
});
