import { expect, test } from "vitest";
import { asksToStop } from "./stop-words.ts";

test("the word alone asks to be left alone, in each language and however it is shouted", () => {
  for (const text of [
    "STOP",
    "stop.",
    " Stop! 🙏",
    "«Basta»",
    "Arrêter",
    "Abmelden",
    "Disiscrivimi",
    "darme de baja",
  ]) {
    expect(asksToStop(text), text).toBe(true);
  }
});

test("a sentence that holds the word does not", () => {
  for (const text of ["stop by at my place", "I will not stop", "nonstop", "", "yes", "stop ".repeat(30)]) {
    expect(asksToStop(text), text).toBe(false);
  }
});
