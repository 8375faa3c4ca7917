import { describe, expect, test } from "vitest";
import { handleProblem, normalHandle } from "./handle.ts";

describe("a handle", () => {
  test("is compared without its sign and without capitals", () => {
    expect(normalHandle(" @Plum_League ")).toBe("plum_league");
  });

  test.each(["plum", "plum_league", "p2", "a".repeat(30)])("may be %s", (handle) => {
    expect(handleProblem(handle)).toBeUndefined();
  });

  test.each([
    "",
    "p",
    "2plums",
    "plum-league",
    "plum.league",
    "plum_",
    "plüm",
    "plum league",
    "a".repeat(31),
    "plum@home",
  ])("may not be “%s”, which other software would misread", (handle) => {
    expect(handleProblem(handle)).toBe("handle-malformed");
  });

  test.each(["admin", "operator", "koinon", "everyone"])(
    "may not be “%s”, which would speak for the server",
    (handle) => {
      expect(handleProblem(handle)).toBe("handle-reserved");
    },
  );
});
