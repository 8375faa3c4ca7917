import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceOf, movedOrder, offsetsOf, sumOf } from "./block.ts";

const lengths = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 600 }) }), { maxLength: 60 });
const byNumber = (one: number, other: number) => one - other;
const order = fc.uniqueArray(fc.integer(), { maxLength: 30 });

test("two blocks of 5 and 10 minutes take 15, and the second starts after 5", () => {
  expect(sumOf([{ minutes: 5 }, { minutes: 10 }])).toBe(15);
  expect(offsetsOf([{ minutes: 5 }, { minutes: 10 }])).toEqual([0, 5]);
});

test("an agenda that is five minutes too long says so, as one that leaves time", () => {
  expect(balanceOf(95, 90)).toEqual({ kind: "over", minutes: 5 });
  expect(balanceOf(60, 90)).toEqual({ kind: "under", minutes: 30 });
  expect(balanceOf(90, 90)).toEqual({ kind: "exact", minutes: 0 });
});

test("each block starts when the one before it ends, and the last ends at the sum", () => {
  fc.assert(
    fc.property(lengths, (blocks) => {
      const offsets = [...offsetsOf(blocks), sumOf(blocks)];
      blocks.forEach(({ minutes }, place) => expect((offsets[place + 1] ?? 0) - (offsets[place] ?? 0)).toBe(minutes));
    }),
  );
});

test("a block that gets longer moves all that follow by as much, and nothing before it", () => {
  fc.assert(
    fc.property(lengths, fc.nat(), fc.integer({ min: 1, max: 60 }), (blocks, which, more) => {
      fc.pre(blocks.length > 0);
      const place = which % blocks.length;
      const before = offsetsOf(blocks);
      const after = offsetsOf(blocks.map((block, at) => (at === place ? { minutes: block.minutes + more } : block)));
      expect(after).toEqual(before.map((offset, at) => (at > place ? offset + more : offset)));
    }),
  );
});

test("moving a block up changes places with the one above, and moving it down undoes that", () => {
  expect(movedOrder(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  fc.assert(
    fc.property(order, fc.nat(), (ids, which) => {
      fc.pre(ids.length > 1);
      const place = 1 + (which % (ids.length - 1));
      const id = ids[place] ?? 0;
      const moved = movedOrder(ids, id, "up");
      expect(moved.indexOf(id)).toBe(place - 1);
      expect(movedOrder(moved, id, "down")).toEqual(ids);
    }),
  );
});

test("moving keeps every block, and neither end moves further out", () => {
  fc.assert(
    fc.property(order, fc.integer(), fc.constantFrom("up", "down"), (ids, id, direction) => {
      expect(movedOrder(ids, id, direction).toSorted(byNumber)).toEqual(ids.toSorted(byNumber));
      const [first, last] = [ids[0] ?? 0, ids.at(-1) ?? 0];
      expect(movedOrder(ids, first, "up")).toEqual(ids);
      expect(movedOrder(ids, last, "down")).toEqual(ids);
    }),
  );
});
