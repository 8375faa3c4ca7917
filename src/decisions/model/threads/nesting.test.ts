import { expect, test } from "vitest";
import { nestingOf, type Nesting } from "./nesting.ts";

/** Posts by their place, each answering the one at the place named. */
function nested(answers: readonly (number | undefined)[]): readonly (Nesting & { readonly place: number })[] {
  const posts: (Nesting & { readonly place: number })[] = [];
  for (const [place, parent] of answers.entries()) {
    posts.push({ place, ...nestingOf(place, parent === undefined ? undefined : posts[parent]) });
  }
  return posts;
}

const inOrder = (posts: readonly (Nesting & { readonly place: number })[]) =>
  posts.toSorted((one, other) => (one.path < other.path ? -1 : 1)).map(({ place, depth }) => [place, depth]);

test("answers stand below what they answer, in the order in which they came", () => {
  expect(nestingOf(5, { path: "0000003", depth: 0, place: 3 })).toEqual({ path: "00000030000005", depth: 1 });
  expect(inOrder(nested([undefined, 0, 0, 1, 2, 1, 3]))).toEqual([
    [0, 0],
    [1, 0],
    [3, 1],
    [6, 2],
    [5, 1],
    [2, 0],
    [4, 1],
  ]);
});

test("a chain of answers without end does not make paths without end", () => {
  const chain = nested(Array.from({ length: 200 }, (_, place) => (place === 0 ? undefined : place - 1)));
  expect(Math.max(...chain.map(({ path }) => path.length))).toBe(41 * 7);
  expect(inOrder(chain).map(([place]) => place)).toEqual(Array.from({ length: 200 }, (_, place) => place));
});
