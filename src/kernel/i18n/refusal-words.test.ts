import { describe, expect, test } from "vitest";
import type { Catalogues } from "./catalogue.ts";
import { kernelCatalogues } from "./messages/catalogue.ts";
import { problemWords, refusalWords } from "./refusal-words.ts";
import { createTranslations } from "./translator.ts";

const messages = {
  "refusal.poll-closed": "The poll closed on {closedAt}; {who} can open it.",
  "hall.stewards": "its stewards",
};
const hall: Catalogues = { en: messages, es: messages, fr: messages, de: messages, it: messages };
const t = createTranslations([kernelCatalogues, hall]).translator("en", "Europe/Rome");

describe("a refusal", () => {
  test("is told with its data, times in the reader's zone and keys in the reader's language", () => {
    const refusal = {
      kind: "poll-closed",
      closedAt: { instant: "2026-02-11T14:00:00Z" },
      who: { key: "hall.stewards" },
    };
    expect(refusalWords(t, refusal)).toBe(
      "The poll closed on Wednesday, 11 February 2026 at 15:00 (Central European Standard Time); its stewards can open it.",
    );
  });

  test("of a kind without words of its own gets the general sentence", () => {
    expect(refusalWords(t, { kind: "never-heard-of" })).toBe(t("refusal.other"));
  });
});

describe("a problem of an input", () => {
  test("is told with the bound it broke", () => {
    expect(problemWords(t, { problem: "too-long", values: { most: 1 } })).toBe("Write at most 1 character.");
    expect(problemWords(t, { problem: "too-long", values: { most: 2_000 } })).toBe("Write at most 2,000 characters.");
  });

  test("without words of its own is not understood", () => {
    expect(problemWords(t, { problem: "never-heard-of", values: {} })).toBe(t("problem.not-understood"));
  });
});
