import { canonicalJson, type Json } from "../../kernel/base/canonical-json.ts";

/**
 * The names of the parts in which two versions of a thing differ, in the order of the first one.
 *
 * `changedParts({ name: "Plum", hue: "sea" }, { name: "Plum", hue: "rose" })` is `["hue"]`.
 */
export function changedParts<Thing extends object>(before: Thing, after: Thing): readonly string[] {
  return Object.entries(before).flatMap(([part, value]) => {
    const now: unknown = Object.entries(after).find(([name]) => name === part)?.[1];
    return sameMeaning(value, now) ? [] : [part];
  });
}

/** Two texts in several languages mean the same only in the same order: the first one is the original. */
function sameMeaning(one: unknown, other: unknown): boolean {
  const ordered = (value: unknown) =>
    canonicalJson((isPlainObject(value) ? Object.entries(value) : (value ?? null)) as Json);
  return ordered(one) === ordered(other);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
