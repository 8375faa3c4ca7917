import { expect, test } from "vitest";
import { languages } from "./language.ts";
import { nameWords } from "./name-words.ts";

test("lists are joined as the reader's language does", () => {
  const names = ["Ada", "Grace", "Emmy"];
  expect(languages.map((language) => nameWords(language).list(names))).toEqual([
    "Ada, Grace and Emmy",
    "Ada, Grace y Emmy",
    "Ada, Grace et Emmy",
    "Ada, Grace und Emmy",
    "Ada, Grace e Emmy",
  ]);
  expect(nameWords("en").either(["yes", "maybe", "no"])).toBe("yes, maybe or no");
});

test("what somebody said stands between the marks of the reader's language", () => {
  expect(languages.map((language) => nameWords(language).quote("sì"))).toEqual([
    "“sì”",
    "«sì»",
    "«\u202fsì\u202f»",
    "„sì“",
    "«sì»",
  ]);
});

test("languages and countries have the reader's names for them", () => {
  expect(nameWords("de").languageName("it")).toBe("Italienisch");
  expect(nameWords("it").countryName("DE")).toBe("Germania");
});

test("a code that is no code is shown as it came", () => {
  expect(nameWords("en").languageName("not a tag")).toBe("not a tag");
  expect(nameWords("en").countryName("<b>")).toBe("<b>");
});
