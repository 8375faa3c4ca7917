import type { z } from "zod";
import type { Result } from "../base/result.ts";
import type { InputProblem, InvalidInput } from "./command.ts";

/** Turns raw input into a typed value, or into problems that name their fields. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): Result<z.output<Schema>, InvalidInput> {
  const input = keepable(raw);
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => problemFromIssue(issue, input));
  return { ok: false, refusal: { kind: "invalid-input", problems } };
}

/**
 * The same input with texts that both engines can keep and any hash can cover: NUL, which PostgreSQL refuses, is dropped, and half a
 * surrogate pair becomes U+FFFD.
 */
function keepable(raw: unknown): unknown {
  if (typeof raw === "string") return raw.replaceAll("\u0000", "").toWellFormed();
  if (Array.isArray(raw)) return raw.map(keepable);
  if (typeof raw !== "object" || raw === null) return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, keepable(value)]));
}

/** zod's issue as one of our problems. A schema may name its own by a message in kebab-case: `z.string().refine(…, "unknown-zone")`. */
function problemFromIssue(issue: z.core.$ZodIssue, input: unknown): InputProblem {
  const field = issue.path.map(String).join(".");
  const own = /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : undefined;
  if (own !== undefined) return { field, problem: own, values: {} };
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) <= 1) return { field, problem: "required", values: {} };
      return {
        field,
        problem: issue.origin === "string" ? "too-short" : "too-small",
        values: { least: Number(issue.minimum) },
      };
    case "too_big":
      return {
        field,
        problem: issue.origin === "string" ? "too-long" : "too-large",
        values: { most: Number(issue.maximum) },
      };
    // A choice of which none was made comes as no value at all, or as an empty one.
    case "invalid_value":
    case "invalid_type":
      return { field, problem: isMissing(input, issue.path) ? "required" : "not-understood", values: {} };
    case "invalid_format":
      return { field, problem: issue.format === "email" ? "not-an-address" : "not-understood", values: {} };
    default:
      return { field, problem: "not-understood", values: {} };
  }
}

/** Whether nothing was sent at this place; zod's own issues do not keep what they complain of. */
function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const name of path) {
    if (typeof value !== "object" || value === null) return true;
    value = Reflect.get(value, name);
  }
  return value === undefined || value === "";
}
