/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Canonical JSON: one text for one meaning, so that a hash of it can be recomputed by anyone.
 *
 * Follows RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them. `canonicalJson({ b: 1, a: [true] })` is `{"a":[true],"b":1}`. Members that are `undefined` are left
 * out. Numbers that JSON cannot hold and text with half a surrogate pair are a bug of the caller, and throw.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") return canonicalText(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`JSON holds no number ${value}`);
    return JSON.stringify(value);
  }
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name];
      return member === undefined ? [] : [`${canonicalText(name)}:${canonicalJson(member)}`];
    });
  return `{${members.join(",")}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new Error("JSON holds no text with half a surrogate pair");
  return JSON.stringify(text);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
