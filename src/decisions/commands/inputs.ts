import { z } from "zod";
import { isTimeZone } from "../../kernel/base/time.ts";
import { longestPost } from "../model/thread.ts";

/** Parts of inputs that several commands share, so that the same field is read the same way everywhere. */

export const communityInput = z.string().min(1).max(64);
export const idInput = z.string().min(1).max(64);
export const titleInput = z.string().trim().min(1).max(160);
/** Markdown. */
export const textInput = z.string().trim().min(1).max(longestPost);
export const reasonInput = z.string().trim().max(5_000).default("");
/** Why something of somebody else's was closed or removed; there is always a reason. */
export const careReasonInput = z.string().trim().min(1).max(1_000);
export const zoneInput = z.string().refine(isTimeZone, "unknown-zone");
export const languageInput = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "unknown-language");
/** An instant in ISO 8601. */
export const instantInput = z
  .string()
  .transform((text, problem) => instantIn(text) ?? (problem.addIssue("unreadable-time"), z.NEVER));

function instantIn(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
