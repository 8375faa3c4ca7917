import { expect, test } from "vitest";
import { plainLife } from "./life.ts";
import { templateFields, templateOf } from "./template.ts";

const proposal = {
  method: "single-choice",
  methodVersion: 1,
  options: ["Pear", "Plum", "Fig"],
  settings: { required: "majority", none: true, tieOrder: [0, 1] },
  secrecy: "open",
  showsCount: "after-own",
  reasons: "required",
  quorumPercent: 20,
  openedAt: Temporal.Instant.from("2027-02-01T12:00:00Z"),
  closesAt: Temporal.Instant.from("2027-02-05T12:00:00Z"),
} as const;

test("a template holds the rules of a proposal, for as many days, without what voters added", () => {
  const template = templateOf(proposal, { ...plainLife, added: 1, reminds: "all" }, "Why now?");
  expect(template).toMatchObject({ options: ["Pear", "Plum"], days: 4, text: "Why now?", quorumPercent: 20 });
  expect(template.life.reminds).toBe("all");
});

test("a template fills in the form, ticks among it", () => {
  const fields = templateFields(templateOf(proposal, plainLife, "Why now?"), "Pear\nPlum\nFig");
  expect(fields).toMatchObject({
    required: ["majority"],
    none: ["yes"],
    options: ["Pear\nPlum\nFig"],
    reminds: ["silent"],
  });
  expect(fields).not.toHaveProperty("tieOrder");
  expect(fields).not.toHaveProperty("shuffles");
});
