import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHeading } from "./agenda-lines.ts";
import { sumOf } from "./block.ts";
import { readAgenda } from "./read-agenda.ts";

/** Agendas in the form in which circles publish theirs, invented, each of a call of 90 minutes. */
const circleCall = `# Circle call, draft agenda

1500 [5 min] Admin
- who is here, who leaves early?
- who takes notes, who facilitates?
- confirm the next call
1505 [15 min] Check in [no notes]
1520 [5 min] Status of to-dos (round)
1525 [10 min] Updates from working circles
1535 [20 min] Review: how new people are let in
Host: Grace
- Round: any clarifying questions?
- Round: good enough for now and safe enough to try?
1555 [15 min] Scope: paying for storage
What would it cost each of us?
1610 [10 min] What are you taking out of this call? [round]
1620 [10 min] Feedback: what worked, what could be improved?

Backlog
- a second moderator for nights (15 min)
- the wiki
`;

const markdownCall = `## Agenda
**14:00 UTC** (10 min) – Welcome
14:10–14:40 Money
  * what do we pay for?
### 14:40 Plans
Everyone may bring one.
15:15 – Close (sans notes)
`;

describe("the agenda of a circle's call", () => {
  test("becomes blocks whose sum is the ninety minutes of the call", () => {
    const { blocks, unread } = readAgenda(circleCall, 90);
    expect(sumOf(blocks)).toBe(90);
    expect(blocks.map(({ title, minutes }) => [minutes, title])).toEqual([
      [5, "Admin"],
      [15, "Check in"],
      [5, "Status of to-dos"],
      [10, "Updates from working circles"],
      [20, "Review: how new people are let in"],
      [15, "Scope: paying for storage"],
      [10, "What are you taking out of this call?"],
      [10, "Feedback: what worked, what could be improved?"],
    ]);
    expect(blocks.some(({ isOffClock }) => isOffClock)).toBe(false);
    expect(unread).toEqual([{ line: 1, text: "# Circle call, draft agenda" }]);
  });

  test("takes no notes where it says so, and nowhere else", () => {
    const silent = readAgenda(circleCall, 90).blocks.filter(({ notes }) => !notes);
    expect(silent.map(({ title }) => title)).toEqual(["Check in"]);
  });

  test("has its questions as purpose, its rounds as rounds, and its hosts", () => {
    const { blocks } = readAgenda(circleCall, 90);
    expect(blocks[4]).toMatchObject({
      host: "Grace",
      purpose: "- Round: any clarifying questions?\n- Round: good enough for now and safe enough to try?",
    });
    expect(blocks[5]?.purpose).toBe("- What would it cost each of us?");
    expect(blocks.map(({ structure }) => structure === "round")).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test("carries its backlog over, with the minutes wanted", () => {
    expect(readAgenda(circleCall, 90).backlog).toEqual([
      { title: "a second moderator for nights", minutes: 15 },
      { title: "the wiki", minutes: undefined },
    ]);
  });
});

describe("an agenda in Markdown, with times of day", () => {
  test("has lengths from the times where none are said, and the rest of the session at its end", () => {
    const { blocks, unread } = readAgenda(markdownCall, 90);
    expect(blocks.map(({ title, minutes, lengthFrom }) => [title, minutes, lengthFrom])).toEqual([
      ["Welcome", 10, "said"],
      ["Money", 30, "said"],
      ["Plans", 35, "times"],
      ["Close", 15, "guess"],
    ]);
    expect(blocks.at(-1)?.notes).toBe(false);
    expect(unread.map(({ text }) => text)).toEqual(["## Agenda", "Everyone may bring one."]);
  });
});

test("a length that does not lead to the next time is pointed out", () => {
  const { blocks } = readAgenda("1500 [5 min] One\n1510 [5 min] Two", undefined);
  expect(blocks.map(({ isOffClock }) => isOffClock)).toEqual([true, false]);
});

test.each([
  ["10:00 [10 min] Ronda de llegada [sin notas]", "Ronda de llegada", false],
  ["10h00 Tour de table (10 min) (sans notes)", "Tour de table", false],
  ["10.00 Uhr Ankommen [10 Minuten] [ohne Notizen]", "Ankommen", false],
  ["1000 Giro iniziale, 10 minuti", "Giro iniziale", true],
])("%s is ten minutes from ten o'clock", (line, title, notes) => {
  expect(readHeading(line)).toMatchObject({ title, startsAt: 600, minutes: 10, notes });
});

test.each(["2026 was a good year?", "We met 15 people", "100% of us", "[no notes]", ""])(
  "%s is the heading of nothing",
  (line) => {
    const heading = readHeading(line);
    expect(heading?.minutes).toBeUndefined();
  },
);

test("of any text every line is understood or given back, and no block is without a title and a length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      for (const { title, minutes } of readAgenda(text, 60).blocks) {
        expect(title).not.toBe("");
        expect(minutes).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test("whatever is written in this form is read back with the same lengths", () => {
  const block = fc.record({ minutes: fc.integer({ min: 1, max: 60 }), notes: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 1439 }),
      (blocks, start) => {
        let at = start;
        const lines = blocks.map(({ minutes, notes }, place) => {
          const clock = `${String(Math.floor(at / 60) % 24).padStart(2, "0")}${String(at % 60).padStart(2, "0")}`;
          at = (at + minutes) % 1440;
          return `${clock} [${minutes} min] Part ${place}${notes ? "" : " [no notes]"}`;
        });
        const read = readAgenda(lines.join("\n"), undefined).blocks;
        expect(read.map(({ minutes, notes, isOffClock }) => ({ minutes, notes, isOffClock }))).toEqual(
          blocks.map((one) => ({ ...one, isOffClock: false })),
        );
      },
    ),
  );
});
