import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { readTargets } from "./read-targets.ts";

const list = readFileSync(join(process.env["KOINON_TEST_DATA"] ?? "", "directory/collective-instances.csv"), "utf8");

test("the list of collectives can be taken over as it is: every entry with a domain that is neither closed nor planned", () => {
  const { targets, skipped } = readTargets(rowsFrom(list));
  expect(targets).toHaveLength(27);
  const reasons = skipped.map(({ reason }) => reason);
  expect(reasons.toSorted()).toEqual(["closed", "planned", "planned"]);
  expect(skipped.every(({ what }) => what !== "")).toBe(true);
  expect(new Set(targets.map(({ kind }) => kind))).toEqual(new Set(["instance"]));
  const italian = readTargets(rowsFrom(list), { country: "IT", language: "", software: "mastodon" });
  expect(italian.targets).toHaveLength(4);
});
