import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../kernel/base/seeded.ts";
import { opinionMap } from "./opinion-map.ts";
import type { OpinionRow, OpinionVote } from "./opinion-votes.ts";
import { twoProportions } from "./statements-of-groups.ts";

/** `count` people who hold `pattern` (a letter each: agree, disagree, pass), of whom each says something else of one statement in ten or so. */
function believers(pattern: string, count: number, seed: string): readonly OpinionRow[] {
  const random = seededRandom(seed);
  const meant = pattern.split("").map((letter): OpinionVote => ({ a: 1, d: -1 } as const)[letter] ?? 0);
  return Array.from({ length: count }, () =>
    meant.map((vote): OpinionVote => (random() % 11n === 0n ? null : random() % 13n === 0n ? 0 : vote)),
  );
}

const two = [...believers("aaaaaddddda", 40, "one"), ...believers("dddddaaaaaa", 25, "other")];
const three = [
  ...believers("aaaaaddddddddddd", 40, "first"),
  ...believers("dddddaaaaadddddd", 30, "second"),
  ...believers("ddddddddddaaaaad", 20, "third"),
];

const times = (count: number, group: number) => Array.from({ length: count }, () => group);
const groupsOf = (rows: readonly OpinionRow[]) => opinionMap(rows).people.map((person) => person?.group ?? null);

describe("people who plainly hold different things", () => {
  test("are found as two groups, exactly", () => {
    expect(groupsOf(two)).toEqual([...times(40, 0), ...times(25, 1)]);
  });

  test("are found as three groups, exactly", () => {
    expect(groupsOf(three)).toEqual([...times(40, 0), ...times(30, 1), ...times(20, 2)]);
  });

  test("are said to part clearly, and people who answer by chance are not", () => {
    const random = seededRandom("chance");
    const votes: readonly OpinionVote[] = [1, 0, -1];
    const noise = Array.from({ length: 60 }, () =>
      Array.from({ length: 12 }, () => votes[Number(random() % 3n)] ?? null),
    );
    expect(opinionMap(two).clarity).toBeGreaterThan(0.7);
    expect(opinionMap(noise).clarity).toBeLessThan(0.6);
  });
});

describe("statements", () => {
  const map = opinionMap(two);

  test("that all groups agree with bridge them, and no other does", () => {
    expect(map.bridging.map(({ statement, side }) => ({ statement, side }))).toEqual([
      { statement: 10, side: "agree" },
    ]);
  });

  test("that one group agrees with and another rejects divide them", () => {
    expect(map.dividing).toHaveLength(5);
    expect(map.dividing.map(({ statement }) => statement)).not.toContain(10);
  });

  test("represent the group that holds them against the other", () => {
    const [greater, smaller] = map.groups;
    expect(greater?.holds.length).toBe(5);
    for (const { statement, side } of greater?.holds ?? []) expect(side).toBe(statement < 5 ? "agree" : "disagree");
    for (const { statement, side } of smaller?.holds ?? []) expect(side).toBe(statement < 5 ? "disagree" : "agree");
  });

  test("that everybody agrees with represent no group", () => {
    const held = map.groups.flatMap(({ holds }) => holds.map(({ statement }) => statement));
    expect(held).not.toContain(10);
  });

  test("that a small group rejects do not bridge, however many others agree", () => {
    const rows = [...believers("aaaaaaaaaa", 200, "many"), ...believers("dddddddddd", 9, "few")];
    expect(opinionMap(rows).bridging).toEqual([]);
  });
});

test("the test of two proportions gives the value of the textbook", () => {
  // Cliffs Notes, Statistics, "Test for Comparing Two Proportions": 16 of 25 against 57 of 72; our numbers leave out the voice added.
  expect(twoProportions(15, 24, 56, 71)).toBeCloseTo(-1.518, 2);
});

const rowsAtRandom = fc.integer({ min: 1, max: 9 }).chain((statements) => {
  const vote = fc.constantFrom<OpinionVote>(1, 0, -1, null);
  return fc.array(fc.array(vote, { minLength: statements, maxLength: statements }), { maxLength: 14 });
});

test("the order of people changes nobody's place, group or what is said of groups", () => {
  fc.assert(
    fc.property(
      rowsAtRandom.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
      ),
      ([rows, order]) => {
        const map = opinionMap(rows);
        const shuffled = opinionMap(order.map((person) => rows[person] ?? []));
        expect(shuffled.people).toEqual(order.map((person) => map.people[person]));
        expect({ ...shuffled, people: [] }).toEqual({ ...map, people: [] });
      },
    ),
  );
});

test("whatever people say, everybody who said enough has a finite place and a group that exists", () => {
  fc.assert(
    fc.property(rowsAtRandom, (rows) => {
      const map = opinionMap(rows);
      expect(map.people).toHaveLength(rows.length);
      for (const [index, person] of map.people.entries()) {
        const said = rows[index]?.filter((vote) => vote !== null).length ?? 0;
        expect(person === null).toBe(said < Math.min(7, rows[index]?.length ?? 0));
        if (person === null) continue;
        expect([person.x, person.y].every(Number.isFinite)).toBe(true);
        expect(map.groups[person.group]).toBeDefined();
      }
      expect(map.groups.reduce((sum, { size }) => sum + size, 0)).toBe(map.people.filter(Boolean).length);
    }),
  );
});

test("people who all say the same stand in one place, in one group", () => {
  const map = opinionMap(Array.from({ length: 12 }, () => [1, 1, -1, 0, 1, 1, 1] as const));
  expect(map.groups.map(({ size }) => size)).toEqual([12]);
  expect(new Set(map.people.map((person) => `${person?.x} ${person?.y}`)).size).toBe(1);
});

test("nobody, and nothing asked, give an empty map", () => {
  expect(opinionMap([])).toMatchObject({ people: [], groups: [], bridging: [], dividing: [] });
});
