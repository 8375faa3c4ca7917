import type { MessageValues, Translator } from "./translator.ts";

/** A value as events, refusals and notices carry it: plain, or to be put into words for each reader. */
export type UnspokenValue =
  | string
  | number
  /** An ISO 8601 instant, told in the reader's zone. */
  | { readonly instant: string }
  /** An ISO 8601 day, which is the same in every zone. */
  | { readonly day: string }
  /** Another message, told in the reader's language, with plain values of its own if it has any. */
  | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> };

/** Data put into one reader's words; whatever is no {@link UnspokenValue} has no words and is left out. */
export function spokenValues(t: Translator, data: Readonly<Record<string, unknown>>): MessageValues {
  const spoken: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    const words = wordsFor(t, value);
    if (words !== undefined) spoken[name] = words;
  }
  return spoken;
}

function plainOf(values: unknown): MessageValues {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === "string" || typeof value === "number"),
  );
}

function wordsFor(t: Translator, value: unknown): string | number | undefined {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value !== "object" || value === null) return undefined;
  if ("instant" in value && typeof value.instant === "string") return t.dateTime(Temporal.Instant.from(value.instant));
  if ("day" in value && typeof value.day === "string") return t.weekdayDate(Temporal.PlainDate.from(value.day));
  if ("key" in value && typeof value.key === "string")
    return t(value.key, "values" in value ? plainOf(value.values) : {});
  return undefined;
}
