import { z } from "zod";
import { longestPost } from "../../model/thread.ts";

/** The text of a post, which one from another server may lack if it carries something there. */
export const textOrNoneInput = z.string().trim().max(longestPost);

/** A post says something: in words, or, as people elsewhere do, by a picture alone. */
export function saysSomething({
  value,
  issues,
}: z.core.ParsePayload<{ readonly text: string; readonly elsewhere: readonly unknown[] }>): void {
  if (value.text !== "" || value.elsewhere.length > 0) return;
  issues.push({ code: "too_small", origin: "string", minimum: 1, inclusive: true, input: value.text, path: ["text"] });
}
