import { describePeople } from "../../../accounts/index.ts";
import type { AgendaBlock } from "../../model/agenda/block.ts";
import { rsvpsStanding } from "../../store/rsvp-lists.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import type { GatheringVisit } from "../visit.ts";

const mostOffered = 40;

/** The names of the organiser and of those who come, for whoever organises to choose a host among. */
export async function hostNames({ application, gathering }: GatheringVisit): Promise<readonly string[]> {
  const { read } = application;
  const [first] = (await sessionsOf(read, gathering.id)).filter(({ cancelledAt }) => cancelledAt === undefined);
  const wanted = { answer: "going", standing: "confirmed" } as const;
  const coming = first === undefined ? [] : await rsvpsStanding(read, first.id, wanted, mostOffered);
  const people = await describePeople(read, [gathering.organiserId, ...coming.map(({ person }) => person)]);
  return [...new Set([...people.values()].map(({ name, handle }) => name ?? handle ?? ""))].filter(
    (name) => name !== "",
  );
}

/** The host of a block, as one would type them. */
export async function typedHost({ application }: GatheringVisit, block: AgendaBlock): Promise<string> {
  const { personId, name } = block.host;
  if (personId === undefined) return name;
  const person = (await describePeople(application.read, [personId])).get(personId);
  return person?.handle ?? person?.name ?? "";
}
