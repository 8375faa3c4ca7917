import { fieldNames, type FieldName } from "../entry-fields.ts";
import type { DescribedEntry } from "../entry.ts";

/** So many places stand side by side and can still be read. */
export const MOST_COMPARED = 4;

/**
 * The ids that an address names to compare, each once and in their order: `a, b, a` is `a, b`. More than can be compared are told apart, so
 * that nothing is left out in silence.
 */
export function comparedIds(given: readonly string[]): {
  readonly compared: readonly string[];
  readonly leftOut: number;
} {
  const ids = [...new Set(given.map((id) => id.trim()).filter((id) => id !== "" && id.length <= 64))];
  return { compared: ids.slice(0, MOST_COMPARED), leftOut: Math.max(0, ids.length - MOST_COMPARED) };
}

/** Of which fields somebody says something of at least one of these places, and of which nobody does of any; not the name, which heads each. */
export function comparedFields(entries: readonly Pick<DescribedEntry, "fields">[]): {
  readonly said: readonly FieldName[];
  readonly unsaid: readonly FieldName[];
} {
  const isSaid = (field: FieldName) => entries.some(({ fields }) => fields[field] !== undefined);
  const fields = fieldNames.filter((field) => field !== "name");
  return { said: fields.filter(isSaid), unsaid: fields.filter((field) => !isSaid(field)) };
}
