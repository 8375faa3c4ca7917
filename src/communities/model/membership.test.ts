import { describe, expect, test } from "vitest";
import { isLastSteward, wayIn } from "./membership.ts";

const nothing = { isInvited: false, hasLink: false, level: undefined } as const;

describe("somebody who asks to join", () => {
  test("belongs at once to an open community", () => {
    expect(wayIn("open", nothing)).toBe("joins");
  });

  test("waits for a steward where joining is by approval", () => {
    expect(wayIn("approval", nothing)).toBe("applies");
  });

  test("needs an invitation where joining is by invitation", () => {
    expect(wayIn("invitation", nothing)).toBe("invitation-needed");
  });

  test.each(["open", "approval", "invitation"] as const)(
    "comes in by name or by link where joining is “%s”",
    (rule) => {
      expect(wayIn(rule, { ...nothing, isInvited: true })).toBe("joins");
      expect(wayIn(rule, { ...nothing, hasLink: true })).toBe("joins");
    },
  );

  test("stays out when blocked, whatever they bring", () => {
    expect(wayIn("open", { isInvited: true, hasLink: true, level: "block" })).toBe("kept-out");
  });

  test("waits for a steward when held at arm's length, even with a link; an invitation by name was a steward's own word", () => {
    expect(wayIn("open", { ...nothing, level: "limit" })).toBe("applies");
    expect(wayIn("invitation", { ...nothing, hasLink: true, level: "limit" })).toBe("applies");
    expect(wayIn("invitation", { ...nothing, level: "limit" })).toBe("invitation-needed");
    expect(wayIn("open", { isInvited: true, hasLink: false, level: "limit" })).toBe("joins");
  });
});

test("only the one steward left is the last one", () => {
  expect(isLastSteward("steward", 1)).toBe(true);
  expect(isLastSteward("steward", 2)).toBe(false);
  expect(isLastSteward("member", 1)).toBe(false);
});
