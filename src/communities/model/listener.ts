/** The name under which somebody without an account elsewhere listens from here. `personUri("7")` is `person:7`. */
export function personUri(personId: string): string {
  return `person:${personId}`;
}
