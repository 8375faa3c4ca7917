import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "./block.ts";
import { stringBounds, suggestString } from "./suggest-string.ts";
import { structureOf } from "./structures.ts";
import { isTemplate, templateIds, templateOf, type TemplateBlock } from "./templates.ts";

function stringFor(people: number, minutes: number): readonly TemplateBlock[] {
  const suggested = suggestString(people, minutes);
  if (!suggested.ok) throw new Error(`refused: ${suggested.refusal.kind}`);
  return suggested.value;
}

const crowd = fc.integer({ min: stringBounds.people.least, max: stringBounds.people.most });
const time = fc.integer({ min: stringBounds.minutes.least, max: stringBounds.minutes.most });

describe("a string for a first gathering", () => {
  test("of 45 people and 80 minutes has introductions, pairs of strangers, 1-2-4-All, first steps and feedback", () => {
    const blocks = stringFor(45, 80);
    expect(blocks.map(({ words, minutes }) => [words, minutes])).toEqual([
      ["welcome", 5],
      ["intros", 23],
      ["strangers", 20],
      ["what-we-want", 12],
      ["first-steps", 15],
      ["feedback", 5],
    ]);
  });

  test("takes exactly the minutes there are, whoever comes", () => {
    fc.assert(
      fc.property(crowd, time, (people, minutes) => {
        expect(sumOf(stringFor(people, minutes))).toBe(minutes);
      }),
    );
  });

  test("holds only structures that bear so many people and have the time for their steps", () => {
    fc.assert(
      fc.property(crowd, time, (people, minutes) => {
        for (const block of stringFor(people, minutes)) {
          const { people: bears, minutes: needs } = structureOf(block.structure);
          expect(bears.least).toBeLessThanOrEqual(people);
          expect(block.minutes).toBeGreaterThanOrEqual(Math.max(1, needs ?? 0));
        }
      }),
    );
  });

  test("begins with a welcome and ends with feedback, even in ten minutes", () => {
    fc.assert(
      fc.property(crowd, time, (people, minutes) => {
        const words = stringFor(people, minutes).map((block) => block.words);
        expect([words[0], words.at(-1)]).toEqual(["welcome", "feedback"]);
        if (minutes < 120) expect(words).not.toContain("break");
      }),
    );
  });

  test("has a break when it lasts three hours", () => {
    expect(stringFor(30, 180).map(({ words }) => words)).toContain("break");
  });

  test("of one person, or of ten hours, is none", () => {
    expect(suggestString(1, 60)).toMatchObject({ ok: false, refusal: { kind: "string-out-of-range" } });
    expect(suggestString(20, 600)).toMatchObject({ ok: false, refusal: { kind: "string-out-of-range" } });
    expect(suggestString(20, 60.5)).toMatchObject({ ok: false });
  });
});

describe("a template", () => {
  test("of a circle's meeting takes an hour and a half, of a general meeting two hours", () => {
    expect(templateIds.map((id) => templateOf(id).minutes)).toEqual([90, 80, 120]);
  });

  test("keeps what is said at check-in out of the notes", () => {
    const silent = templateOf("circle-meeting").blocks.filter(({ notes }) => !notes);
    expect(silent.map(({ words }) => words)).toEqual(["check-in"]);
  });

  test("has a name, and nothing else names one", () => {
    expect(isTemplate("general-meeting")).toBe(true);
    expect(isTemplate("toString")).toBe(false);
  });
});
