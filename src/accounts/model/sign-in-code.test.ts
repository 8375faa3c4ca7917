import fc from "fast-check";
import { expect, test } from "vitest";
import { codeIn, signInCode } from "./sign-in-code.ts";

test("a code is eight signs in two groups", () => {
  expect(signInCode([0, 1, 2, 3, 4, 5, 6, 7])).toBe("BCDF-GHJK");
});

test("every code is found again in what people write around it", () => {
  const octets = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(octets, (given) => {
      const code = signInCode(given);
      const written = [
        code,
        code.toLowerCase(),
        code.replace("-", ""),
        code.replace("-", " "),
        `Hi! Code: ${code}.`,
        `(${code})`,
      ];
      for (const text of written) expect(codeIn(text)).toBe(code);
    }),
  );
});

test("ordinary words and other numbers are no code", () => {
  const words = [
    "count me in",
    "yes",
    "please stop",
    "Strength rhythms",
    "34793479347934",
    "ABCD-EFGH",
    "BCDF-GHJKL",
    "",
  ];
  for (const text of words) expect(codeIn(text), text).toBeUndefined();
});
