import { entryAfter } from "../../../kernel/activity-log/chain.read.ts";
import type { ChainEnd } from "../../../kernel/activity-log/chain-check.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { consentCountsAmong, talliesAmong } from "../../store/register/counted.read.ts";

/** What a decision rests on, for whoever wants to check it. */
export interface Grounds {
  /** The count of the proposal, or how many gave each answer to the version that was adopted; null where neither is kept. */
  readonly tally: object | null;
  /** Where it stands in the community's log; null for one older than the register. */
  readonly log: { readonly community: string; readonly sequence: number; readonly hash: string } | null;
}

/** What each of these decisions rests on. */
export async function groundsOf(
  read: Database,
  decisions: readonly AdoptedDecision[],
): Promise<ReadonlyMap<string, Grounds>> {
  const counted = decisions.flatMap(({ proposalId }) => (proposalId === undefined ? [] : [proposalId]));
  const byConsent = decisions.flatMap(({ proposalId, consentId }) => (proposalId === undefined ? [consentId] : []));
  const [tallies, answers] = [await talliesAmong(read, counted), await consentCountsAmong(read, byConsent)];
  const grounds = new Map<string, Grounds>();
  for (const decision of decisions) {
    const { id, communityId, proposalId, consentId, version } = decision;
    const tally = proposalId === undefined ? answers.get(`${consentId}\n${version}`) : tallies.get(proposalId);
    const place = await placeInLog(read, decision);
    grounds.set(id, { tally: tally ?? null, log: place === undefined ? null : { community: communityId, ...place } });
  }
  return grounds;
}

/** The entry by which a decision came into its community's log; undefined for one older than the register. */
export async function placeInLog(
  read: Database,
  { communityId, loggedAfter }: Pick<AdoptedDecision, "communityId" | "loggedAfter">,
): Promise<ChainEnd | undefined> {
  return loggedAfter === undefined ? undefined : entryAfter(read, communityId, loggedAfter, "decision-adopted");
}
