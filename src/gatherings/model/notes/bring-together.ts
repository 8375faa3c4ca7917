/**
 * One text that holds every line of two, for whoever is to bring them together: what both begin and end with stands once, and
 * between that first the one's lines, then the other's.
 *
 * `bringTogether("a\nb\nd", "a\nc\nd")` is "a\nb\nc\nd".
 */
export function bringTogether(one: string, other: string): string {
  const [ones, others] = [one.split("\n"), other.split("\n")];
  const head = alike(ones, others);
  const tail = alike(ones.slice(head).toReversed(), others.slice(head).toReversed());
  return [
    ...ones.slice(0, ones.length - tail),
    ...others.slice(head, others.length - tail),
    ...ones.slice(ones.length - tail),
  ].join("\n");
}

/** How many lines both begin with. */
function alike(ones: readonly string[], others: readonly string[]): number {
  const differs = ones.findIndex((line, place) => line !== others[place]);
  return differs === -1 ? ones.length : differs;
}
