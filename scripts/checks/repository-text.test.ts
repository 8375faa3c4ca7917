import { expect, test } from "vitest";
import { bannedIn } from "./repository-text.ts";

// Put together here, since this file is looked at too.
const machine = ["", "root", "notes.txt"].join("/");
const later = ["TO", "DO"].join("");

test("a place on one machine is found with its line", () => {
  expect(bannedIn("docs/start.md", `First.\nThen look into ${machine}.`)).toEqual([
    `docs/start.md:2 names a place on one machine: Then look into ${machine}.`,
  ]);
});

test("an address that only looks like such a place is not found", () => {
  expect(bannedIn("docs/start.md", "See https://gather.example/root/groups and ./root/groups.")).toEqual([]);
});

test("work left for later is found, unless it carries the number of an issue", () => {
  expect(bannedIn("src/slot.ts", `// ${later}: count again`)).toHaveLength(1);
  expect(bannedIn("src/slot.ts", `// ${later} #12: count again`)).toEqual([]);
});

test("a test that is skipped or alone is found", () => {
  for (const word of ["skip", "only"])
    expect(bannedIn("src/slot.test.ts", `test.${word}("counts", () => {});`)).toHaveLength(1);
});
