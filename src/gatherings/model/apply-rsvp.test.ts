import fc from "fast-check";
import { expect, test } from "vitest";
import { applyRsvp, promoteWaiting } from "./apply-rsvp.ts";
import type { PersonId } from "./gathering.ts";
import { capacityOf, placesOf, waitingFor } from "./rsvp.ts";
import type { RsvpAnswer, RsvpChange, RsvpList, RsvpRequest, RsvpRules } from "./rsvp.ts";
import { seatsFrom } from "./seats/seating.ts";

const startsAt = Temporal.Instant.from("2027-02-11T14:00:00Z");
const receivedAt = Temporal.Instant.from("2027-02-01T09:00:00Z");
const plain = (capacity: number | null, audienceCapacity: number | null): RsvpRules => ({
  seats: seatsFrom({ capacity, audienceCapacity }, new Map()),
  startsAt,
});
const threePlaces = plain(3, 2);
const noLimits = plain(null, null);

type Said = readonly [name: string, answer: RsvpAnswer, people?: number];

function request([name, answer, people = 1]: Said, arrival: number): RsvpRequest {
  const seat = answer === "audience" ? "audience" : "anybody";
  return { person: name as PersonId, answer, people, seat, instance: null, arrival, receivedAt };
}

function answersInOrder(rules: RsvpRules, ...answers: readonly Said[]): RsvpChange {
  return answers.reduce<RsvpChange>(
    (change, said, arrival) => {
      const next = applyRsvp(change.list, rules, request(said, arrival));
      return next.ok ? next.value : { list: change.list, notices: [] };
    },
    { list: [], notices: [] },
  );
}

function refusalOf(list: RsvpList, rules: RsvpRules, asked: RsvpRequest) {
  const result = applyRsvp(list, rules, asked);
  return result.ok ? null : result.refusal;
}

function namesOf(list: RsvpList, standing: string, answer = "going") {
  return list.filter((entry) => entry.standing === standing && entry.answer === answer).map((entry) => entry.person);
}

test("who answers while there are places is confirmed", () => {
  const { list, notices } = answersInOrder(threePlaces, ["ada", "going"], ["ben", "going", 2]);
  expect(namesOf(list, "confirmed")).toEqual(["ada", "ben"]);
  expect(notices).toEqual([{ kind: "confirmed", person: "ben", answer: "going", people: 2 }]);
});

test("without a limit nobody waits", () => {
  const { list } = answersInOrder(noLimits, ["ada", "going", 10], ["ben", "going", 10], ["cleo", "audience", 10]);
  expect(list.every((entry) => entry.standing === "confirmed")).toBe(true);
});

test("who comes when it is full waits, and hears the place in the queue", () => {
  const { notices } = answersInOrder(threePlaces, ["ada", "going", 3], ["ben", "going"], ["cleo", "going", 2]);
  expect(notices).toEqual([
    { kind: "waitlisted", person: "cleo", answer: "going", people: 2, position: 2, freePlaces: 0 },
  ]);
});

test("a withdrawal promotes whoever waited longest, and tells both", () => {
  const { list, notices } = answersInOrder(
    threePlaces,
    ["ada", "going"],
    ["ben", "going", 2],
    ["cleo", "going"],
    ["dag", "going"],
    ["ada", "not-going"],
  );
  expect(namesOf(list, "confirmed")).toEqual(["ben", "cleo"]);
  expect(notices).toEqual([
    { kind: "noted", person: "ada", answer: "not-going" },
    { kind: "promoted", person: "cleo", answer: "going", people: 1 },
  ]);
});

test("a small party does not overtake a large one that waits for places", () => {
  const { list, notices } = answersInOrder(threePlaces, ["ada", "going", 2], ["ben", "going", 2], ["cleo", "going"]);
  expect(namesOf(list, "waiting")).toEqual(["ben", "cleo"]);
  expect(notices).toEqual([
    { kind: "waitlisted", person: "cleo", answer: "going", people: 1, position: 2, freePlaces: 1 },
  ]);
});

test("a waiting party that becomes smaller keeps its place and takes what is free", () => {
  const { list, notices } = answersInOrder(
    threePlaces,
    ["ada", "going", 2],
    ["ben", "going", 3],
    ["cleo", "going"],
    ["ben", "going", 1],
  );
  expect(namesOf(list, "confirmed")).toEqual(["ada", "ben"]);
  expect(notices).toEqual([{ kind: "confirmed", person: "ben", answer: "going", people: 1 }]);
});

test("a waiting party that becomes larger goes to the end of the queue", () => {
  const { list } = answersInOrder(
    threePlaces,
    ["ada", "going", 3],
    ["ben", "going"],
    ["cleo", "going"],
    ["ben", "going", 2],
  );
  expect(waitingFor(list, "anybody").map((entry) => entry.person)).toEqual(["cleo", "ben"]);
});

test("a confirmed party grows into free places, but not past those who wait", () => {
  const roomy = answersInOrder(threePlaces, ["ada", "going"], ["ada", "going", 3]);
  expect(placesOf(roomy.list, "anybody", threePlaces)).toEqual({ taken: 3, free: 0, waiting: 0 });

  const queued = answersInOrder(threePlaces, ["ada", "going", 2], ["ben", "going", 2]);
  expect(refusalOf(queued.list, threePlaces, request(["ada", "going", 3], 9))).toEqual({
    kind: "no-room-for-larger-party",
    held: 2,
    freePlaces: 0,
  });
});

test("a confirmed party that becomes smaller frees the rest", () => {
  const { notices } = answersInOrder(threePlaces, ["ada", "going", 3], ["ben", "going", 2], ["ada", "going", 1]);
  expect(notices).toEqual([
    { kind: "confirmed", person: "ada", answer: "going", people: 1 },
    { kind: "promoted", person: "ben", answer: "going", people: 2 },
  ]);
});

test("the audience has its own places and its own queue", () => {
  const { list } = answersInOrder(
    threePlaces,
    ["ada", "audience", 2],
    ["ben", "audience"],
    ["cleo", "going"],
    ["ada", "going"],
  );
  expect(namesOf(list, "confirmed", "audience")).toEqual(["ben"]);
  expect(namesOf(list, "confirmed", "going")).toEqual(["cleo", "ada"]);
});

test("maybe takes no place and gives back the one that was held", () => {
  const { list, notices } = answersInOrder(threePlaces, ["ada", "going", 3], ["ben", "going"], ["ada", "maybe"]);
  expect(namesOf(list, "noted", "maybe")).toEqual(["ada"]);
  expect(notices.map((notice) => notice.kind)).toEqual(["noted", "promoted"]);
});

test("an answer that arrives at the start or later is refused", () => {
  const late = { ...request(["ada", "going"], 1), receivedAt: startsAt };
  expect(refusalOf([], threePlaces, late)).toEqual({ kind: "rsvp-closed", startedAt: startsAt });
  const justInTime = { ...late, receivedAt: startsAt.subtract({ nanoseconds: 1 }) };
  expect(refusalOf([], threePlaces, justInTime)).toBe(null);
});

test("no audience seats means that nobody can have one", () => {
  const closed = plain(3, 0);
  expect(refusalOf([], closed, request(["ada", "audience"], 1))).toEqual({ kind: "no-audience-seats" });
});

test("a party must be one to ten people and fit the gathering at all", () => {
  const outOfRange = { kind: "party-size-out-of-range", most: 10 };
  expect(refusalOf([], noLimits, request(["ada", "going", 0], 1))).toEqual(outOfRange);
  expect(refusalOf([], noLimits, request(["ada", "going", 11], 1))).toEqual(outOfRange);
  expect(refusalOf([], noLimits, request(["ada", "going", 1.5], 1))).toEqual(outOfRange);
  expect(refusalOf([], threePlaces, request(["ada", "going", 4], 1))).toEqual({
    kind: "party-exceeds-capacity",
    capacity: 3,
  });
});

test("more places promote those who wait, fewer unseat nobody", () => {
  const { list } = answersInOrder(threePlaces, ["ada", "going", 3], ["ben", "going", 2], ["cleo", "going"]);
  const more = promoteWaiting(list, plain(5, 2));
  expect(more.notices).toEqual([{ kind: "promoted", person: "ben", answer: "going", people: 2 }]);
  const fewer = promoteWaiting(list, plain(1, 2));
  expect(fewer).toEqual({ list, notices: [] });
});

test("a party that can never fit any more does not hold up those behind it", () => {
  const { list } = answersInOrder(threePlaces, ["ada", "going", 2], ["ben", "going", 3], ["cleo", "going"]);
  const smaller = plain(2, 2);
  const change = applyRsvp(list, smaller, request(["ada", "going", 1], 9));
  expect(change.ok && namesOf(change.value.list, "confirmed")).toEqual(["cleo", "ada"]);
});

const anyAnswers = fc.array(
  fc.record({
    name: fc.constantFrom("ada", "ben", "cleo", "dag", "eva", "fynn", "gus"),
    answer: fc.constantFrom<RsvpAnswer>("going", "going", "audience", "maybe", "not-going"),
    people: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 40 },
);
const anyRules = fc.record({
  capacity: fc.integer({ min: 0, max: 8 }),
  audienceCapacity: fc.integer({ min: 0, max: 4 }),
});

/** Calls `check` with the list before and after each random answer. */
function afterEveryAnswer(check: (before: RsvpList, change: RsvpChange, asked: RsvpRequest, rules: RsvpRules) => void) {
  fc.assert(
    fc.property(anyRules, anyAnswers, (limits, answers) => {
      const rules = plain(limits.capacity, limits.audienceCapacity);
      let list: RsvpList = [];
      for (const [arrival, { name, answer, people }] of answers.entries()) {
        const asked = request([name, answer, people], arrival);
        const result = applyRsvp(list, rules, asked);
        if (!result.ok) continue;
        check(list, result.value, asked, rules);
        list = result.value.list;
      }
    }),
  );
}

test("the capacity is never exceeded", () => {
  afterEveryAnswer((_, { list }, __, rules) => {
    for (const seat of ["anybody", "audience"] as const) {
      expect(placesOf(list, seat, rules).taken).toBeLessThanOrEqual(capacityOf(seat, rules.seats) ?? 0);
    }
  });
});

test("a person stands in one place only", () => {
  afterEveryAnswer((_, { list }) => {
    expect(new Set(list.map((entry) => entry.person)).size).toBe(list.length);
  });
});

test("nobody is overtaken: whoever becomes confirmed came before all who still wait", () => {
  afterEveryAnswer((before, { list }) => {
    const wasConfirmed = (person: PersonId, seat: string) =>
      before.some((entry) => entry.person === person && entry.seat === seat && entry.standing === "confirmed");
    for (const seat of ["anybody", "audience"] as const) {
      const firstInQueue = waitingFor(list, seat)[0]?.arrival ?? Infinity;
      const seated = list.filter((entry) => entry.seat === seat && entry.standing === "confirmed");
      const newlySeated = seated.filter((entry) => !wasConfirmed(entry.person, seat));
      expect(newlySeated.filter((entry) => entry.arrival > firstInQueue)).toEqual([]);
    }
  });
});

test("no place stays empty that the first in the queue could take", () => {
  afterEveryAnswer((_, { list }, __, rules) => {
    for (const seat of ["anybody", "audience"] as const) {
      const first = waitingFor(list, seat)[0];
      expect(first === undefined || first.people > (placesOf(list, seat, rules).free ?? 0)).toBe(true);
    }
  });
});

test("saying the same again changes nothing and tells nobody", () => {
  afterEveryAnswer((_, { list }, asked, rules) => {
    const again = applyRsvp(list, rules, { ...asked, arrival: asked.arrival + 0.5 });
    expect(again).toEqual({ ok: true, value: { list, notices: [] } });
  });
});

test("everybody whose waiting ended is told, and nobody else", () => {
  afterEveryAnswer((before, { list, notices }, asked) => {
    const waited = before.filter((entry) => entry.standing === "waiting" && entry.person !== asked.person);
    const promoted = waited.filter((entry) =>
      list.some((now) => now.person === entry.person && now.standing === "confirmed"),
    );
    expect(
      notices
        .slice(1)
        .map((notice) => notice.person)
        .toSorted(),
    ).toEqual(promoted.map((entry) => entry.person).toSorted());
  });
});
