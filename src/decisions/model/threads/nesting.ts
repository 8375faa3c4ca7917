/** Where a post stands among the posts of its thread when answers stand below what they answer. */
export interface Nesting {
  /** Sorts posts in that order: the place of each post above it, then its own, seven digits each. */
  readonly path: string;
  /** 0 for the post that opened the thread, for what answers it and for what answers nothing. */
  readonly depth: number;
}

const digits = 7;
/** What answers deeper than that stands below what it answers, but no deeper: a chain of answers has no end. */
const deepest = 40;

/**
 * Where a new post stands. Answers to the post that opened the thread answer the thread, so they are not set in.
 * `nestingOf(5, { path: "0000003", depth: 0, place: 3 })` is `{ path: "00000030000005", depth: 1 }`.
 */
export function nestingOf(place: number, parent: (Nesting & { readonly place: number }) | undefined): Nesting {
  const own = String(place).padStart(digits, "0");
  if (parent === undefined || parent.place === 0) return { path: own, depth: 0 };
  const above = parent.path.slice(0, deepest * digits);
  return { path: above + own, depth: above.length / digits };
}
