import { expect, test } from "vitest";
import { foldedWords } from "../../../kernel/base/folded-words.ts";
import { clausesOf, saidText } from "./reply-text.ts";

test("handles, tags and links are no part of what is said", () => {
  expect(saidText("@vote@koinon.example Agree! #decisions https://koinon.example/p/1")).toBe("Agree!");
  expect(saidText("@vote@koinon.example ")).toBeNull();
  expect(saidText("a".repeat(2_001))).toBeNull();
  expect(saidText("#2")).toBe("#2");
});

test("words are compared without accents, capitals and apostrophes", () => {
  expect(foldedWords("J’hésite !")).toBe("jhesite");
  expect(foldedWords("Weiß  NICHT")).toBe("weiss nicht");
});

test("a reply is cut at punctuation and at words that open a reason", () => {
  expect(clausesOf("I agree because it helps. Thanks")).toEqual(["I agree", "it helps", "Thanks"]);
  expect(clausesOf("De acuerdo, pero caro - mucho")).toEqual(["De acuerdo", "caro", "mucho"]);
  expect(clausesOf("D’accord parce que c’est utile")).toEqual(["D’accord", "c’est utile"]);
  expect(clausesOf("Sì perché costa poco")).toEqual(["Sì", "costa poco"]);
});
