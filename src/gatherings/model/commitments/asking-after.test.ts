import { describe, expect, test } from "vitest";
import { askingInstant, followUpDays, isToBeAsked, isToBeFollowedUp } from "./asking-after.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const open = { state: "accepted", due: day("2027-03-12"), moves: 0, askedOn: undefined } as const;

describe("asking how it went", () => {
  test("is done at five in the afternoon by the gathering's clock, in summer and in winter", () => {
    expect(askingInstant(day("2027-03-27"), "Europe/Rome").toString()).toBe("2027-03-27T16:00:00Z");
    expect(askingInstant(day("2027-03-28"), "Europe/Rome").toString()).toBe("2027-03-28T15:00:00Z");
    expect(askingInstant(day("2027-03-28"), "Pacific/Tongatapu").toString()).toBe("2027-03-28T04:00:00Z");
  });

  test("follows two and six weeks after the gathering", () => {
    expect(followUpDays(day("2027-02-20")).map(String)).toEqual(["2027-03-06", "2027-04-03"]);
  });

  test("is done once a day, and only while it is open", () => {
    expect(isToBeAsked(open, day("2027-03-12"))).toBe(true);
    expect(isToBeAsked({ ...open, askedOn: day("2027-03-12") }, day("2027-03-12"))).toBe(false);
    expect(isToBeAsked({ ...open, askedOn: day("2027-03-06") }, day("2027-03-12"))).toBe(true);
    expect(isToBeAsked({ ...open, state: "done" }, day("2027-03-12"))).toBe(false);
  });

  test("leaves alone in the follow-up whoever asked for time that is not over", () => {
    const moved = { ...open, moves: 1 };
    expect(isToBeFollowedUp(moved, day("2027-03-06"))).toBe(false);
    expect(isToBeFollowedUp(moved, day("2027-04-03"))).toBe(true);
    expect(isToBeFollowedUp(open, day("2027-03-06"))).toBe(true);
  });
});
