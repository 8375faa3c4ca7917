import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { hasPartIn } from "../../commands/brief/may-read-brief.ts";
import {
  commitmentsIn,
  openCommitmentsOf,
  type HeldCommitment,
  type OpenCommitment,
} from "../../store/commitments/commitments.read.ts";
import { roleHoldersOf, type RolePart } from "../../store/roles/roles.read.ts";
import { roomOf } from "../../store/room/rooms.read.ts";
import { readTimedAgenda, type TimedAgenda } from "../agenda/agenda-view.ts";
import { readGatheringView, type GatheringView } from "../gathering/gathering-view.ts";
import type { GatheringVisit } from "../visit.ts";

/** So much of what is open a brief names; the page of commitments has all. */
const mostOpen = { here: 20, earlier: 20 } as const;

/** What a brief shows. */
export interface BriefView {
  /** Those who read a brief may enter the room, place or not. */
  readonly gathering: GatheringView;
  readonly agenda: TimedAgenda;
  readonly holders: readonly RolePart[];
  readonly open: readonly HeldCommitment[];
  /** From earlier gatherings of the community. */
  readonly earlier: readonly OpenCommitment[];
  /** Whoever holds a role or promised something; they agreed to be named. */
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Whether the reader has a part in the gathering: organises it, or holds a role at it. */
export async function mayReadBrief({ application, gathering, standing }: GatheringVisit): Promise<boolean> {
  if (standing.organises) return true;
  return standing.personId !== undefined && hasPartIn(application.read, gathering, standing.personId);
}

export async function readBriefView(visit: GatheringVisit): Promise<BriefView> {
  const { application, gathering } = visit;
  const { read } = application;
  const view = await readGatheringView(visit);
  const link = gathering.state === "date-set" ? await roomOf(read, gathering.id) : undefined;
  const [agenda, holders, open, earlier] = await Promise.all([
    readTimedAgenda(visit),
    roleHoldersOf(read, gathering.id),
    commitmentsIn(read, gathering.id, "accepted", mostOpen.here),
    openCommitmentsOf(read, gathering.communityId, { except: gathering.id, limit: mostOpen.earlier }),
  ]);
  const named = [...holders.map(({ personId }) => personId), ...[...open, ...earlier].map(({ ownerId }) => ownerId)];
  return {
    gathering: { ...view, room: link === undefined ? "none" : { link } },
    agenda,
    holders,
    open,
    earlier,
    people: await describePeople(read, named),
  };
}
