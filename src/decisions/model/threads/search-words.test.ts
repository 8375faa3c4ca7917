import fc from "fast-check";
import { expect, test } from "vitest";
import { searchableWords, wordsAskedFor } from "../../../kernel/base/folded-words.ts";
import { foundPieces } from "./search-words.ts";

test("words are looked for without accents, capitals and punctuation, in whatever script", () => {
  expect(searchableWords("Übersetzung: 会議")).toBe("ubersetzung 会 議");
  expect(wordsAskedFor(" Who’s “paying”? ")).toEqual(["whos", "paying"]);
  expect(wordsAskedFor("!?")).toEqual([]);
  expect(wordsAskedFor("a b c d e f g h i j")).toHaveLength(8);
});

test("what is found stands out, with the words around it", () => {
  expect(foundPieces("We meet today", ["mee"])).toEqual([
    { text: "We ", isFound: false },
    { text: "meet", isFound: true },
    { text: " today", isFound: false },
  ]);
  const long = `${"word ".repeat(100)}Übersetzung ${"word ".repeat(100)}`;
  const pieces = foundPieces(long, ["ubersetzung"]);
  expect(pieces.filter(({ isFound }) => isFound)).toEqual([{ text: "Übersetzung", isFound: true }]);
  expect(pieces.map(({ text }) => text).join("")).toMatch(/^… word .* …$/);
});

test("only letters and digits are ever asked of the index", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      for (const word of wordsAskedFor(typed)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});
