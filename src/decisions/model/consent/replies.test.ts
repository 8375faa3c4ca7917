import { describe, expect, test } from "vitest";
import { readAgreeing, readClarity, readConsent, readReview, saysPass } from "./replies.ts";

describe("a reply in a consent process", () => {
  test.each([
    ["I consent", 0, ""],
    ["Consiento.", 0, ""],
    ["Je consens !", 0, ""],
    ["Kein Einwand", 0, ""],
    ["Do il mio consenso", 0, ""],
    ["1", 0, ""],
    ["concern: who fills in on holidays?", 1, "who fills in on holidays?"],
    ["Mit Bedenken – wer vertritt im Urlaub?", 1, "wer vertritt im Urlaub?"],
    ["objection: it would empty our fund, by May.", 2, "it would empty our fund, by May."],
    ["Objeción porque vacía el fondo", 2, "vacía el fondo"],
    ["J’ai une objection, cela vide la caisse", 2, "cela vide la caisse"],
    ["Einwand, weil es die Kasse leert", 2, "weil es die Kasse leert"],
    ["3", 2, ""],
  ])("“%s” is read as what it says", (text, place, words) => {
    expect(readConsent(text)).toEqual({ place, words });
  });

  test("that says nothing of the kind is no answer", () => {
    expect(readConsent("Thanks for the work on this")).toBeUndefined();
    expect(readConsent("4")).toBeUndefined();
    expect(readReview("We talked about it")).toBeUndefined();
  });

  test("that is neither clear nor a pass is a question", () => {
    expect(readClarity("All clear, thanks")).toBe(0);
    expect(readClarity("Alles klar")).toBe(0);
    expect(readClarity("Paso")).toBe(1);
    expect(readClarity("Is it clear who pays?")).toBeUndefined();
    expect(saysPass("Je passe.")).toBe(true);
    expect(saysPass("I would pass it on to the board")).toBe(false);
  });

  test("keeps, changes or ends, and agrees or not", () => {
    expect(readReview("change: twelve months are too long")).toEqual({ place: 1, words: "twelve months are too long" });
    expect(readReview("mantenere")?.place).toBe(0);
    expect(readReview("beenden")?.place).toBe(2);
    expect(readAgreeing("Yes, that works")?.place).toBe(0);
    expect(readAgreeing("noch nicht")?.place).toBe(1);
  });
});
