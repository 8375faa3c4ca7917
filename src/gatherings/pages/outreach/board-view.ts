import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { balanceOf, type Balance } from "../../model/outreach/target.ts";
import { targetCounts, targetsOf, type Target } from "../../store/outreach/targets.read.ts";
import { teamMembersOf, teamsOf, type Team, type TeamMember } from "../../store/outreach/teams.read.ts";
import type { GatheringVisit } from "../visit.ts";

const perPage = 50;

/** A board as organisers see it. */
export interface BoardView {
  readonly visit: GatheringVisit;
  readonly targets: readonly Target[];
  /** The id after which the next page begins; undefined on the last. */
  readonly next: string | undefined;
  readonly counts: BoardCounts;
  readonly balance: Balance;
  readonly teams: ReadonlyMap<string, Team>;
  readonly members: readonly TeamMember[];
  readonly askers: ReadonlyMap<string, PersonDescription>;
}

/** How many targets stand where. */
export interface BoardCounts {
  readonly all: number;
  readonly listed: number;
  readonly asked: number;
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
}

export async function readBoardView(visit: GatheringVisit): Promise<BoardView> {
  const { c, application, gathering } = visit;
  const { read } = application;
  const all = await targetsOf(read, gathering.id, { after: "", limit: mostTargets });
  const after = c.req.query("after") ?? "";
  const from = all.filter(({ id }) => id > after);
  const targets = from.slice(0, perPage);
  const ids = targets.map(({ id }) => id);
  const askers = targets.flatMap(({ askedBy }) => (askedBy === undefined ? [] : [askedBy]));
  return {
    visit,
    targets,
    next: from.length > perPage ? ids.at(-1) : undefined,
    counts: await countsOf(visit),
    balance: balanceOf(all.filter(({ state }) => state !== "unreachable" && state !== "opted-out")),
    teams: await teamsOf(read, ids),
    members: await teamMembersOf(read, gathering.id, { limit: mostTargets }),
    askers: await describePeople(read, askers),
  };
}

async function countsOf({ application, gathering }: GatheringVisit): Promise<BoardCounts> {
  const counts = await targetCounts(application.read, gathering.id);
  const sum = (isCounted: (count: (typeof counts)[number]) => boolean) =>
    counts.filter(isCounted).reduce((total, { targets }) => total + targets, 0);
  return {
    all: sum(() => true),
    listed: sum(({ state }) => state === "listed"),
    asked: sum(({ state }) => state === "asked"),
    yes: sum(({ answer }) => answer === "yes"),
    maybe: sum(({ answer }) => answer === "maybe"),
    no: sum(({ answer }) => answer === "no"),
  };
}
