import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestedFor, turnsOf, type Served } from "./rotation.ts";

const at = (month: number) => Temporal.Instant.from(`2027-0${month}-01T18:00:00Z`);
const served: readonly Served[] = [
  { role: "host", person: "ada", at: at(1) },
  { role: "host", person: "ada", at: at(3) },
  { role: "host", person: "ben", at: at(2) },
  { role: "speaker", person: "cleo", at: at(1) },
];

describe("whose turn it is", () => {
  test("is seen from who did what how often and when last", () => {
    expect(turnsOf(served)).toEqual([
      { role: "host", person: "ada", times: 2, last: at(3) },
      { role: "host", person: "ben", times: 1, last: at(2) },
      { role: "speaker", person: "cleo", times: 1, last: at(1) },
    ]);
  });

  test("is first of whoever has done nothing yet, then of whoever did it least often", () => {
    expect(suggestedFor("host", ["ada", "ben", "cleo", "dan"], served, 4)).toEqual(["dan", "cleo", "ben", "ada"]);
    expect(suggestedFor("host", ["ada", "ben"], served, 1)).toEqual(["ben"]);
  });

  test("is, among those who did it equally often, of whoever did it longest ago", () => {
    const once = served.slice(1);
    expect(suggestedFor("host", ["ada", "ben"], once, 2)).toEqual(["ben", "ada"]);
  });

  test("names each person once and nobody else, whatever happened before", () => {
    const people = fc.uniqueArray(fc.constantFrom("ada", "ben", "cleo", "dan"));
    const past = fc.array(
      fc.record({
        role: fc.constantFrom("host" as const, "speaker" as const),
        person: fc.constantFrom("ada", "ben", "zoe"),
        at: fc.integer({ min: 1, max: 9 }).map(at),
      }),
    );
    fc.assert(
      fc.property(people, past, (asked, before) => {
        expect(suggestedFor("host", asked, before, 9).toSorted()).toEqual(asked.toSorted());
      }),
    );
  });
});
