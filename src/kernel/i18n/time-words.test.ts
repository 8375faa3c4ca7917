import { describe, expect, test } from "vitest";
import { languages } from "./language.ts";
import { kernelCatalogues } from "./messages/catalogue.ts";
import { createTranslations } from "./translator.ts";

const { translator } = createTranslations([kernelCatalogues]);
const rome = translator("en", "Europe/Rome");
const february = Temporal.Instant.from("2026-02-11T14:00:00Z");
const july = Temporal.Instant.from("2026-07-11T14:00:00Z");

describe("a time", () => {
  test("is told in the reader's zone, which is named", () => {
    expect(rome.dateTime(february)).toBe("Wednesday, 11 February 2026 at 15:00 (Central European Standard Time)");
  });

  test("says by its zone's name whether it is summer time", () => {
    expect(rome.dateTime(july)).toContain("16:00 (Central European Summer Time)");
  });

  test("has a named zone in every language", () => {
    const told = languages.map((language) => translator(language, "Europe/Rome").dateTime(february));
    expect(told).toEqual([
      "Wednesday, 11 February 2026 at 15:00 (Central European Standard Time)",
      "miércoles, 11 de febrero de 2026, 15:00 (hora estándar de Europa central)",
      "mercredi 11 février 2026 à 15:00 (heure normale d’Europe centrale)",
      "Mittwoch, 11. Februar 2026 um 15:00 (Mitteleuropäische Normalzeit)",
      "mercoledì 11 febbraio 2026 alle ore 15:00 (Ora standard dell’Europa centrale)",
    ]);
  });

  test("has the organiser's time beside it where their clocks differ", () => {
    expect(rome.dateTimeBeside(february, "America/New_York")).toBe(
      "Wednesday, 11 February 2026 at 15:00 (Central European Standard Time); for the organiser 09:00 (Eastern Standard Time)",
    );
  });

  test("names the organiser's day too where it is another day there", () => {
    expect(rome.dateTimeBeside(february, "Pacific/Auckland")).toContain("Thursday");
    expect(rome.dateTimeBeside(february, "Pacific/Auckland")).toContain("03:00 (New Zealand Daylight Time)");
  });

  test("stands alone where the organiser's clock shows the same", () => {
    expect(rome.dateTimeBeside(february, "Europe/Berlin")).toBe(rome.dateTime(february));
  });

  test("differs from the organiser's in the weeks when only one of them has changed the clock", () => {
    const betweenChanges = Temporal.Instant.from("2026-03-20T14:00:00Z");
    expect(rome.dateTimeBeside(betweenChanges, "America/New_York")).toContain("10:00 (Eastern Daylight Time)");
  });

  test("at midnight is 00:00, not 24:00", () => {
    const midnight = Temporal.Instant.from("2026-02-10T23:00:00Z");
    for (const language of languages) {
      expect(translator(language, "Europe/Rome").timeOfDay(midnight)).toMatch(/^0?0:00$/);
    }
  });

  test("in few letters still names its zone", () => {
    expect(rome.briefDateTime(february)).toBe("Wed 11 Feb, 15:00 CET");
    expect(rome.briefDateTime(february, "Asia/Kolkata")).toBe("Wed 11 Feb, 19:30 GMT+5:30");
  });

  test("is told as it is, whatever was told before in its minute, in another zone or in another style", () => {
    const [first, last] = [february, february.add({ seconds: 59, milliseconds: 999 })];
    expect(rome.dateTime(first)).toBe(rome.dateTime(last));
    expect(rome.timeOfDay(last)).toBe("15:00");
    expect(rome.timeOfDay(february.add({ seconds: 60 }))).toBe("15:01");
    expect(rome.timeOfDay(february.subtract({ milliseconds: 1 }))).toBe("14:59");
    expect(rome.timeOfDay(last, "Asia/Kolkata")).toBe("19:30");
    expect(translator("de", "Asia/Kolkata").briefDateTime(last)).toContain("19:30");
  });

  test("of the days when offsets had seconds is told by the minute of its own zone", () => {
    const inMonrovia = translator("en", "Africa/Monrovia");
    // Liberia's clocks were 44 minutes and 30 seconds behind, so that a minute there began in the middle of one here.
    const midnight = Temporal.Instant.from("1971-12-31T00:44:30Z");
    expect(inMonrovia.timeOfDay(midnight)).toBe("00:00");
    expect(inMonrovia.timeOfDay(midnight.subtract({ seconds: 1 }))).toBe("23:59");
  });

  test("as a day in few letters still says its year", () => {
    expect(rome.briefDate(Temporal.PlainDate.from("2026-02-11"))).toBe("11 Feb 2026");
  });

  test("far ahead or behind is told in the extreme zones", () => {
    expect(rome.dateTime(february, "Pacific/Kiritimati")).toContain("Thursday, 12 February 2026 at 04:00");
    expect(rome.dateTime(february, "Pacific/Pago_Pago")).toContain("Wednesday, 11 February 2026 at 03:00");
  });
});

describe("a span", () => {
  test("within a day says the day once and the zone once", () => {
    expect(rome.dateTimeRange(february, february.add({ minutes: 90 }))).toBe(
      "Wednesday, 11 February 2026, 15:00–16:30 (Central European Standard Time)",
    );
  });

  test("across midnight says both days", () => {
    const told = rome.dateTimeRange(february, february.add({ hours: 12 }));
    expect(told).toContain("11 February");
    expect(told).toContain("12 February");
  });

  test("of days says both ends and what they share once", () => {
    const first = Temporal.PlainDate.from("2026-02-11");
    expect(rome.dateRange(first, first.add({ days: 2 }))).toMatch(/^11.?–.?13 February 2026$/);
    expect(rome.date(first)).toBe("11 February 2026");
    expect(rome.weekdayDate(first)).toBe("Wednesday, 11 February 2026");
    expect(rome.weekday(first)).toBe("Wednesday");
  });
});

describe("how far off a time is", () => {
  const told = (length: Temporal.DurationLike) => rome.relative(february.add(length), february);

  test("is told in the largest unit of which there are two", () => {
    expect(told({ hours: 72 })).toBe("in 3 days");
    expect(told({ hours: 30 })).toBe("in 30 hours");
    expect(told({ minutes: 119 })).toBe("in 119 minutes");
    expect(told({ hours: -26 * 7 * 24 })).toBe("6 months ago");
  });

  test("is cut off, so that nobody is promised more time than there is", () => {
    expect(told({ hours: 71, minutes: 59 })).toBe("in 2 days");
  });

  test("is now within a minute", () => {
    expect(told({ seconds: 40 })).toBe("now");
    expect(told({ seconds: 90 })).toBe("in 1 minute");
  });

  test("never leans on a midnight, and so on a zone", () => {
    for (const language of languages) {
      const words = translator(language, "UTC").relative(february.add({ hours: 49 }), february);
      expect(words).toContain("2");
    }
  });
});

test("a length is told in words", () => {
  expect(rome.duration(Temporal.Duration.from({ hours: 1, minutes: 30 }))).toBe("1 hour, 30 minutes");
  expect(translator("de", "UTC").duration(Temporal.Duration.from({ minutes: 45 }))).toBe("45 Minuten");
});

test("a zone that does not exist is a bug and throws", () => {
  expect(() => translator("en", "Europe/Atlantis").dateTime(february)).toThrow(RangeError);
});
