import { describe, expect, test } from "vitest";
import { pickText } from "./localised-text.ts";

const charter = { eu: "Gutuna", es: "Carta", "pt-BR": "Carta magna" };

describe("a text in several languages", () => {
  test("is read in the reader's best language among them", () => {
    expect(pickText(charter, ["fr", "es"])).toEqual({ language: "es", text: "Carta" });
  });

  test("is read in a neighbouring variety rather than in another language", () => {
    expect(pickText(charter, ["pt", "es"])).toEqual({ language: "pt-BR", text: "Carta magna" });
    expect(pickText(charter, ["ES-mx"])).toEqual({ language: "es", text: "Carta" });
  });

  test("is read in its original where the reader knows none of its languages", () => {
    expect(pickText(charter, ["ja"])).toEqual({ language: "eu", text: "Gutuna" });
    expect(pickText(charter, [])).toEqual({ language: "eu", text: "Gutuna" });
  });

  test("counts an empty translation as none", () => {
    expect(pickText({ de: "Satzung", en: "  " }, ["en"])).toEqual({ language: "de", text: "Satzung" });
    expect(pickText({}, ["en"])).toBeUndefined();
  });
});
