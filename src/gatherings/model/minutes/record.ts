/** What minutes say that is not looked up anew each time they are shown. It names nobody. Instants are ISO 8601 texts. */
export interface MinutesRecord {
  readonly sessions: readonly HeldPart[];
  /** Everyone who had said they would come, in people. */
  readonly people: number;
  /** Where they are at home, the most people first; the host is empty for those who take part by e-mail. */
  readonly instances: readonly InstanceCount[];
  /** The blocks of the agenda in their order. */
  readonly agenda: readonly AgendaLine[];
  /** What was written, the whole gathering first, then block by block; never of a block without notes. */
  readonly notes: readonly NotesPart[];
  readonly decisions: readonly DecisionLine[];
}

export interface HeldPart {
  readonly start: string;
  readonly minutes: number;
}

export interface InstanceCount {
  readonly host: string;
  readonly people: number;
}

export interface AgendaLine {
  readonly title: string;
  readonly minutes: number;
  /** Minutes from the beginning of a session. */
  readonly offset: number;
  /** When it ran in each session, in their order; left out in minutes of before such times were marked. */
  readonly ran?: readonly RanTimes[];
}

/** When a block began and ended, as somebody marked it; null where nobody did. */
export interface RanTimes {
  readonly begun: string | null;
  readonly ended: string | null;
}

export interface NotesPart {
  /** The block's title; empty for the whole gathering. */
  readonly title: string;
  /** Whether its block was taken out of the agenda after it was written. */
  readonly isRemoved: boolean;
  /** Markdown, as written. */
  readonly text: string;
}

/** What was decided, as far as the program knows it by itself. */
export type DecisionLine =
  | { readonly kind: "dates"; readonly starts: readonly string[]; readonly reason: string }
  | { readonly kind: "agenda"; readonly consents: number; readonly at: string };

/** Counts people by the host they are at home at, the most first, equal ones by name. */
export function instancesOf(
  people: readonly { readonly host: string | undefined; readonly people: number }[],
): readonly InstanceCount[] {
  const counts = new Map<string, number>();
  for (const { host = "", people: count } of people) counts.set(host, (counts.get(host) ?? 0) + count);
  return [...counts]
    .map(([host, count]) => ({ host, people: count }))
    .toSorted((one, other) => other.people - one.people || (one.host < other.host ? -1 : 1));
}
