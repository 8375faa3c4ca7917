import { expect, test } from "vitest";
import { languageMeant, languagesNamed } from "./language-names.ts";
import { deletionAt, noAnswers, summaryOf } from "./questions.ts";
import { readWrittenAnswers } from "./written-answers.ts";

test("a language is known by its tag and by its name, in itself and in the languages of the program", () => {
  for (const name of ["fr", "French", "français", "francés", "Französisch", "francese"]) {
    expect(languageMeant(name)).toBe("fr");
  }
  expect(languageMeant("Klingonish")).toBe(undefined);
  expect(languagesNamed("German, English und Italiano")).toEqual(["de", "en", "it"]);
  expect(languagesNamed("German, Klingonish")).toBe(null);
});

test("answers come by reply in any of the five languages, line by line", () => {
  expect(readWrittenAnswers("Languages: German, English\nRecording: no")).toEqual({
    languages: ["de", "en"],
    recording: "no",
  });
  expect(readWrittenAnswers("Aufnahme: ohne meinen Namen")).toEqual({ recording: "unnamed" });
  expect(readWrittenAnswers("Enregistrement : oui\nSous-titres : oui")).toEqual({ recording: "yes", captions: true });
  expect(readWrittenAnswers("Código de conducta: acepto")).toEqual({ acceptsConduct: true });
  expect(readWrittenAnswers("Porto: una torta\nCerco: compagne di viaggio")).toEqual({
    brings: "una torta",
    seeks: "compagne di viaggio",
  });
});

test("a text that is more than answers is none", () => {
  expect(readWrittenAnswers("yes")).toBe(undefined);
  expect(readWrittenAnswers("Recording: no\nSee you there, all of you")).toBe(undefined);
  expect(readWrittenAnswers("Recording: only if it is deleted afterwards")).toBe(undefined);
  expect(readWrittenAnswers(`Introduction: ${"x".repeat(501)}`)).toBe(undefined);
});

test("a summary counts languages, and one who did not agree is enough for no recording", () => {
  const agrees = { ...noAnswers, recording: "yes" as const, languages: ["de", "en"] };
  expect(summaryOf([agrees, { ...agrees, languages: ["en"] }])).toEqual({
    people: 2,
    languages: [
      ["en", 2],
      ["de", 1],
    ],
    everyoneAgreesToRecording: true,
  });
  for (const recording of ["no", "unnamed", null] as const) {
    expect(summaryOf([agrees, { ...noAnswers, recording }]).everyoneAgreesToRecording).toBe(false);
  }
});

test("answers are deleted so many days after the last session", () => {
  const ends = ["2027-03-05T20:00:00Z", "2027-03-04T20:00:00Z"].map((text) => Temporal.Instant.from(text));
  expect(deletionAt(ends, 30)?.toString()).toBe("2027-04-04T20:00:00Z");
  expect(deletionAt([], 30)).toBe(undefined);
});
