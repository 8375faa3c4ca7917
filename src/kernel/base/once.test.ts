import { expect, test } from "vitest";
import { once } from "./once.ts";

test("is made when first asked for, and only then, even if it is nothing", () => {
  let made = 0;
  const nothing = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([nothing(), nothing(), made]).toEqual([undefined, undefined, 1]);
});
