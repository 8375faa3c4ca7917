import fc from "fast-check";
import { expect, test } from "vitest";
import type { SlotId } from "./gathering.ts";
import { nativeOptions, nativeRsvpOptions, optionNamed, slotsForNativePoll } from "./native-poll.ts";
import type { WordedSlot } from "./native-poll.ts";
import type { Slot } from "./slots.ts";

function slot(hour: number): Slot {
  const start = Temporal.PlainDateTime.from("2027-02-11T00:00").add({ hours: hour });
  return { id: `slot ${hour}` as SlotId, time: { start, zone: "Europe/Rome", lengthMinutes: 60 } };
}

function worded(...wordings: readonly (readonly string[])[]): readonly WordedSlot[] {
  return wordings.map((some, place) => ({ slot: `slot ${place + 1}` as SlotId, wordings: some }));
}

function namesOf(slots: readonly WordedSlot[], none = "None of these"): readonly string[] | string {
  const options = nativeOptions(slots, none);
  return options.ok ? options.value.map(({ name }) => name) : options.refusal.kind;
}

const rome = [{ zone: "Europe/Rome", people: 3 }];

test("a native poll asks about the slots that are day for those asked, in order of time", () => {
  const night = [0, 1, 2, 3, 4, 5].map(slot);
  const day = [20, 9, 15].map(slot);
  expect(slotsForNativePoll([...night, ...day], rome, 3).map(({ id }) => id)).toEqual(["slot 9", "slot 15", "slot 20"]);
});

test("a native poll takes five slots unless told otherwise, and never more than seven", () => {
  const many = Array.from({ length: 20 }, (_, hour) => slot(hour));
  expect(slotsForNativePoll(many, rome).length).toBe(5);
  expect(slotsForNativePoll(many, rome, 20).length).toBe(7);
});

test("every slot is an option, and none of these is the last", () => {
  const options = nativeOptions(worded(["Thu 11 Feb, 15:00 CET"], ["Fri 12 Feb, 15:00 CET"]), "None of these");
  expect(options).toEqual({
    ok: true,
    value: [
      { name: "Thu 11 Feb, 15:00 CET", chosen: "slot 1" },
      { name: "Fri 12 Feb, 15:00 CET", chosen: "slot 2" },
      { name: "None of these", chosen: "none" },
    ],
  });
});

test("the wording liked best is taken if it is short enough for all, so that all options look alike", () => {
  const long = "Thursday 11 February 2027, 15:00 Central European Time";
  expect(namesOf(worded([long, "Thu 11 Feb, 15:00 CET"], ["Friday 12 February", "Fri 12 Feb, 15:00 CET"]))).toEqual([
    "Thu 11 Feb, 15:00 CET",
    "Fri 12 Feb, 15:00 CET",
    "None of these",
  ]);
});

test("a wording that does not tell two slots apart is passed over", () => {
  expect(namesOf(worded(["11 Feb 01:30", "11 Feb 01:30 +2"], ["11 Feb 01:30", "11 Feb 01:30 +1"]))).toEqual([
    "11 Feb 01:30 +2",
    "11 Feb 01:30 +1",
    "None of these",
  ]);
});

test("if nothing is within 50 characters, 60 octets will do", () => {
  const name = "x".repeat(55);
  expect(namesOf(worded([name]))).toEqual([name, "None of these"]);
  expect(namesOf(worded(["x".repeat(61)]))).toBe("no-wording-fits");
  expect(namesOf(worded(["é".repeat(31)]))).toBe("no-wording-fits");
});

test("options that cannot be told apart, or are empty, are refused", () => {
  expect(namesOf(worded(["11 Feb"], ["11 feb"]))).toBe("no-wording-fits");
  expect(namesOf(worded(["None of these"]))).toBe("no-wording-fits");
  expect(namesOf(worded([" "]))).toBe("no-wording-fits");
  expect(namesOf(worded([]))).toBe("no-wording-fits");
});

test("a vote is matched by the name of its option, whatever its white space and Unicode form", () => {
  const options = nativeRsvpOptions({ going: "Sì, vengo", maybe: "Forse", "not-going": "No" });
  expect(options.map(({ answer }) => answer)).toEqual(["going", "maybe", "not-going"]);
  expect(optionNamed(options, "Si\u0300, vengo ")?.answer).toBe("going");
  expect(optionNamed(options, "no")).toBe(null);
  expect(optionNamed(options, "No, sorry")).toBe(null);
});

test("the narrow spaces of a formatted time do not keep a vote from its option", () => {
  const options = nativeOptions(worded(["Thu, 3:00\u202fPM\u00a0UTC"]), "None of these");
  expect(options.ok && optionNamed(options.value, "Thu, 3:00 PM UTC")?.chosen).toBe("slot 1");
  expect(options.ok && optionNamed(options.value, "Thu, 3:00\u202fPM\u00a0UTC")?.chosen).toBe("slot 1");
});

test("every option of a poll is found by its own name, and by no other", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { maxLength: 7 }),
      (names) => {
        const options = nativeOptions(worded(...names.map((name) => [name])), "None of these");
        if (!options.ok) return;
        for (const option of options.value) expect(optionNamed(options.value, option.name)).toBe(option);
      },
    ),
  );
});
