import { describePeople } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { BlockHost } from "../../model/agenda/block.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { rsvpsStanding } from "../../store/rsvp-lists.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";

const mostLookedAt = 300;

/**
 * Whoever is meant by a typed host: the organiser, or one of those who come, by handle or by a name that is theirs alone; else the
 * name as typed.
 */
export async function namedHost(context: CommandContext, gathering: Gathering, typed: string): Promise<BlockHost> {
  if (typed === "") return { personId: undefined, name: "" };
  const wanted = { answer: "going", standing: "confirmed" } as const;
  const lists = [];
  for (const session of await sessionsOf(context.db, gathering.id)) {
    lists.push(await rsvpsStanding(context.db, session.id, wanted, mostLookedAt));
  }
  const ids = new Set([gathering.organiserId, ...lists.flat().map(({ person }) => person)]);
  const people = await describePeople(context.db, [...ids]);
  const meant = [...ids].filter((id) => {
    const person = people.get(id);
    return person !== undefined && (person.handle === typed || person.name === typed);
  });
  const [personId, another] = meant;
  return personId !== undefined && another === undefined
    ? { personId, name: "" }
    : { personId: undefined, name: typed };
}
