import { communitiesOf, isBlocked, isSteward } from "../../../communities/index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { invitingGatherings, type InvitingGathering } from "../../store/outreach/boards.read.ts";
import { targetsOf, type Target } from "../../store/outreach/targets.read.ts";
import { neverAsk } from "./refused-addresses.ts";

/** A gathering whose board somebody may fill, with the community that holds it. */
export interface BoardToFill extends InvitingGathering {
  readonly community: string;
}

/** So many gatherings are offered. */
const MOST = 30;

/** The gatherings that still invite and that somebody organises: those they announced, and those of communities of which they are a steward. */
export async function boardsToFill(db: Database, personId: string): Promise<readonly BoardToFill[]> {
  const communities = await communitiesOf(db, personId);
  const stewarded: string[] = [];
  for (const { id } of communities.slice(0, MOST)) if (await isSteward(db, id, personId)) stewarded.push(id);
  const found = [
    ...(await invitingGatherings(db, { organiserId: personId }, MOST)),
    ...(await invitingGatherings(db, { communityIds: stewarded }, MOST)),
  ];
  const names = new Map<string, string>(communities.map(({ id, name }) => [id, name]));
  return found
    .filter(({ id }, place) => found.findIndex((other) => other.id === id) === place)
    .slice(0, MOST)
    .map((gathering) => ({ ...gathering, community: names.get(gathering.communityId) ?? "" }));
}

/** Why an instance is not put on a board: it is there, it never wants to be asked again, or the community keeps its server out. */
export type KeptOffBoard = "on-board" | "never-asked" | "kept-out";

/** Who is on the board of a gathering. */
export function boardOf(db: Database, gatheringId: string): Promise<readonly Target[]> {
  return targetsOf(db, gatheringId, { after: "", limit: mostTargets });
}

/** Which of these instances are not put on the board of a gathering, and why. */
export async function keptOffBoard(
  db: Database,
  { communityId, board }: { readonly communityId: string; readonly board: readonly Pick<Target, "address">[] },
  hosts: readonly string[],
): Promise<ReadonlyMap<string, KeptOffBoard>> {
  const onBoard = new Set(board.map(({ address }) => address));
  const kept = new Map<string, KeptOffBoard>();
  for (const host of hosts.slice(0, mostTargets)) {
    if (onBoard.has(host)) kept.set(host, "on-board");
    else if (await neverAsk({ db }, [host])) kept.set(host, "never-asked");
    else if (await isBlocked(db, communityId, { host })) kept.set(host, "kept-out");
  }
  return kept;
}
