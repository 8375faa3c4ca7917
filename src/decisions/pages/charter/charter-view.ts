import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Charter } from "../../model/charter/charter.ts";
import {
  charterHistory,
  charterOf,
  charterVersion,
  openAmendments,
  type CharterVersion,
} from "../../store/charter/charter.read.ts";
import { consentById } from "../../store/consent/consents.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { proposalPath } from "../addresses.ts";
import { consentPath } from "../consent/consent-visit.ts";
import type { CommunityVisit } from "../visit.ts";
import { pathsOfDecisions } from "./decided-by.ts";

/** The history shows so many versions at most. */
const versionsShown = 50;

interface OpenAmendment {
  readonly title: string;
  readonly path: string;
}

/** All that the page of a charter shows. */
export interface CharterView {
  readonly visit: CommunityVisit;
  readonly shown: CharterVersion;
  readonly inForce: CharterVersion;
  /** The version before the one shown. */
  readonly before: CharterVersion | undefined;
  readonly history: readonly Omit<CharterVersion, keyof Charter>[];
  /** What would amend it and waits for answers, as far as this reader may read it. */
  readonly open: readonly OpenAmendment[];
  /** Where the decisions stand on which its versions rest. */
  readonly decisions: ReadonlyMap<string, string>;
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
  const decisions = await pathsOfDecisions(
    read,
    history.map(({ proposalId }) => proposalId),
  );
  return { visit, shown, inForce, before, history, people, decisions, open: await openOnes(visit) };
}

async function openOnes({ application, community, isMember }: CommunityVisit): Promise<readonly OpenAmendment[]> {
  const { read } = application;
  const open: OpenAmendment[] = [];
  for (const id of await openAmendments(read, community.id)) {
    const proposal = await proposalById(read, id);
    const found = proposal ?? (await consentById(read, id));
    const thread = found === undefined ? undefined : await threadById(read, found.threadId);
    if (found === undefined || !(thread?.audience === "everyone" || isMember)) continue;
    open.push({ title: found.title, path: proposal === undefined ? consentPath(found) : proposalPath(found) });
  }
  return open;
}
