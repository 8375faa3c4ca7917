import { expect, test } from "vitest";
import { filterFrom } from "../filter.ts";
import { conditionsOf, countFromTallies, waysToFit } from "./narrowing.ts";

const sized = (query: string, ...sizes: readonly number[]) =>
  conditionsOf(filterFrom(new URLSearchParams(query))).map((condition, place) => ({
    ...condition,
    size: sizes[place] ?? 0,
  }));

test("one question is answered by kept counts, unless places may have two of its answers", () => {
  expect(countFromTallies(sized("ownership=party&ownership=company", 5), 20)).toBe(5);
  expect(countFromTallies(sized("not-ownership=party", 3), 10)).toBe(7);
  expect(countFromTallies(sized("country=IT", 4), 10)).toBe(4);
  expect(countFromTallies(sized("country=IT&country=CH", 6), 10)).toBeUndefined();
  expect(countFromTallies(sized("country=IT&ownership=party", 4, 3), 10)).toBeUndefined();
  expect(countFromTallies([], 10)).toBe(10);
});

test("few that fit are found from the rarest answer, many by their names", () => {
  const few = waysToFit(sized("ownership=association&country=IT&not-lifecycle=closed", 500, 15, 100), 1000);
  expect(few.from?.facet).toBe("country");
  expect(few.also.map(({ facet }) => facet)).toEqual(["ownership", "lifecycle"]);
  // What hardly any place lacks is no answer to look through.
  const lacking = waysToFit(sized("country=IT&not-ownership=association", 500, 990), 1000);
  expect(lacking.from?.facet).toBe("country");
  expect(lacking.also.map(({ facet }) => facet)).toEqual(["ownership"]);
  const many = waysToFit(sized("ownership=association&not-lifecycle=closed", 500, 100), 1000);
  expect(many.from).toBeUndefined();
  expect(many.also.map(({ facet }) => facet)).toEqual(["ownership", "lifecycle"]);
});
