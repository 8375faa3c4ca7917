import { z } from "zod";

/** What a class or an organisation is called. */
export const shortNameField = z.string().trim().min(1).max(80);

/** A day as a form sends it; null for none. Problem `unreadable-date`. */
export const dayField = z
  .string()
  .trim()
  .max(10)
  .default("")
  .transform((text, problem) => {
    if (text === "") return null;
    if (isDay(text)) return text;
    problem.addIssue("unreadable-date");
    return z.NEVER;
  });

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
