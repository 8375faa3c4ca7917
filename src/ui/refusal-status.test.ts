import { expect, test } from "vitest";
import { refusalStatus } from "./refusal-status.ts";

test.each([
  ["sign-in-needed", 401],
  ["not-allowed", 403],
  ["not-found", 404],
  ["too-many", 429],
  ["storage-full", 503],
  ["try-later", 503],
  ["poll-closed", 422],
  ["toString", 422],
])("a refusal of kind %s answers %i", (kind, status) => {
  expect(refusalStatus({ kind })).toBe(status);
});
