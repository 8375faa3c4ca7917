import { z } from "zod";

/** A day that exists, ISO 8601: `2027-03-12`. */
export const dayInput = z.string().min(1).max(10).refine(isDay);

/** As {@link dayInput}; may stay empty. */
export const optionalDayInput = z
  .string()
  .max(10)
  .refine((text) => text === "" || isDay(text))
  .default("");

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
