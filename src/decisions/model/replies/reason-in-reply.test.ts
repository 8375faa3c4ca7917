import { expect, test } from "vitest";
import { lazyWords, phrasesOf, placeOfPhrase } from "./fixed-words.ts";
import { reasonInReply } from "./reason-in-reply.ts";

const isAnswer = (words: string) => placeOfPhrase(words, phrasesOf(lazyWords)) !== null;

test.each([
  ["I object: it is too soon.", "it is too soon."],
  ["@league@koinon.example Ich erhebe Einspruch – das ist zu teuer", "das ist zu teuer"],
  ["Me opongo porque nadie ha preguntado", "nadie ha preguntado"],
  ["I object", ""],
  ["I object.", ""],
  ["Thanks for asking. I object", ""],
])("the reason in %s", (text, reason) => {
  expect(reasonInReply(text, isAnswer)).toBe(reason);
});
