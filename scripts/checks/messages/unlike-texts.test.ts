import { expect, test } from "vitest";
import type { RoomCatalogues } from "./catalogue-files.ts";
import { unlikeTexts } from "./unlike-texts.ts";

function room(en: string, de: string | undefined): RoomCatalogues {
  const english = new Map([["seats.left", en]]);
  const german = new Map(de === undefined ? [] : [["seats.left", de]]);
  return { folder: "src/seats/messages", texts: { en: english, es: english, fr: english, de: german, it: english } };
}

test("texts that ask for the same values are alike", () => {
  const en = "{count, plural, one {# seat for {name}} other {# seats}} <link>more</link>";
  const de = "<link>mehr</link>: {count, plural, one {# Platz für {name}} other {# Plätze}}";
  expect(unlikeTexts(room(en, de))).toEqual([]);
});

test("a key that one language lacks is found", () => {
  expect(unlikeTexts(room("Seats", undefined))).toEqual(["src/seats/messages: seats.left has no text in de"]);
});

test("a text that is empty in one language is found", () => {
  expect(unlikeTexts(room("Seats", " "))).toEqual(["src/seats/messages/de.json: seats.left is empty"]);
});

test("a value under another name, or no longer counted, is found", () => {
  const en = "{count, plural, one {# seat} other {# seats}}";
  expect(unlikeTexts(room(en, "{number, plural, one {# Platz} other {# Plätze}}"))).toEqual([
    "src/seats/messages/de.json: seats.left asks for {number, plural}, but in en for {count, plural}",
  ]);
  expect(unlikeTexts(room(en, "{count} Plätze"))).toEqual([
    "src/seats/messages/de.json: seats.left asks for {count}, but in en for {count, plural}",
  ]);
});

test("a choice that has other answers in one language is found", () => {
  const en = "{role, select, host {Host} guest {Guest} other {}}";
  expect(unlikeTexts(room(en, "{role, select, host {Gastgeberin} other {}}"))).toEqual([
    "src/seats/messages/de.json: seats.left asks for {role, select, host other}, but in en for {role, select, guest host other}",
  ]);
});

test("a link that got lost in translation is found", () => {
  expect(unlikeTexts(room("See <link>more</link>", "Siehe mehr"))).toEqual([
    "src/seats/messages/de.json: seats.left asks for nothing, but in en for <link>",
  ]);
});

test("a text that cannot be read is found", () => {
  expect(unlikeTexts(room("{count} seats", "{count Plätze"))[0]).toMatch(/de\.json: seats\.left cannot be read/);
});

test("a plural without a form for one is found", () => {
  expect(unlikeTexts(room("{count, plural, one {#} other {#}}", "{count, plural, other {#}}"))[0]).toMatch(
    /cannot be read: the plural of count has no form for one/,
  );
});
