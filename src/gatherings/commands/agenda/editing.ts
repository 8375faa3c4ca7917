import { refused, accepted, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { takesAgenda, versionAfterChange } from "../../model/agenda/agenda.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { keepAgenda } from "../../store/agenda/agendas.write.ts";
import { gatheringOf, type AboutGathering, type StandingRefusal } from "../standing.ts";

/** Why nothing is changed in an agenda any more. */
export interface AgendaClosed {
  readonly kind: "agenda-closed";
}

/** The gathering, as long as its agenda may be written: until it was held or is called off; else `not-found` or `agenda-closed`. */
export async function openAgenda(
  context: CommandContext,
  about: AboutGathering,
): Promise<Result<Gathering, StandingRefusal | AgendaClosed>> {
  const gathering = await gatheringOf(context, about);
  if (gathering === undefined) return refused({ kind: "not-found" });
  return takesAgenda(gathering.state) ? accepted(gathering) : refused({ kind: "agenda-closed" });
}

/** Notes that the blocks have changed, and gives the version that they are from now on. */
export async function noteChange(context: CommandContext, gathering: Gathering): Promise<number> {
  const agenda = await agendaOf(context.db, gathering.id);
  const version = versionAfterChange(agenda);
  await keepAgenda(context.db, gathering.id, { ...agenda, version });
  context.emit({ name: "agenda-changed", version: 1, payload: { gathering: gathering.id, version } });
  return version;
}
