import { roles, type Role } from "./role.ts";

/** That somebody held a role at a gathering that was held. */
export interface Served {
  readonly role: Role;
  readonly person: string;
  readonly at: Temporal.Instant;
}

/** How often somebody has held a role, and when last. */
export interface Turns {
  readonly role: Role;
  readonly person: string;
  readonly times: number;
  readonly last: Temporal.Instant;
}

/** Who has held which role how often and when last: by role, the most often first, then the latest. */
export function turnsOf(served: readonly Served[]): readonly Turns[] {
  const turns = new Map<string, Turns>();
  for (const { role, person, at } of served) {
    const key = `${role} ${person}`;
    const before = turns.get(key);
    const last = before === undefined || Temporal.Instant.compare(at, before.last) > 0 ? at : before.last;
    turns.set(key, { role, person, times: (before?.times ?? 0) + 1, last });
  }
  return [...turns.values()].sort(
    (one, other) =>
      roles.indexOf(one.role) - roles.indexOf(other.role) ||
      other.times - one.times ||
      Temporal.Instant.compare(other.last, one.last),
  );
}

/**
 * Who of these people might hold a role next: whoever has not yet, before whoever did it least often and longest ago; among equals those
 * who have done least of anything. At most `most` of them; the order of `people` decides between what is left equal.
 *
 * `suggestedFor("host", ["ada", "ben"], served)` is ben first, if ada was host and ben never.
 */
export function suggestedFor(
  role: Role,
  people: readonly string[],
  served: readonly Served[],
  most: number,
): readonly string[] {
  const ofRole = turnsOf(served.filter((one) => one.role === role));
  const inRole = new Map(ofRole.map((one) => [one.person, one]));
  const inAll = new Map<string, number>();
  for (const { person } of served) inAll.set(person, (inAll.get(person) ?? 0) + 1);
  const longAgo = (person: string) => inRole.get(person)?.last.epochMilliseconds ?? 0;
  return people
    .toSorted(
      (one, other) =>
        (inRole.get(one)?.times ?? 0) - (inRole.get(other)?.times ?? 0) ||
        longAgo(one) - longAgo(other) ||
        (inAll.get(one) ?? 0) - (inAll.get(other) ?? 0),
    )
    .slice(0, most);
}
