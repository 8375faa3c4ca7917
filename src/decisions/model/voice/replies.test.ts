import { expect, test } from "vitest";
import { saysTakeBack } from "./replies.ts";

test("a voice is taken back in five languages, whatever the capitals, accents and marks", () => {
  for (const said of [
    "@league@koinon.example Take back my voice!",
    "Recupero mi voz.",
    "Je reprends ma voix",
    "Ich nehme meine Stimme zurück",
    "Riprendo la mia voce",
  ]) {
    expect([said, saysTakeBack(said)]).toEqual([said, true]);
  }
});

test("talk about it takes nothing back", () => {
  expect(saysTakeBack("Should I take back my voice?")).toBe(false);
  expect(saysTakeBack("My voice is hoarse")).toBe(false);
  expect(saysTakeBack("@league@koinon.example")).toBe(false);
});
