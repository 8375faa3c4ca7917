import { expect, test } from "vitest";
import { surveyFromText, surveyText } from "./survey-text.ts";

test("questions are parted by blank lines, and their titles say how they are answered", () => {
  expect(surveyFromText("Where?\nHere\nThere\n\nHow good? [0-5]\nFood\nTalk\r\n\r\nWhich? [2]\nA\nB\nC\n")).toEqual({
    options: ["Here", "There", "Food", "Talk", "A", "B", "C"],
    questions: [
      { title: "Where?", kind: "single", options: 2, most: null },
      { title: "How good?", kind: "score", options: 2, most: 5 },
      { title: "Which?", kind: "multiple", options: 3, most: 2 },
    ],
  });
});

test("brackets that say nothing of answers stay in the title", () => {
  expect(surveyFromText("What [really]?\nA\nB").questions[0]).toMatchObject({
    title: "What [really]?",
    kind: "single",
  });
});

test("a survey is written as it is read", () => {
  const text = "Where?\nHere\nThere\n\nHow good? [0-5]\nFood\nTalk\n\nWhich? [2]\nA\nB\nC";
  expect(surveyText(surveyFromText(text))).toBe(text);
});
