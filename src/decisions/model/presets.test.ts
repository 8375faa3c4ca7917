import { expect, test } from "vitest";
import { methodById } from "../methods/registry.ts";
import { presetById, presets, processPresetById, processPresets } from "./presets.ts";

test.each(presets)("the rules of $id are settings that its method takes", ({ method, settings }) => {
  const rules = methodById(method)?.rules;
  expect(rules?.readSettings(settings, ["One", "Two"])).toMatchObject({ ok: true });
});

test("the bylaws of social.coop leave ten days, and let 95 % override a block", () => {
  expect(presetById("socialcoop-bylaws")).toMatchObject({ days: 10, settings: { share: "75 %", blockShare: "95 %" } });
  expect(presetById("no-such-rule")).toBeUndefined();
});

test("a preset has an id that is no method’s, so that the ways of a charter are told apart", () => {
  const ids = [...presets, ...processPresets].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => methodById(id) !== undefined)).toEqual([]);
  expect(processPresetById("sociocratic-consent")?.fields["silence"]).toBe("needs-all");
});
