import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthWords } from "./day-words.ts";
import { readDay } from "./read-day.ts";

/** A Monday. */
const today = Temporal.PlainDate.from("2027-03-01");
const dayIn = (text: string) => {
  const reading = readDay(text, today);
  return reading.kind === "day" ? reading.day.toString() : reading.kind;
};

describe("a day in a reply", () => {
  test.each([
    ["2027-03-12", "2027-03-12"],
    ["12 March", "2027-03-12"],
    ["12th of March", "2027-03-12"],
    ["March 12th, 2028", "2028-03-12"],
    ["12 de marzo", "2027-03-12"],
    ["12 de marzo de 2028", "2028-03-12"],
    ["12 mars", "2027-03-12"],
    ["1er avril", "2027-04-01"],
    ["12. März", "2027-03-12"],
    ["12. Maerz 2027", "2027-03-12"],
    ["12 marzo", "2027-03-12"],
    ["2 août", "2027-08-02"],
    ["13/3", "2027-03-13"],
    ["3/13/2027", "2027-03-13"],
    ["24.12.", "2027-12-24"],
    ["5.5.27", "2027-05-05"],
    ["2 January", "ambiguous"],
  ])("%s is %s", (text = "", day = "") => {
    expect(dayIn(text)).toBe(day);
  });

  test.each([
    ["Friday", "2027-03-05"],
    ["viernes", "2027-03-05"],
    ["vendredi", "2027-03-05"],
    ["Freitag", "2027-03-05"],
    ["venerdì", "2027-03-05"],
    ["sábado", "2027-03-06"],
    ["Sunday", "2027-03-07"],
    ["Friday 12 March", "2027-03-12"],
    ["vendredi 12 mars", "2027-03-12"],
  ])("%s is the next one, %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each([
    ["3/4", "another day to some than to others"],
    ["03/04/2027", "another day to some than to others"],
    ["Monday", "today or in a week"],
    ["28 February", "just over, rather than in a year"],
    ["31 June", "in no calendar"],
    ["12 March or 19 March", "two days"],
    ["Friday or Saturday", "two days"],
    ["Thursday 12 March", "a Friday"],
  ])("%s is asked back: it is %s", (text) => {
    expect(dayIn(text)).toBe("ambiguous");
  });

  test.each(["", "soon", "in May", "112 March", "marching 12", "12 marchers"])("%j names none", (text) => {
    expect(dayIn(text)).toBe("none");
  });

  test("leaves the words beside it to be read", () => {
    expect(readDay("More time until 12 March, please", today)).toMatchObject({ rest: "more time until  , please" });
  });

  test("is the same in ISO 8601 and in words of every language, for every day of the months to come", () => {
    const ahead = fc.integer({ min: 0, max: 290 }).map((days) => today.add({ days }));
    const words = [...monthWords];
    fc.assert(
      fc.property(ahead, fc.nat(), (day, seed) => {
        const names = words.filter(([, month]) => month === day.month).map(([name]) => name);
        const name = names[seed % names.length] ?? "";
        expect(dayIn(day.toString())).toBe(day.toString());
        expect(dayIn(`${day.day} ${name}`)).toBe(day.toString());
        expect(dayIn(`${day.day} ${name} ${day.year}`)).toBe(day.toString());
      }),
    );
  });
});
