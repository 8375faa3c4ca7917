import { describe, expect, test } from "vitest";
import { acceptedLanguages, chooseLanguage, spokenLanguage } from "./choose-language.ts";
import { cpuMilliseconds } from "../../../testing/cpu-time.ts";

describe("the language spoken to a reader", () => {
  test("is the one they chose, whatever the browser wishes", () => {
    expect(chooseLanguage({ chosen: "it", acceptLanguage: "de, fr", community: "es", server: "en" })).toBe("it");
  });

  test("is the browser's best wish that we speak, where nothing was chosen", () => {
    expect(chooseLanguage({ acceptLanguage: "ja, de-AT;q=0.8, fr;q=0.9", community: "es", server: "en" })).toBe("fr");
  });

  test("is the community's where the browser wishes for none of ours", () => {
    expect(chooseLanguage({ acceptLanguage: "ja, ko;q=0.5", community: "es-MX", server: "en" })).toBe("es");
  });

  test("is the server's where nothing is known of the reader", () => {
    expect(chooseLanguage({ community: "eu", server: "de" })).toBe("de");
    expect(chooseLanguage({ chosen: "", acceptLanguage: "", server: "de" })).toBe("de");
  });

  test("serves a region by its language", () => {
    expect(spokenLanguage("de-AT")).toBe("de");
    expect(spokenLanguage("FR-ca")).toBe("fr");
    expect(spokenLanguage("nds")).toBeUndefined();
  });
});

describe("an Accept-Language header", () => {
  test("gives its languages by weight, and in their order where weights are equal", () => {
    expect(acceptedLanguages("fr;q=0.5, de-AT, es, *;q=0.1, it;q=0.75")).toEqual(["de-AT", "es", "it", "fr"]);
  });

  test("leaves out what the reader refuses by weight 0", () => {
    expect(acceptedLanguages("de;q=0, en;q=0.000, fr")).toEqual(["fr"]);
  });

  test("leaves out weights and tags that the standard does not know", () => {
    expect(acceptedLanguages("de;q=2, en;q=-1, fr;q=x, es;q=0.1234, <script>, it")).toEqual(["it"]);
  });

  test("of a hostile length is read in no time and to a bounded number of languages", () => {
    const work = () => {
      expect(acceptedLanguages(`${" ".repeat(1_000)}de`)).toEqual([]);
      expect(acceptedLanguages("a;q=0.1,".repeat(1_000_000)).length).toBeLessThanOrEqual(32);
      expect(acceptedLanguages("-".repeat(1_000_000))).toEqual([]);
      expect(acceptedLanguages(`aa${"-aaaaaaaa".repeat(100_000)}`)).toEqual([]);
    };
    expect(cpuMilliseconds(work)).toBeLessThan(50);
  });

  test("that is missing names no language", () => {
    expect(acceptedLanguages(undefined)).toEqual([]);
  });
});
