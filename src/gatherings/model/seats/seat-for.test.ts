import { expect, test } from "vitest";
import { seatFor, type SeatSeeker } from "./seat-for.ts";
import type { SeatKind } from "./seating.ts";

const seats = (...kinds: readonly SeatKind[]) => new Map(kinds.map((kind) => [kind, null] as const));
const seeker = (about: Partial<SeatSeeker>): SeatSeeker => ({ isMember: false, instance: null, held: null, ...about });
const delegate = seeker({ instance: "a.example" });

test("where anybody may come, every answer has the plain seat", () => {
  expect(seatFor("going", "delegate", delegate, seats("anybody"))).toEqual({ ok: true, value: "anybody" });
});

test("a reply takes a member's seat for members, and else a delegate's", () => {
  const open = seats("member", "delegate");
  expect(seatFor("going", null, delegate, open)).toEqual({ ok: true, value: "delegate" });
  expect(seatFor("going", null, { ...delegate, isMember: true }, open)).toEqual({ ok: true, value: "member" });
});

test("a second reply keeps the seat that somebody chose", () => {
  const founder = { ...delegate, held: "founder" as const };
  expect(seatFor("going", null, founder, seats("delegate", "founder"))).toEqual({ ok: true, value: "founder" });
  expect(seatFor("going", null, founder, seats("delegate"))).toEqual({ ok: true, value: "delegate" });
});

test("nobody is taken for somebody who starts an instance: they are asked", () => {
  const refusal = { kind: "seat-to-choose" };
  expect(seatFor("going", null, seeker({}), seats("member", "founder"))).toEqual({ ok: false, refusal });
  expect(seatFor("going", "founder", seeker({}), seats("member", "founder"))).toEqual({ ok: true, value: "founder" });
});

test("who has no seat to take hears why", () => {
  const why = (wanted: SeatKind | null, who: SeatSeeker, ...open: readonly SeatKind[]) => {
    const result = seatFor("going", wanted, who, seats(...open));
    return result.ok ? result.value : result.refusal.kind;
  };
  expect(why(null, delegate, "member")).toBe("not-eligible");
  expect(why("member", delegate, "member", "delegate")).toBe("seat-for-members");
  expect(why("delegate", seeker({}), "delegate")).toBe("seat-for-instances");
  expect(why("founder", delegate, "delegate")).toBe("seat-not-open");
  expect(why("audience", delegate, "delegate")).toBe("seat-not-open");
  expect(seatFor("audience", null, seeker({}), seats("member"))).toEqual({ ok: true, value: "audience" });
});
