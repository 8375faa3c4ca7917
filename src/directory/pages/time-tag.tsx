/** What the tag of a time in a message becomes: its words over the instant, for machines. */
export function timeTag(instant: Temporal.Instant) {
  return (children: readonly unknown[]) => (
    <time datetime={instant.toString({ smallestUnit: "second" })}>{children}</time>
  );
}
