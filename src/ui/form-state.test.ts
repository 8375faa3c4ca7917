import { expect, test } from "vitest";
import { testFrame } from "../../testing/house-style/test-frame.ts";
import { hasFaults, refusedForm, untouchedForm } from "./form-state.ts";

const { t } = testFrame();
const typed = { purpose: ["We meet"] };

test("a form nobody has sent has nothing to mend", () => {
  expect(hasFaults(untouchedForm(t))).toBe(false);
});

test("the problems of an input stand beside their fields, the first of each, and what was typed is kept", () => {
  const problems = [
    { field: "purpose", problem: "too-short", values: { least: 10 } },
    { field: "purpose", problem: "not-understood", values: {} },
    { field: "__proto__", problem: "required", values: {} },
  ];
  const form = refusedForm(t, typed, { kind: "invalid-input", problems });
  expect(form.typed).toBe(typed);
  expect(form.faults["purpose"]).toBe("Write at least 10 characters.");
  expect(form.faults["__proto__"]).toBe("This is needed.");
  expect(hasFaults(form)).toBe(true);
});

test("a refusal that names a field stands beside it, any other above the form", () => {
  const named: { kind: string; field: string } = { kind: "too-many", field: "purpose" };
  expect(refusedForm(t, typed, named).faults).toEqual({ purpose: t("refusal.too-many") });
  expect(refusedForm(t, typed, { kind: "too-many" })).toMatchObject({ faults: {}, fault: t("refusal.too-many") });
});
