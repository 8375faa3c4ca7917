import { expect, test } from "vitest";
import { zoneChanges } from "./zone-rules.ts";

const between = (zone: string, first: string, last: string) =>
  zoneChanges(zone, Temporal.Instant.from(first), Temporal.Instant.from(last)).map(({ at, fromSeconds, toSeconds }) => [
    at.toString({ smallestUnit: "minute" }),
    fromSeconds,
    toSeconds,
  ]);

test("a summer in Rome needs the change that began it", () => {
  expect(between("Europe/Rome", "2027-05-01T10:00:00Z", "2027-06-01T10:00:00Z")).toEqual([
    ["2027-03-28T02:00", 3600, 7200],
  ]);
});

test("times on both sides of a change need both", () => {
  expect(between("Europe/Rome", "2027-10-01T10:00:00Z", "2027-11-30T10:00:00Z")).toEqual([
    ["2027-03-28T02:00", 3600, 7200],
    ["2027-10-31T03:00", 7200, 3600],
  ]);
});

test("a change at the very start is known", () => {
  expect(between("Europe/Rome", "2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z")).toEqual([
    ["2027-03-28T02:00", 3600, 7200],
  ]);
});

test("a zone whose clocks never change has its one offset", () => {
  expect(between("UTC", "2027-03-28T01:00:00Z", "2027-10-28T02:00:00Z")).toEqual([["1970-01-01T00:00", 0, 0]]);
});

test("half hours and the ends of the world are zones like others", () => {
  expect(between("Asia/Kolkata", "2027-03-28T01:00:00Z", "2027-04-28T01:00:00Z").at(-1)?.[2]).toBe(5.5 * 3600);
  expect(between("Pacific/Tongatapu", "2027-03-28T01:00:00Z", "2027-04-28T01:00:00Z").at(-1)?.[2]).toBe(13 * 3600);
  expect(between("Pacific/Pago_Pago", "2027-03-28T01:00:00Z", "2027-04-28T01:00:00Z").at(-1)?.[2]).toBe(-11 * 3600);
});
