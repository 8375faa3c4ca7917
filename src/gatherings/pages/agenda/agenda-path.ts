import type { Gathering } from "../../store/gatherings.read.ts";
import { gatheringPath } from "../addresses.ts";

/** Where a gathering's agenda is. */
export function agendaPath(gathering: Pick<Gathering, "id">): string {
  return `${gatheringPath(gathering)}/agenda`;
}

/** Where organisers write it. */
export function editingPath(gathering: Pick<Gathering, "id">): string {
  return `${agendaPath(gathering)}/edit`;
}
