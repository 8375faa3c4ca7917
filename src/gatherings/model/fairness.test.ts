import { expect, test } from "vitest";
import { fraction, zero } from "../../kernel/base/fraction.ts";
import type { Availability } from "./availability.ts";
import { coverageBy, nightBurdens, worstServed, worthInHalves, zonesOf } from "./fairness.ts";
import type { PollParticipant } from "./fairness.ts";
import type { PersonId, SlotId } from "./gathering.ts";
import type { SessionTime } from "./session.ts";

const mon = "mon" as SlotId;
const tue = "tue" as SlotId;
const wed = "wed" as SlotId;

function participant(
  instance: string | null,
  zone: string | null,
  said: Readonly<Record<string, Availability>>,
): PollParticipant {
  const availability = new Map(Object.entries(said) as [SlotId, Availability][]);
  return { person: `somebody of ${instance}` as PersonId, instance, zone, availability };
}

const people = [
  participant("elm.example", "Europe/Rome", { mon: "yes", tue: "no" }),
  participant("elm.example", "Europe/Rome", { mon: "if-need-be", tue: "yes" }),
  participant("oak.example", "Asia/Tokyo", { tue: "if-need-be" }),
  participant("ash.example", "Asia/Tokyo", { mon: "no", tue: "no" }),
  participant(null, null, { mon: "yes" }),
];

function session(start: string, lengthMinutes = 60): SessionTime {
  return { start: Temporal.PlainDateTime.from(start), zone: "UTC", lengthMinutes };
}

test("an answer is worth one, a half or nothing", () => {
  expect((["yes", "if-need-be", "no", undefined] as const).map(worthInHalves)).toEqual([2, 1, 0, 0]);
});

test("groups are listed from the worst served, with the mean of each person's best answer", () => {
  const groups = coverageBy(people, [mon, tue], (one) => one.instance);
  expect(groups).toEqual([
    { name: "ash.example", people: 1, covered: 0, mean: zero, canBeServed: false },
    { name: "oak.example", people: 1, covered: 1, mean: fraction(1, 2), canBeServed: true },
    { name: "elm.example", people: 2, covered: 2, mean: fraction(1), canBeServed: true },
  ]);
});

test("the worst served is one that could be served better", () => {
  const groups = coverageBy(people, [mon], (one) => one.instance);
  expect(worstServed(groups)).toMatchObject({ name: "oak.example", mean: zero });
  expect(worstServed(coverageBy(people, [], (one) => (one.instance === "ash.example" ? "ash.example" : null)))).toBe(
    null,
  );
});

test("nothing chosen serves nobody", () => {
  expect(coverageBy(people, [], (one) => one.zone).map((group) => group.covered)).toEqual([0, 0]);
  expect(coverageBy(people, [wed], (one) => one.zone).map(({ mean }) => mean)).toEqual([zero, zero]);
});

test("zones are counted by the people whose zone is known", () => {
  expect(zonesOf(people)).toEqual([
    { zone: "Asia/Tokyo", people: 2 },
    { zone: "Europe/Rome", people: 2 },
  ]);
});

test("the night of each zone is a share of all sessions, the heaviest first", () => {
  // 21:30 UTC is 22:30 in Rome and 6:30 in Tokyo; 12:00 UTC is day in both.
  expect(nightBurdens([session("2027-02-11T21:30"), session("2027-02-12T12:00", 30)], zonesOf(people))).toEqual([
    { zone: "Asia/Tokyo", people: 2, nightMinutes: [30, 0], share: fraction(1, 3), alwaysAtNight: false },
    { zone: "Europe/Rome", people: 2, nightMinutes: [30, 0], share: fraction(1, 3), alwaysAtNight: false },
  ]);
});

test("a zone is always at night when every session has night in it", () => {
  const burdens = nightBurdens([session("2027-02-11T17:00"), session("2027-02-11T20:00")], zonesOf(people));
  expect(burdens.map(({ zone, alwaysAtNight }) => [zone, alwaysAtNight])).toEqual([
    ["Asia/Tokyo", true],
    ["Europe/Rome", false],
  ]);
});

test("no session is no burden", () => {
  expect(nightBurdens([], zonesOf(people)).map(({ share, alwaysAtNight }) => [share, alwaysAtNight])).toEqual([
    [zero, false],
    [zero, false],
  ]);
});
