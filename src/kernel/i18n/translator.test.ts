import { describe, expect, test } from "vitest";
import { mergeCatalogues, type Catalogues } from "./catalogue.ts";
import { languages } from "./language.ts";
import { kernelCatalogues } from "./messages/catalogue.ts";
import { createTranslations } from "./translator.ts";

const hall = inEvery({
  "hall.seats": "{count, plural, =0 {No seat is left} one {# seat is left} other {# seats are left}}",
  "hall.rules": "Read <link>the <strong>rules</strong></link> of {name}.",
});
const t = createTranslations([kernelCatalogues, hall]).translator("en", "Europe/Rome");

describe("a message", () => {
  test("follows the plural rules of its language", () => {
    expect([0, 1, 1234].map((count) => t("hall.seats", { count }))).toEqual([
      "No seat is left",
      "1 seat is left",
      "1,234 seats are left",
    ]);
  });

  test("said plainly gives way to the words within its tags", () => {
    expect(t("hall.rules", { name: "the hall" })).toBe("Read the rules of the hall.");
  });

  test("said richly has its tags turned into what the page makes of them", () => {
    const link = (words: readonly unknown[]) => ({ link: words });
    const strong = (words: readonly unknown[]) => ({ strong: words });
    expect(t.rich<object>("hall.rules", { link, strong }, { name: "the hall" })).toEqual([
      "Read ",
      { link: ["the ", { strong: ["rules"] }] },
      " of the hall.",
    ]);
  });

  test("takes a value as text, whatever it looks like", () => {
    expect(t("hall.rules", { name: "<link>{name}</link>" })).toContain("of <link>{name}</link>.");
  });

  test("that no catalogue has is a bug and throws, even under a name that every object has", () => {
    expect(() => t("hall.missing")).toThrow("no catalogue has the message hall.missing");
    expect(() => t("constructor")).toThrow("no catalogue has the message constructor");
    expect([t.has("hall.seats"), t.has("toString")]).toEqual([true, false]);
  });

  test("that lacks a value it needs is a bug and throws", () => {
    expect(() => t("hall.rules")).toThrow("name");
  });
});

describe("catalogues", () => {
  test("that claim the same message are refused", () => {
    expect(() => mergeCatalogues([hall, hall]).en).toThrow("two catalogues claim the message hall.seats");
  });

  test("that lack a message in one language are refused with its name", () => {
    expect(() => mergeCatalogues([{ ...hall, it: { "hall.rules": "…" } }]).it).toThrow(
      "no it text for the messages hall.seats",
    );
  });

  test("that have a message in one language only are refused with its name", () => {
    expect(() => mergeCatalogues([{ ...hall, de: { ...hall.de, "hall.extra": "…" } }]).de).toThrow("no en text");
  });
});

test("each language has its own translator, and the same one twice", () => {
  const { translator } = createTranslations([kernelCatalogues]);
  expect(languages.map((language) => translator(language, "UTC").language)).toEqual([...languages]);
  expect(translator("de", "UTC")).toBe(translator("de", "UTC"));
  expect(translator("de", "Europe/Rome").zone).toBe("Europe/Rome");
});

function inEvery(messages: Readonly<Record<string, string>>): Catalogues {
  return { en: messages, es: messages, fr: messages, de: messages, it: messages };
}
