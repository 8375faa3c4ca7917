import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../repository-files.ts";
import { allGuards } from "./all-guards.ts";
import { withoutText } from "./scratch-checkout.ts";
import { outcomeOf, testsOfPlaywright } from "./test-outcome.ts";
import { threatsPage } from "./threats-page.ts";
import { threats } from "./threats.ts";

/** Every threat that must have a guard; a row is taken off here only when it is no threat any more. */
const rows = [...Array(17).keys()].map((place) => place + 1);
rows.push(18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 36, 37, 39, 41, 42, 43, 44);

const textOf = (file: string) => readFile(join(root, file), "utf8");

describe("the list of guards", () => {
  test("has at least one for every threat", () => {
    expect(threats.map(({ row }) => row)).toEqual(rows);
    expect(rows.filter((row) => !allGuards.some((guard) => guard.rows.includes(row)))).toEqual([]);
    expect(allGuards.flatMap((guard) => guard.rows.filter((row) => !rows.includes(row)))).toEqual([]);
  });

  test.each(allGuards.map((guard) => [guard.does, guard] as const))(
    "still finds its text once: %s",
    async (_does, guard) => {
      const after = new Map<string, string>();
      for (const removal of guard.without) {
        const before = after.get(removal.file) ?? (await textOf(removal.file));
        after.set(removal.file, withoutText(before, removal));
        expect(after.get(removal.file)).not.toBe(before);
      }
      expect(after.size).toBeGreaterThan(0);
      expect(await textOf(guard.shownBy.file)).toContain(guard.shownBy.named);
    },
  );

  test("is told in docs/threats.md as it stands (npm run test:guards -- --page)", async () => {
    expect(await textOf("docs/threats.md")).toBe(threatsPage(threats, allGuards));
  });
});

test("a text that stands twice, or not at all, is no guard to take out", () => {
  const removal = { file: "door.ts", text: " && mayEnter", becomes: "" };
  expect(withoutText("if (isOpen && mayEnter) enter();", removal)).toBe("if (isOpen) enter();");
  expect(() => withoutText("if (isOpen) enter();", removal)).toThrow("door.ts holds this not at all");
  expect(() => withoutText("a && mayEnter || b && mayEnter", removal)).toThrow("more than once");
});

describe("a test shows its guard", () => {
  const outcome = (failures: readonly string[], named = "is refused") => {
    const test = {
      file: "/somewhere/src/door.test.ts",
      name: "a stranger is refused",
      isPassed: failures.length === 0,
    };
    return outcomeOf([{ ...test, failures }], "src/door.test.ts", named);
  };

  test("when it sees another behaviour than it asks for", () => {
    expect(outcome(["AssertionError: expected 200 to be 403"])).toMatchObject({ contradicted: 1, thrown: 0 });
    expect(outcome([])).toMatchObject({ passed: 1, contradicted: 0 });
  });

  test("but not when it breaks in another way, or does not run at all", () => {
    expect(outcome(["TypeError: enter is not a function"])).toMatchObject({ contradicted: 0, thrown: 1 });
    expect(outcome(["AssertionError: x"], "another name")).toMatchObject({ passed: 0, contradicted: 0 });
  });

  test("in a browser as well", () => {
    const results = [{ errors: [{ message: "Error: \u001b[2mexpect(\u001b[22mreceived).toBe(expected)" }] }];
    const specs = [{ title: "runs nowhere", file: "house.spec.ts", tests: [{ status: "unexpected", results }] }];
    const tests = testsOfPlaywright({ suites: [{ title: "house.spec.ts", specs }] });
    expect(outcomeOf(tests, "journeys/house.spec.ts", "runs nowhere")).toMatchObject({ contradicted: 1 });
  });
});
