import { describePeople, zonesOfPeople } from "../../../accounts/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonAvailability } from "../../model/availability.ts";
import { zonesOf, type PollParticipant } from "../../model/fairness.ts";
import type { ZoneGroup } from "../../model/night.ts";
import type { PersonId } from "../../model/gathering.ts";
import { interestedPeople } from "../../store/interest.read.ts";

/** So many of those on the list are weighed with the answers; for more, the poll is a survey of its own. */
const mostAsked = 2_000;

/** Everybody who was asked when: those on the interest list, and whoever answered without being on it. */
export async function askedPeople(
  read: Database,
  gatheringId: string,
  answers: readonly PersonAvailability[],
): Promise<readonly PollParticipant[]> {
  const interested = await interestedPeople(read, gatheringId, { after: "", limit: mostAsked });
  const answered = new Map(answers.map((answer) => [answer.person, answer.availability]));
  const people: readonly PersonId[] = [...new Set([...interested, ...answered.keys()])];
  const [described, zones] = await Promise.all([describePeople(read, people), zonesOfPeople(read, people)]);
  return people.map((person) => ({
    person,
    instance: described.get(person)?.host ?? null,
    zone: zones.get(person) ?? null,
    availability: answered.get(person) ?? new Map(),
  }));
}

/** Zones to think of when looking for times. */
export interface InvitedZones {
  /** Where those on the interest list live, as far as they said. */
  readonly known: readonly ZoneGroup[];
  /** Others that an organiser adds, each weighed as one person. */
  readonly added: readonly ZoneGroup[];
}

/** The zones of those on the interest list, and of those to think of besides. */
export async function invitedZones(
  read: Database,
  gatheringId: string,
  named: readonly string[],
): Promise<InvitedZones> {
  const known = zonesOf(await askedPeople(read, gatheringId, []));
  const names = new Set(known.map(({ zone }) => zone));
  const added = [...new Set(named)].filter((zone) => !names.has(zone)).map((zone) => ({ zone, people: 1 }));
  return { known, added };
}
