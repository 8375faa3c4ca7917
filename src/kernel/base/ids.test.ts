import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { idSource } from "./ids.ts";

const bytes = (hex: string) => () => Uint8Array.from(Buffer.from(hex, "hex"));

// RFC 9562, appendix A.6 and A.3; where the RFC's example has random bits after the time, ours counts within the millisecond.
test("ids are laid out as the examples of RFC 9562", () => {
  const ordered = idSource(() => 0x017f22e279b0, bytes("18c4dc0c0c07398f"));
  expect(ordered.next()).toBe("017f22e2-79b0-7000-98c4-dc0c0c07398f");
  expect(ordered.next()).toBe("017f22e2-79b0-7001-98c4-dc0c0c07398f");
  const unordered = idSource(() => 0, bytes("919108f752d143205bacf847db4148a8"));
  expect(unordered.unordered()).toBe("919108f7-52d1-4320-9bac-f847db4148a8");
});

test("ids sort by the order in which they were made, also ten thousand of them within one millisecond", () => {
  const ids = idSource(() => 1_800_000_000_000, randomBytes);
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test("ids keep their order when the clock is set back", () => {
  let now = 1_800_000_000_000;
  const ids = idSource(() => now, randomBytes);
  const made = [0, -3_600_000, -1, 1, 2].map((milliseconds) => {
    now += milliseconds;
    return ids.next();
  });
  expect(made.toSorted()).toEqual(made);
});

test("an id of a thing whose time is secret says nothing of the time", () => {
  const ids = idSource(() => 1_800_000_000_000, randomBytes);
  const made = Array.from({ length: 200 }, () => ids.unordered());
  expect(new Set(made.map((id) => id.slice(0, 8))).size).toBeGreaterThan(190);
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
});
