import { expect, test } from "vitest";
import { isRepeated, secondsOf, structureIds, type StructureStep } from "./structure.ts";
import { isStructure, structureOf, structures } from "./structures.ts";

const withSteps = structures.filter(({ steps }) => steps.length > 0);
const allSteps = (id: (typeof structureIds)[number]): readonly StructureStep[] =>
  structureOf(id).steps.flatMap((part) => (isRepeated(part) ? part.steps : [part]));

test("three rounds of half a minute are a minute and a half", () => {
  const steps = [{ repeat: 3, steps: [{ step: "think", seconds: 30, config: "one" as const }] }];
  expect(secondsOf(steps)).toBe(90);
});

test.each(withSteps.map(({ id, minutes, steps }) => [id, minutes, steps] as const))(
  "the steps of %s take %i minutes in all",
  (_id, minutes, steps) => {
    expect(secondsOf(steps)).toBe((minutes ?? 0) * 60);
  },
);

test("the structures are those of the reference, each with its authors and their page", () => {
  expect(withSteps.map(({ id }) => id)).toEqual([
    "impromptu-networking",
    "one-two-four-all",
    "open-space",
    "triz",
    "troika-consulting",
    "crowd-sourcing",
    "conversation-cafe",
    "fishbowl",
    "what-so-what",
    "fifteen-percent",
    "shift-and-share",
  ]);
  for (const { credit } of withSteps) {
    expect(credit?.by).toContain("Lipmanowicz");
    expect(credit?.url).toMatch(/^https:\/\/www\.liberatingstructures\.com\/\d+-[a-z0-9-]+\/$/);
  }
});

test("whoever works in a small group knows how it is made", () => {
  for (const id of structureIds) {
    for (const step of allSteps(id))
      expect([id, step.step, step.plan !== undefined]).toEqual([id, step.step, step.config === "group"]);
  }
});

test("every name is a structure, and nothing else is", () => {
  expect(structureIds.every(isStructure)).toBe(true);
  expect(isStructure("constructor")).toBe(false);
});
