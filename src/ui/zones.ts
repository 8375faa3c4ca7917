/** A zone by its place, as a reader may look for it; `placeOfZone("America/New_York")` is "America/New York". */
export function placeOfZone(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** The zones that people may choose from: places, and UTC. */
export const zones: readonly string[] = [
  "UTC",
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/")),
];
