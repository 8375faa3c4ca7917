import { describe, expect, test } from "vitest";
import { membershipWish } from "./membership-words.ts";

describe("a message to a community", () => {
  test.each([
    "join",
    "Please let me in!",
    "I’d like to join",
    "¡Quiero unirme!",
    "Je voudrais adhérer.",
    "Ich möchte beitreten",
    "Vorrei unirmi",
  ])("“%s” asks to join", (text) => {
    expect(membershipWish(text)?.wish).toBe("join");
  });

  test("may say why, after the wish", () => {
    expect(membershipWish("I'd like to join: we run a co-op server.\nSince 2019.")).toEqual({
      wish: "join",
      reason: "we run a co-op server.\nSince 2019.",
    });
    expect(membershipWish("Ich möchte Mitglied werden – wir sind eine Genossenschaft")?.reason).toBe(
      "wir sind eine Genossenschaft",
    );
  });

  test.each(["leave", "Je quitte.", "Ich trete aus", "voglio uscire", "quiero darme de baja"])(
    "“%s” is a farewell",
    (text) => {
      expect(membershipWish(text)?.wish).toBe("leave");
    },
  );

  test.each([
    "join us tomorrow at the park",
    "I don't want to join",
    "We should all join forces",
    "leave me alone",
    "",
    "hello",
    "x".repeat(100_000),
  ])("“%s” is neither", (text) => {
    expect(membershipWish(text)).toBeUndefined();
  });
});
