import { describe, expect, test } from "vitest";
import { methodById } from "../methods/registry.ts";
import { presetById, presets, requestMayBecome, requestStates, shortestDays } from "./presets.ts";
import { readShare } from "./counting/share.ts";

const options = ["Bread", "Roses", "Salt"];

test.each(presets)("the settings of $id are accepted by its method", ({ method, settings }) => {
  const rules = methodById(method)?.rules;
  // Consent has no settings of its own; its steps and what silence means are the preset's.
  if (rules === undefined) expect({ method, settings }).toEqual({ method: "consent", settings: {} });
  else expect(rules.readSettings(settings, options)).toMatchObject({ ok: true });
});

test.each(presets)("$id has its own id, a source, a quorum that can be met, and steps that take time", (preset) => {
  expect(presetById(preset.id)).toBe(preset);
  expect(preset.source.length).toBeGreaterThan(20);
  if (preset.quorum !== null) expect(readShare(preset.quorum)).not.toBeNull();
  expect(shortestDays(preset)).toBeGreaterThanOrEqual(3);
});

test("the bylaws of social.coop are open for ten days and decide by three quarters of those voting", () => {
  const bylaws = presetById("socialcoop-bylaws");
  if (bylaws === undefined) throw new Error("the preset is gone");
  expect(shortestDays(bylaws)).toBe(10);
  const read = methodById(bylaws.method)?.rules.readSettings(bylaws.settings, options);
  expect(read).toMatchObject({ value: { share: "75\u00a0%", base: "answered", blockShare: "95\u00a0%" } });
});

test("a preset for organisations counts one voice each", () => {
  expect(presetById("cotech-fund")?.who).toBe("organisations");
});

describe("a numbered request for comments", () => {
  test("becomes final only after a last call", () => {
    const before = requestStates.filter((state) => requestMayBecome(state, "final"));
    expect(before).toEqual(["last-call"]);
  });

  test("can be withdrawn until it is final, and superseded only once it is", () => {
    expect(requestStates.filter((state) => requestMayBecome(state, "withdrawn"))).toEqual([
      "draft",
      "comments",
      "last-call",
    ]);
    expect(requestStates.filter((state) => requestMayBecome(state, "superseded"))).toEqual(["final"]);
  });

  test("never comes back once it is withdrawn or superseded", () => {
    for (const state of requestStates) {
      expect(requestMayBecome("withdrawn", state)).toBe(false);
      expect(requestMayBecome("superseded", state)).toBe(false);
    }
  });
});
