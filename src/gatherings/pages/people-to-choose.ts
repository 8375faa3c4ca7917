import { describePeople, type PersonDescription } from "../../accounts/index.ts";
import type { Option } from "../../ui/components/choice.tsx";
import { interestedPeople } from "../store/interest.read.ts";
import { rsvpsStanding } from "../store/rsvp-lists.read.ts";
import { sessionsOf } from "../store/sessions.read.ts";
import type { GatheringVisit } from "./visit.ts";

/** So many are looked through, and so many fit into one field. */
const most = { lookedThrough: 400, shown: 100 } as const;

/** Some of those who belong to a gathering, to choose one of. */
export interface PeopleToChoose {
  readonly people: readonly PersonDescription[];
  /** Whether there are more than are shown. */
  readonly areMore: boolean;
}

/**
 * Those of a gathering whom the reader may know of, without the reader: for organisers everyone on the list, for whoever reads names those
 * who come, for others nobody. With `find`, those alone whose name or handle contains it.
 */
export async function peopleToChoose(visit: GatheringVisit, find: string): Promise<PeopleToChoose> {
  const { application, gathering, standing } = visit;
  const { read } = application;
  if (standing.personId === undefined || !standing.readsNames) return { people: [], areMore: false };
  const limit = most.lookedThrough;
  const interested = standing.organises ? await interestedPeople(read, gathering.id, { after: "", limit }) : [];
  const coming: string[] = [];
  for (const session of await sessionsOf(read, gathering.id)) {
    const going = await rsvpsStanding(read, session.id, { answer: "going", standing: "confirmed" }, limit);
    coming.push(...going.map(({ person }) => person));
  }
  const ids = [...new Set([...interested, ...coming])].filter((id) => id !== standing.personId);
  const words = find.toLowerCase();
  const found = [...(await describePeople(read, ids)).values()]
    .filter((person) => person.name !== undefined && labelOf(person).toLowerCase().includes(words))
    .sort((one, other) => labelOf(one).localeCompare(labelOf(other), visit.c.var.t.language));
  return { people: found.slice(0, most.shown), areMore: found.length > most.shown || ids.length >= limit };
}

/** People as the options of a field. */
export function optionsOf(people: readonly PersonDescription[]): readonly Option[] {
  return people.map((person) => ({ value: person.id, label: labelOf(person) }));
}

function labelOf({ name = "", handle }: PersonDescription): string {
  return handle === undefined ? name : `${name} (${handle})`;
}
