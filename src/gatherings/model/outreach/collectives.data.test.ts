import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rowsFrom } from "../../../kernel/text/csv.ts";
import { readTargets } from "./read-targets.ts";

const list = readFileSync(join(process.env["KOINON_TEST_DATA"] ?? "", "directory/collective-instances.csv"), "utf8");

test("the list of collectives can be taken over as it is: every entry with a domain that is neither closed nor planned", () => {
  const { targets, unread } = readTargets(rowsFrom(list));
  expect(unread).toEqual([]);
  expect(targets).toHaveLength(27);
  const italian = readTargets(rowsFrom(list), { country: "IT", language: "", software: "mastodon" });
  expect(italian.targets).toHaveLength(4);
});
