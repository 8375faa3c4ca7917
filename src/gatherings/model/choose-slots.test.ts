import fc from "fast-check";
import { expect, test } from "vitest";
import { addFractions, compareFractions, fraction, zero } from "../../kernel/base/fraction.ts";
import type { Fraction } from "../../kernel/base/fraction.ts";
import type { Availability } from "./availability.ts";
import { bestChoices, chooseSlots, reportChoice } from "./choose-slots.ts";
import type { PollStanding, SessionCount } from "./choose-slots.ts";
import type { PollParticipant } from "./fairness.ts";
import type { PersonId, SlotId } from "./gathering.ts";
import { nightMinutes } from "./night.ts";
import type { Slot } from "./slots.ts";

type Row = readonly [name: string, instance: string | null, zone: string | null, answers: string];

const letters: Readonly<Record<string, Availability>> = { y: "yes", i: "if-need-be", n: "no" };

/** A poll with a slot every three hours from noon UTC; answers are one letter per slot: y, i, n, or a dot for none. */
function poll(...rows: readonly Row[]): PollStanding {
  const slotCount = rows[0]?.[3].length ?? 0;
  const noon = Temporal.PlainDateTime.from("2027-02-11T12:00");
  const slots = Array.from({ length: slotCount }, (_, place): Slot => ({
    id: `slot ${place + 1}` as SlotId,
    time: { start: noon.add({ hours: 3 * place }), zone: "UTC", lengthMinutes: 60 },
  }));
  const people = rows.map(([name, instance, zone, answers]): PollParticipant => ({
    person: name as PersonId,
    instance,
    zone,
    availability: new Map(
      slots.flatMap(({ id }, place): [SlotId, Availability][] => {
        const answer = letters[answers[place] ?? "."];
        return answer === undefined ? [] : [[id, answer]];
      }),
    ),
  }));
  return { slots, people };
}

test("two slots cover people that no single slot brings together", () => {
  const asked = poll(
    ["ada", "elm.example", "Europe/Rome", "yyn"],
    ["ben", "elm.example", "Europe/Rome", "yin"],
    ["cleo", "oak.example", "Europe/Rome", "nny"],
    ["dag", "oak.example", "Asia/Tokyo", "nni"],
    ["eva", null, null, "nnn"],
    ["fynn", "oak.example", null, "..."],
  );
  const [single, pair] = bestChoices(asked);
  expect(single?.slots).toEqual(["slot 1"]);
  expect(single?.covered).toBe(2);
  expect(pair?.slots).toEqual(["slot 1", "slot 3"]);
  expect(pair).toMatchObject({ people: 6, answered: 5, covered: 4, coveredByYes: 3 });
  expect(pair?.leftOut).toEqual([
    { person: "eva", why: "no-slot-suits" },
    { person: "fynn", why: "not-answered" },
  ]);
  // The mean over the five who answered is (1 + 1 + 1 + ½ + 0) / 5, over oak.example (1 + ½) / 2.
  expect(pair?.merit).toEqual(addFractions(fraction(7, 10), fraction(3, 4)));
  expect(pair?.instances.map(({ name, mean }) => [name, mean])).toEqual([
    ["oak.example", fraction(3, 4)],
    ["elm.example", fraction(1)],
  ]);
  expect(pair?.zones[0]).toEqual({
    name: "Asia/Tokyo",
    people: 1,
    covered: 1,
    mean: fraction(1, 2),
    canBeServed: true,
  });
});

test("a large instance does not get its convenience at the price of a small one", () => {
  const asked = poll(
    ["ada", "elm.example", null, "yi"],
    ["ben", "elm.example", null, "yi"],
    ["cleo", "elm.example", null, "yi"],
    ["dag", "oak.example", null, "ny"],
  );
  // Slot 1: 3/4 for all and 0 for oak.example. Slot 2: 5/8 for all and 1/2 for elm.example, the worst-served.
  expect(chooseSlots(asked, 1).slots).toEqual(["slot 2"]);
  expect(chooseSlots(asked, 1).merit).toEqual(fraction(9, 8));
});

test("an instance that no slot suits does not hide how the others fare", () => {
  const asked = poll(
    ["ada", "elm.example", null, "yi"],
    ["ben", "elm.example", null, "yi"],
    ["cleo", "elm.example", null, "yi"],
    ["dag", "oak.example", null, "ny"],
    ["eva", "ash.example", null, "nn"],
  );
  const choice = chooseSlots(asked, 1);
  expect(choice.slots).toEqual(["slot 2"]);
  expect(choice.instances[0]).toMatchObject({ name: "ash.example", canBeServed: false });
});

test("who has not answered does not sway the choice", () => {
  const answered: readonly Row[] = [
    ["ada", "elm.example", "Europe/Rome", "yi"],
    ["ben", "oak.example", "Europe/Rome", "iy"],
  ];
  const silent: readonly Row[] = [
    ["cleo", "oak.example", "Europe/Rome", ".."],
    ["dag", "oak.example", "Europe/Rome", ".."],
  ];
  expect(chooseSlots(poll(...answered), 1).slots).toEqual(["slot 1"]);
  expect(chooseSlots(poll(...answered, ...silent), 1).slots).toEqual(["slot 1"]);
});

test("of equal choices, more people covered wins, then the zone served worst, then less night, then the earlier", () => {
  expect(chooseSlots(poll(["ada", null, null, "yi"], ["ben", null, null, "ni"]), 1).slots).toEqual(["slot 2"]);
  const zones = poll(
    ["ada", null, "Europe/Rome", "yi"],
    ["ben", null, "Europe/Rome", "iy"],
    ["cleo", null, "Europe/Paris", "iy"],
    ["dag", null, "Europe/Paris", "ii"],
    ["eva", null, "Europe/Rome", "yi"],
  );
  expect(chooseSlots(zones, 1).slots).toEqual(["slot 2"]);
  // 12:00 and 15:00 UTC are 21:00 and midnight in Tokyo, 7:00 and 10:00 in New York.
  expect(chooseSlots(poll(["ada", null, "Asia/Tokyo", "yy"]), 1).slots).toEqual(["slot 1"]);
  expect(chooseSlots(poll(["ada", null, "America/Denver", "yy"]), 1).slots).toEqual(["slot 2"]);
  expect(chooseSlots(poll(["ada", null, "America/New_York", "yy"]), 1).slots).toEqual(["slot 1"]);
});

test("the night in each zone is reported for the slots chosen, the heaviest burden first", () => {
  const asked = poll(["ada", null, "Asia/Tokyo", "yyn"], ["ben", null, "Europe/Rome", "yyn"]);
  expect(reportChoice(asked, ["slot 1", "slot 2"] as SlotId[]).nights).toEqual([
    { zone: "Asia/Tokyo", people: 1, nightMinutes: [0, 60], share: fraction(1, 2), alwaysAtNight: false },
    { zone: "Europe/Rome", people: 1, nightMinutes: [0, 0], share: zero, alwaysAtNight: false },
  ]);
  expect(reportChoice(asked, ["slot 2"] as SlotId[]).nights[0]).toMatchObject({
    share: fraction(1),
    alwaysAtNight: true,
  });
});

test("a poll without answers still gives a choice, and a poll with fewer slots than asked gives them all", () => {
  expect(chooseSlots(poll(["ada", "elm.example", null, "..."]), 2)).toMatchObject({
    slots: ["slot 1", "slot 2"],
    covered: 0,
    merit: zero,
  });
  expect(chooseSlots(poll(["ada", null, null, "y"]), 3).slots).toEqual(["slot 1"]);
  expect(bestChoices(poll(["ada", null, null, "yy"])).map((choice) => choice.slots.length)).toEqual([1, 2]);
  expect(chooseSlots({ slots: [], people: [] }, 1)).toMatchObject({ slots: [], people: 0, merit: zero });
});

const anyPoll = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }))
  .chain(([slotCount, peopleCount]) =>
    fc.array(
      fc.tuple(
        fc.constantFrom("elm.example", "oak.example", "ash.example", null),
        fc.constantFrom("Europe/Rome", "Asia/Tokyo", "America/Denver", null),
        fc.string({ unit: fc.constantFrom("y", "i", "n", "n", "."), minLength: slotCount, maxLength: slotCount }),
      ),
      { minLength: peopleCount, maxLength: peopleCount },
    ),
  )
  .map((rows) => poll(...rows.map(([instance, zone, answers], place): Row => [`p${place}`, instance, zone, answers])));

/** The choice by definition: every subset, every figure from the answers, in exact fractions. */
function chooseByDefinition({ slots, people }: PollStanding, count: number): readonly SlotId[] {
  const answered = people.filter((one) => one.availability.size > 0);
  const halves = (one: PollParticipant, chosen: readonly Slot[]) => {
    const answers = chosen.map(({ id }) => one.availability.get(id));
    if (answers.includes("yes")) return 2;
    return answers.includes("if-need-be") ? 1 : 0;
  };
  const mean = (group: readonly PollParticipant[], chosen: readonly Slot[]) =>
    group.length === 0
      ? zero
      : fraction(
          group.map((one) => halves(one, chosen)).reduce<number>((sum, worth) => sum + worth, 0),
          2 * group.length,
        );
  const worst = (nameOf: (one: PollParticipant) => string | null, chosen: readonly Slot[]) => {
    const names = [...new Set(answered.map(nameOf))].filter((name) => name !== null);
    const means = names
      .map((name) => answered.filter((one) => nameOf(one) === name))
      .filter((group) => compareFractions(mean(group, slots), zero) > 0)
      .map((group) => mean(group, chosen));
    return means.toSorted(compareFractions)[0] ?? zero;
  };
  const night = (chosen: readonly Slot[]) =>
    people.flatMap(({ zone }) => (zone === null ? [] : chosen.map(({ time }) => nightMinutes(time, zone))));
  const figures = (chosen: readonly Slot[]): readonly Fraction[] => [
    addFractions(
      mean(answered, chosen),
      worst((one) => one.instance, chosen),
    ),
    fraction(answered.filter((one) => halves(one, chosen) > 0).length),
    worst((one) => one.zone, chosen),
    fraction(-night(chosen).reduce((sum, minutes) => sum + minutes, 0)),
    ...chosen.map((slot) => fraction(-slots.indexOf(slot))),
  ];
  const better = (one: readonly Fraction[], other: readonly Fraction[]) =>
    one.map((figure, place) => compareFractions(figure, other[place] ?? zero)).find((order) => order !== 0) ?? 0;
  const best = subsets(slots, Math.min(count, slots.length)).reduce((champion, challenger) =>
    better(figures(challenger), figures(champion)) > 0 ? challenger : champion,
  );
  return best.map(({ id }) => id);
}

function subsets<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, place) => subsets(items.slice(place + 1), count - 1).map((rest) => [item, ...rest]));
}

test("the choice is the one that looking at every subset by definition gives", () => {
  fc.assert(
    fc.property(anyPoll, fc.constantFrom<SessionCount>(1, 2, 3), (asked, count) => {
      expect(chooseSlots(asked, count).slots).toEqual(chooseByDefinition(asked, count));
    }),
    { numRuns: 150 },
  );
});

test("one more session never makes the choice worse, and everybody is either covered or named", () => {
  fc.assert(
    fc.property(anyPoll, (asked) => {
      const choices = bestChoices(asked);
      for (const [place, choice] of choices.entries()) {
        const fewer = choices[place - 1];
        if (fewer !== undefined) expect(compareFractions(choice.merit, fewer.merit)).toBeGreaterThanOrEqual(0);
        expect(choice.covered + choice.leftOut.length).toBe(choice.people);
      }
    }),
    { numRuns: 50 },
  );
});

test("the order of people makes no difference to the choice", () => {
  fc.assert(
    fc.property(anyPoll, (asked) => {
      const reversed = { ...asked, people: asked.people.toReversed() };
      expect(chooseSlots(reversed, 2).slots).toEqual(chooseSlots(asked, 2).slots);
    }),
    { numRuns: 50 },
  );
});
