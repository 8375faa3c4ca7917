import { expect, test } from "vitest";
import type { Claim } from "../claims.ts";
import { settledFields } from "../claims.ts";
import { queryOf } from "../filter.ts";
import { costOf, filterOfWishes, likeliestFirst, whyItFits, wishesFrom } from "./newcomer.ts";

const place = (said: Readonly<Record<string, string | readonly string[]>>) => ({
  fields: settledFields(
    Object.entries(said).map(
      ([field, value]) =>
        ({
          field,
          value,
          basis: "attested",
          claimant: { kind: "program" },
          at: Temporal.Instant.from("2026-11-01T00:00:00Z"),
          asOf: "",
          sources: [],
          certainty: "high",
          doubt: undefined,
          note: "",
        }) as unknown as Claim,
    ),
  ),
});

test("the answers of a newcomer become the address of a filter, of places that take members first of all", () => {
  const wishes = wishesFrom(new URLSearchParams("language=es&run-by=nonprofit&country=ES&software=Mastodon"));
  expect(queryOf(filterOfWishes(wishes)).toString()).toBe(
    "ownership=affiliated_nonprofit&ownership=nonprofit_operator&joining=open&joining=application&country=ES" +
      "&languages=es&software=mastodon&lifecycle=active&kind=instance",
  );
});

test("what is no answer does not matter", () => {
  const wishes = wishesFrom(new URLSearchParams("language=Spanish&run-by=aliens&country=spain&decides=perhaps"));
  expect(queryOf(filterOfWishes(wishes)).toString()).toBe(
    "joining=open&joining=application&lifecycle=active&kind=instance",
  );
});

test("a place fits by what is known of it, and what nobody says is told", () => {
  const wishes = wishesFrom(new URLSearchParams("language=es&decides=yes"));
  const why = whyItFits(wishes, place({ joining: "open", languages: ["ca", "es"], lifecycle: "active" }));
  expect(why).toEqual({ fits: ["joining", "languages", "lifecycle"], unknown: ["practice"], cost: "unknown" });
});

test("where one person decides, nobody takes part in deciding", () => {
  const wishes = wishesFrom(new URLSearchParams("decides=yes"));
  expect(whyItFits(wishes, place({ practice: ["bdfl"] })).fits).not.toContain("practice");
  expect(whyItFits(wishes, place({ practice: ["bdfl", "assembly"] })).fits).toContain("practice");
});

test("a fee in words is free only where it says so", () => {
  expect([undefined, "free", "0 €", "Kostenlos", "1-10 USD a month", "free to try, then 5 EUR"].map(costOf)).toEqual([
    "unknown",
    "free",
    "free",
    "free",
    "costs",
    "costs",
  ]);
});

test("who cannot pay sees what costs nothing first, and what costs last", () => {
  const wishes = wishesFrom(new URLSearchParams("cost=free"));
  const fees = ["10 EUR a year", undefined, "free"].map((fee) => ({
    place: fee,
    why: whyItFits(wishes, place(fee === undefined ? {} : { fee })),
  }));
  expect(likeliestFirst(fees, wishes).map((one) => one.place)).toEqual(["free", undefined, "10 EUR a year"]);
});

test("of places that cost the same, that of which most is known comes first", () => {
  const wishes = wishesFrom(new URLSearchParams("language=es&country=ES"));
  const places = [{ languages: ["es"] }, { languages: ["es"], country: ["ES"], joining: "open" }].map((said) => ({
    place: Object.keys(said).length,
    why: whyItFits(wishes, place(said)),
  }));
  expect(likeliestFirst(places, wishes).map((one) => one.place)).toEqual([3, 1]);
});
