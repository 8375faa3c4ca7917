import { describe, expect, test } from "vitest";
import { countingInWords, gradeWords, phrasesOf, senseWords, stanceWords } from "./fixed-words.ts";
import { readFixedChoice } from "./read-choice.ts";
import { foldedWords } from "../../../kernel/base/folded-words.ts";

const families = { stanceWords, senseWords, countingInWords, gradeWords };

test.each(Object.entries(families))(
  "no phrase of %s means two things, and each is written as it is compared",
  (_, words) => {
    const phrases = phrasesOf(words).flatMap((set) => [...set]);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    const plain = phrases.filter((phrase) => /\p{L}/u.test(phrase));
    expect(plain.filter((phrase) => foldedWords(phrase) !== phrase)).toEqual([]);
  },
);

describe("a stance by reply", () => {
  const phrases = phrasesOf(stanceWords);
  const names = ["Agree", "Abstain", "Disagree", "Block"];
  const read = (text: string) => readFixedChoice(text, phrases, names);

  test.each([
    ["Agree", 0],
    ["@vote@koinon.example I agree, because it is cheap.", 0],
    ["I agree because it's cheap", 0],
    ["👍🏽", 0],
    ["+1", 0],
    ["Me abstengo.", 1],
    ["Je m’abstiens", 1],
    ["-1", 2],
    ["Ich bin dagegen, weil es zu teuer ist.", 2],
    ["Non sono d’accordo: costa troppo", 2],
    ["No estoy de acuerdo porque cuesta demasiado", 2],
    ["Block! This would end our co-op.", 3],
    ["4", 3],
    ["2.", 1],
  ])("%s", (text, place) => {
    expect(read(text)).toEqual({ ok: true, value: place });
  });

  test.each([
    "When does this close?",
    "I agree with Ana that we disagree",
    "I would agree if it were cheaper",
    "I do not block",
    "no problem",
    "",
    "@vote@koinon.example",
    "agree ".repeat(900),
  ])("is no guess: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  test("that says two things is refused with what was said", () => {
    expect(read("Agree. No, block!")).toEqual({
      ok: false,
      refusal: { kind: "reply-several", given: "Agree. No, block!" },
    });
    expect(read("I agree but I block")).toMatchObject({ ok: false, refusal: { kind: "reply-several" } });
  });

  test("by a number that no stance has is refused", () => {
    expect(read("7")).toEqual({ ok: false, refusal: { kind: "no-such-option", given: "7", most: 4 } });
  });
});
