import type { z } from "zod";
import type { Result } from "../base/result.ts";
import type { InputProblem, InvalidInput } from "./command.ts";

/** Turns raw input into a typed value, or into problems that name their fields. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): Result<z.output<Schema>, InvalidInput> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refusal: { kind: "invalid-input", problems: parsed.error.issues.map(problemFromIssue) } };
}

/** zod's issue as one of our problems. A schema may name its own by a message in kebab-case: `z.string().refine(…, "unknown-zone")`. */
function problemFromIssue(issue: z.core.$ZodIssue): InputProblem {
  const field = issue.path.map(String).join(".");
  const own = /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : undefined;
  if (own !== undefined) return { field, problem: own, values: {} };
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) <= 1) return { field, problem: "required", values: {} };
      return { field, problem: issue.origin === "string" ? "too-short" : "too-small", values: { least: Number(issue.minimum) } };
    case "too_big":
      return { field, problem: issue.origin === "string" ? "too-long" : "too-large", values: { most: Number(issue.maximum) } };
    case "invalid_type":
      return { field, problem: issue.input === undefined ? "required" : "not-understood", values: {} };
    case "invalid_format":
      return { field, problem: issue.format === "email" ? "not-an-address" : "not-understood", values: {} };
    default:
      return { field, problem: "not-understood", values: {} };
  }
}
