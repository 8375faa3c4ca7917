import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Charter } from "../../model/charter/charter.ts";
import {
  charterHistory,
  charterOf,
  charterVersion,
  openAmendments,
  type CharterVersion,
} from "../../store/charter/charter.read.ts";
import { proposalById, type Proposal } from "../../store/proposals/proposals.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import type { CommunityVisit } from "../visit.ts";

/** The history shows so many versions at most. */
const versionsShown = 50;

/** All that the page of a charter shows. */
export interface CharterView {
  readonly visit: CommunityVisit;
  readonly shown: CharterVersion;
  readonly inForce: CharterVersion;
  /** The version before the one shown. */
  readonly before: CharterVersion | undefined;
  readonly history: readonly Omit<CharterVersion, keyof Charter>[];
  /** Proposals to amend it that wait for answers, as far as this reader may read them. */
  readonly open: readonly Proposal[];
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Reads one version of a charter, the one in force where none is named; undefined where there is none. */
export async function readCharterView(visit: CommunityVisit, version?: number): Promise<CharterView | undefined> {
  const { read } = visit.application;
  const { id } = visit.community;
  const inForce = await charterOf(read, id);
  if (inForce === undefined) return undefined;
  const shown = version === undefined ? inForce : await charterVersion(read, id, version);
  if (shown === undefined) return undefined;
  const before = await charterVersion(read, id, shown.version - 1);
  const history = await charterHistory(read, id, versionsShown);
  const people = await describePeople(
    read,
    history.map(({ writtenBy }) => writtenBy),
  );
  return { visit, shown, inForce, before, history, people, open: await openOnes(visit) };
}

async function openOnes({ application, community, isMember }: CommunityVisit): Promise<readonly Proposal[]> {
  const { read } = application;
  const open: Proposal[] = [];
  for (const id of await openAmendments(read, community.id)) {
    const proposal = await proposalById(read, id);
    const thread = proposal === undefined ? undefined : await threadById(read, proposal.threadId);
    if (proposal !== undefined && (thread?.audience === "everyone" || isMember)) open.push(proposal);
  }
  return open;
}
