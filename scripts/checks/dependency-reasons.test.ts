import { expect, test } from "vitest";
import { unexplained } from "./dependency-reasons.ts";

const listed = { dependencies: { hono: "4.13.19" }, devDependencies: {}, overrides: {} };

test("a dependency with a reason is fine", () => {
  expect(unexplained(listed, "| `hono` | Routes |\n")).toEqual([]);
});

test("a dependency without a reason, or with an empty one, is found", () => {
  const finding = "docs/dependencies.md gives no reason for hono";
  expect(unexplained(listed, "")).toEqual([finding]);
  expect(unexplained(listed, "| `hono` |  |\n")).toEqual([finding]);
});

test("a reason for a package that is gone is found", () => {
  expect(unexplained({ ...listed, dependencies: {} }, "| `hono` | Routes |\n")).toEqual([
    "docs/dependencies.md gives a reason for hono, which package.json does not list",
  ]);
});

test("a version that may move by itself is found", () => {
  expect(unexplained({ ...listed, dependencies: { hono: "^4.13.19" } }, "| `hono` | Routes |\n")).toEqual([
    "package.json does not pin hono exactly (^4.13.19)",
  ]);
});
