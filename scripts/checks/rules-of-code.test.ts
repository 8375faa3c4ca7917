import { expect, test } from "vitest";
import { findingsInFixture } from "./import-rules.ts";
import { unseenViolations } from "./lint.ts";

test("the linter refuses queries made of text, and requests past the egress guard (rows 10 and 39)", async () => {
  expect(await unseenViolations()).toEqual([]);
});

test("nothing but the egress guard may import what asks other servers (row 10)", async () => {
  expect(await findingsInFixture()).toEqual([]);
});
