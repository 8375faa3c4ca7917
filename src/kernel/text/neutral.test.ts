import { describe, expect, test } from "vitest";
import { shownName, unturned } from "./neutral.ts";

describe("a name in a line with other words", () => {
  test("turns no letters around", () => {
    expect(shownName("Ada\u202egnivoL\u202c")).toBe("AdagnivoL");
    expect(shownName("\u2067steward\u2069 \u2066Ada")).toBe("steward Ada");
  });

  test("hides no letters", () => {
    const hidden = [
      "\u200b",
      "\u00ad",
      "\u2060",
      "\u{e0041}",
      "\u3164",
      "\u2800",
      "\u0000",
      "\u0007",
      "\u200f",
      "\u180e",
      "\ufff9",
    ];
    for (const letter of hidden) expect(shownName(`A${letter}da`)).toBe("Ada");
  });

  test("is one line with single spaces", () => {
    expect(shownName("  Ada\n\n\tLovelace\u00a0\u2003 ")).toBe("Ada Lovelace");
  });

  test("climbs into no other line by towers of accents", () => {
    expect(shownName(`Z${"\u0335\u0317".repeat(40)}algo`).length).toBeLessThan(10);
  });

  test("of other scripts stays as it was given", () => {
    for (const name of ["ليلى", "דוד", "Ngũgĩ wa Thiong’o", "हिन्दी", "می‌خواهم", "東京", "👩‍👩‍👧 family", "🏳️‍🌈"]) {
      expect(shownName(name)).toBe(name.normalize("NFC"));
    }
  });

  test("that is too long is cut between characters, and says so", () => {
    const flags = shownName("👩‍👩‍👧".repeat(30), 5);
    expect(flags).toBe(`${"👩‍👩‍👧".repeat(4)}…`);
    expect(shownName("a".repeat(80))).toHaveLength(80);
  });

  test("of nothing visible is empty, so that the page shows the handle instead", () => {
    expect(shownName("\u200b\u202e \u2060")).toBe("");
  });
});

test("running text keeps its marks but turns nothing around", () => {
  expect(unturned("a\u200eb\u200fc\u202ed\u2067e")).toBe("a\u200eb\u200fcde");
});
