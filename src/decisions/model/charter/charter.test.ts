import { expect, test } from "vitest";
import { earliestClosing, earliestOpening } from "./bylaws.ts";
import { amended, hashedCharter, isSameCharter, type Charter, type Matter } from "./charter.ts";

const matter = (id: string, said: Partial<Matter> = {}): Matter => ({
  id,
  name: id,
  way: "stance",
  share: "",
  method: "stance",
  settings: {},
  quorumPercent: 0,
  days: 3,
  threadDays: 0,
  putBy: "members",
  ...said,
});
const base: Charter = { opening: "We decide.", matters: [matter("charter"), matter("spending")] };

test("amendments of different parts stand together", () => {
  const renamed = { ...base, matters: [matter("charter"), matter("spending", { name: "Money" })] };
  const added = { opening: "We decide together.", matters: [...base.matters, matter("members")] };
  const both = amended(base, added, renamed);
  expect(both?.opening).toBe("We decide together.");
  expect(both?.matters.map(({ name }) => name)).toEqual(["charter", "Money", "members"]);
});

test("an amendment that takes a matter away leaves what others changed elsewhere", () => {
  const shorter = { ...base, matters: [matter("charter")] };
  const slower = { ...base, matters: [matter("charter", { days: 9 }), matter("spending")] };
  expect(amended(base, shorter, slower)?.matters).toEqual([matter("charter", { days: 9 })]);
});

test("an amendment of a part that another has changed meanwhile is overtaken, unless both say the same", () => {
  const slow = { ...base, matters: [matter("charter", { days: 9 }), matter("spending")] };
  const slower = { ...base, matters: [matter("charter", { days: 20 }), matter("spending")] };
  expect(amended(base, slower, slow)).toBeUndefined();
  expect(amended(base, slow, slow)).toEqual(slow);
  expect(amended(base, { ...base, opening: "A" }, { ...base, opening: "B" })).toBeUndefined();
});

test("a charter is hashed with its community and its version", () => {
  expect(hashedCharter("c", 1, base)).not.toBe(hashedCharter("c", 2, base));
  expect(isSameCharter(base, { ...base, matters: base.matters.map((one) => ({ ...one })) })).toBe(true);
  expect(isSameCharter(base, { ...base, opening: "" })).toBe(false);
});

test("days of rules are days of 24 hours", () => {
  const noon = Temporal.Instant.from("2027-03-27T12:00:00Z");
  expect(earliestClosing(noon, { days: 3 }).toString()).toBe("2027-03-30T12:00:00Z");
  expect(earliestOpening(noon, { threadDays: 4 }).toString()).toBe("2027-03-31T12:00:00Z");
});
