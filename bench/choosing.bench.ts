import type { Availability } from "../src/gatherings/model/availability.ts";
import { chooseSlots, reportChoice, type PollStanding } from "../src/gatherings/model/choose-slots.ts";
import type { PersonId, SlotId } from "../src/gatherings/model/gathering.ts";
import { compareFractions } from "../src/kernel/base/fraction.ts";
import { seededRandom } from "../src/kernel/base/seeded.ts";
import { median, percentile, rounded } from "./parts/numbers.ts";
import { tell, verdict } from "./parts/results.ts";

// Goal of gatherings: the best three of 48 slots for 150 people within 200 ms, exact. Each poll is chosen once, as a page does, and for
// some of them every one of the 17,296 triples is weighed by the definition alone: none may be better than the one found.
const PEOPLE = 150;
const SLOTS = 48;
const POLLS = Number(process.env["KOINON_BENCH_POLLS"] ?? 60);
const WEIGHED = Number(process.env["KOINON_BENCH_WEIGHED"] ?? 2);
const GOAL_MS = 200;

const zones = [
  "Europe/Rome",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "America/Sao_Paulo",
  null,
] as const;
const shapes = ["scattered", "by-zone", "all-alike"] as const;

const measured = shapes.map((shape) => {
  const milliseconds: number[] = [];
  let better = 0;
  for (let turn = 0; turn < POLLS; turn++) {
    const poll = randomPoll(shape, turn);
    const began = performance.now();
    const found = chooseSlots(poll, 3);
    milliseconds.push(performance.now() - began);
    if (turn < WEIGHED && isBeaten(poll, found.slots)) better += 1;
  }
  return { shape, milliseconds, better };
});

const slowest = Math.max(...measured.flatMap(({ milliseconds }) => milliseconds));
const beaten = measured.reduce((sum, { better }) => sum + better, 0);
tell(
  "choosing",
  ".",
  [
    ...measured.map(
      ({ shape, milliseconds }) =>
        `${shape}: median ${rounded(median(milliseconds))} ms, p95 ${rounded(percentile(milliseconds, 95))} ms, ` +
        `slowest ${rounded(Math.max(...milliseconds))} ms of ${milliseconds.length}`,
    ),
    verdict(
      `three of ${SLOTS} slots for ${PEOPLE} people within ${GOAL_MS} ms`,
      `${rounded(slowest)} ms`,
      slowest <= GOAL_MS,
    ),
    verdict(
      "no triple better than the one found",
      `${beaten} better, of ${WEIGHED * shapes.length} polls weighed by the definition`,
      beaten === 0,
    ),
  ],
  { people: PEOPLE, slots: SLOTS, measured },
);

/** People of twelve instances and six zones; they answer at random, by the hour where they are, or nearly all alike. */
function randomPoll(shape: (typeof shapes)[number], turn: number): PollStanding {
  const random = seededRandom(`choosing ${shape} ${turn}`);
  const draw = (bound: number) => Number(random() % BigInt(bound));
  const first = Temporal.PlainDateTime.from("2027-02-08T00:00");
  const slots = Array.from({ length: SLOTS }, (_, place) => ({
    id: `slot ${place}` as SlotId,
    time: { start: first.add({ hours: 3 * place }), zone: "UTC", lengthMinutes: 90 },
  }));
  const people = Array.from({ length: PEOPLE }, (_, place) => {
    const zone = zones[place % zones.length] ?? null;
    const availability = new Map<SlotId, Availability>(
      slots.map(({ id }, slot) => [id, answerOf(shape, draw, place, slot)]),
    );
    return { person: `person ${place}` as PersonId, instance: `i${draw(12)}.example`, zone, availability };
  });
  return { slots, people };
}

function answerOf(
  shape: (typeof shapes)[number],
  draw: (bound: number) => number,
  place: number,
  slot: number,
): Availability {
  const luck = draw(10);
  switch (shape) {
    case "scattered":
      return luck < 2 ? "yes" : luck < 3 ? "if-need-be" : "no";
    case "by-zone":
      return (slot + place) % zones.length < 2 && luck < 7 ? "yes" : luck < 1 ? "if-need-be" : "no";
    case "all-alike":
      return luck < 9 === slot % 2 > 0 ? "yes" : "no";
  }
}

/** Whether some triple has a greater merit, by the definition alone. */
function isBeaten(poll: PollStanding, chosen: readonly SlotId[]): boolean {
  const { merit } = reportChoice(poll, chosen);
  const ids = poll.slots.map(({ id }) => id);
  return ids.some((one, first) =>
    ids
      .slice(first + 1)
      .some((two, second) =>
        ids
          .slice(first + second + 2)
          .some((three) => compareFractions(reportChoice(poll, [one, two, three]).merit, merit) > 0),
      ),
  );
}
