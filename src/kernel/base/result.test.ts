import { expect, test } from "vitest";
import { accepted, refused, unreachable } from "./result.ts";

test("an answer is a value or a refusal that says its kind", () => {
  expect(accepted(3)).toEqual({ ok: true, value: 3 });
  expect(refused({ kind: "poll-closed" })).toEqual({ ok: false, refusal: { kind: "poll-closed" } });
});

test("what no branch foresaw is a bug that names it", () => {
  expect(() => unreachable("perhaps" as never)).toThrow('"perhaps"');
});
