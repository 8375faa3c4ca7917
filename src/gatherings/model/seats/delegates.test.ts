import fc from "fast-check";
import { expect, test } from "vitest";
import { applyRsvp } from "../apply-rsvp.ts";
import type { PersonId } from "../gathering.ts";
import { capacityOf, placesOf, waitingFor, type RsvpList, type RsvpRequest, type RsvpRules } from "../rsvp.ts";
import { placesInAll, seatsFrom, type OpenableKind, type SeatKind } from "./seating.ts";

const startsAt = Temporal.Instant.from("2027-02-11T14:00:00Z");
const receivedAt = Temporal.Instant.from("2027-02-01T09:00:00Z");

function rulesWith(
  opened: Partial<Record<OpenableKind, number | null>>,
  audienceCapacity: number | null = 0,
): RsvpRules {
  const kinds = new Map(Object.entries(opened) as [OpenableKind, number | null][]);
  return { seats: seatsFrom({ capacity: 50, audienceCapacity }, kinds), startsAt };
}

function asks(name: string, seat: SeatKind, instance: string | null, arrival: number, people = 1): RsvpRequest {
  return { person: name as PersonId, answer: "going", seat, instance, people, arrival, receivedAt };
}

function apply(list: RsvpList, rules: RsvpRules, request: RsvpRequest) {
  const result = applyRsvp(list, rules, request);
  if (!result.ok) throw new Error(result.refusal.kind);
  return result.value;
}

const open = rulesWith({ delegate: 3 });

test("the second delegate of an instance waits, and hears who has the seat", () => {
  const first = apply([], open, asks("ada", "delegate", "a.example", 1));
  const second = apply(first.list, open, asks("ben", "delegate", "a.example", 2));
  expect(second.notices).toEqual([{ kind: "delegate-waits", person: "ben", holder: "ada" }]);
  expect(placesOf(second.list, "delegate", open)).toEqual({ taken: 1, free: 2, waiting: 1 });
});

test("who waits for a delegate of their own instance holds up nobody of another one", () => {
  const requests = [
    asks("ada", "delegate", "a.example", 1),
    asks("ben", "delegate", "a.example", 2),
    asks("cleo", "delegate", "c.example", 3),
  ];
  const list = requests.reduce<RsvpList>((before, request) => apply(before, open, request).list, []);
  expect(list.find(({ person }) => person === "cleo")?.standing).toBe("confirmed");
});

test("a delegate who withdraws makes room for the next of the same instance", () => {
  const list = [asks("ada", "delegate", "a.example", 1), asks("ben", "delegate", "a.example", 2)].reduce<RsvpList>(
    (before, request) => apply(before, open, request).list,
    [],
  );
  const { notices } = apply(list, open, { ...asks("ada", "delegate", "a.example", 3), answer: "not-going" });
  expect(notices).toContainEqual({ kind: "promoted", person: "ben", answer: "going", people: 1 });
});

test("a delegate comes alone, and a seat that is not open is refused", () => {
  const two = applyRsvp([], open, asks("ada", "delegate", "a.example", 1, 2));
  expect(two).toEqual({ ok: false, refusal: { kind: "delegate-comes-alone" } });
  const closed = applyRsvp([], open, asks("ada", "member", "a.example", 1));
  expect(closed).toEqual({ ok: false, refusal: { kind: "seat-not-open" } });
});

test("whoever changes from one kind to another gives the first seat back", () => {
  const rules = rulesWith({ member: 1, founder: 1 });
  const list = [asks("ada", "member", null, 1), asks("ben", "member", null, 2)].reduce<RsvpList>(
    (before, request) => apply(before, rules, request).list,
    [],
  );
  const { list: after, notices } = apply(list, rules, asks("ada", "founder", null, 3));
  expect(notices).toContainEqual({ kind: "promoted", person: "ben", answer: "going", people: 1 });
  expect(after.filter(({ standing }) => standing === "confirmed").map(({ seat }) => seat)).toEqual([
    "member",
    "founder",
  ]);
});

test("places in all are the sum of the kinds, without the audience, and none when one kind has no limit", () => {
  expect(placesInAll(rulesWith({ member: 4, delegate: 6 }, 9).seats)).toBe(10);
  expect(placesInAll(rulesWith({ member: 4, founder: null }).seats)).toBe(null);
  expect(placesInAll(rulesWith({}).seats)).toBe(50);
});

const anyRequests = fc.array(
  fc.record({
    name: fc.constantFrom("ada", "ben", "cleo", "dag", "eva", "fynn", "gus", "hana"),
    answer: fc.constantFrom("going" as const, "going" as const, "going" as const, "not-going" as const),
    seat: fc.constantFrom<SeatKind>("member", "delegate", "founder"),
    people: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 40 },
);
/** Four instances of two people each. */
const instanceOf = (name: string) => `${"abcdefgh".indexOf(name.charAt(0)) % 4}.example`;

/** Calls `check` with the list after each random answer. */
function afterEveryAnswer(check: (list: RsvpList, rules: RsvpRules) => void) {
  const limits = fc.record({
    member: fc.integer({ min: 0, max: 4 }),
    delegate: fc.integer({ min: 0, max: 4 }),
    founder: fc.option(fc.integer({ min: 0, max: 2 })),
  });
  fc.assert(
    fc.property(limits, anyRequests, (opened, requests) => {
      const rules = rulesWith(opened);
      let list: RsvpList = [];
      for (const [arrival, { name, answer, seat, people }] of requests.entries()) {
        const size = seat === "delegate" ? 1 : people;
        const result = applyRsvp(list, rules, { ...asks(name, seat, instanceOf(name), arrival, size), answer });
        if (result.ok) check((list = result.value.list), rules);
      }
    }),
  );
}

test("no kind ever has more people than places, and no instance more than one delegate", () => {
  afterEveryAnswer((list, rules) => {
    for (const seat of rules.seats.keys()) {
      expect(placesOf(list, seat, rules).taken).toBeLessThanOrEqual(capacityOf(seat, rules.seats) ?? Infinity);
    }
    const delegates = list.filter((entry) => entry.seat === "delegate" && entry.standing === "confirmed");
    expect(new Set(delegates.map(({ instance }) => instance)).size).toBe(delegates.length);
  });
});

test("no delegate's seat stays empty that an instance without a delegate waits for", () => {
  afterEveryAnswer((list, rules) => {
    const represented = new Set(
      list
        .filter((entry) => entry.seat === "delegate" && entry.standing === "confirmed")
        .map(({ instance }) => instance),
    );
    const could = waitingFor(list, "delegate").filter(({ instance }) => !represented.has(instance));
    expect(could.length === 0 || placesOf(list, "delegate", rules).free === 0).toBe(true);
  });
});
