import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { challengedUntil, challengeTime, holds, type ChallengeTime } from "../../model/electorate/challenges.ts";
import type { WhyMay } from "../../model/electorate/electorate.ts";
import { guardedShares, openShares, type ShownShares } from "../../model/electorate/shares.ts";
import { challengesOf, waitingAmong, type Challenge } from "../../store/electorate/challenges.read.ts";
import { electorateChosen, serversOf, whyElector, type Electorate } from "../../store/electorate/electorates.read.ts";
import { voicesOf, type Voice } from "../../store/electorate/voices.read.ts";
import { whyNot, type NotOnTheList } from "../../commands/electorate/why-not.ts";
import type { ProposalVisit } from "../visit.ts";

/** Whom a proposal asks, what that means for the reader, and what can be challenged. */
export interface ElectorateView {
  readonly chosen: Electorate;
  /** Why the reader may answer; undefined when they may not, or are a visitor. */
  readonly why: WhyMay | undefined;
  /** Why the reader may not; undefined when they may, or are a visitor. */
  readonly not: NotOnTheList | undefined;
  readonly voices: readonly Voice[];
  /** Of which organisation the reader is a delegate. */
  readonly ownVoice: Voice | undefined;
  /** Shares of servers, once it is counted; undefined before, and where organisations answer. */
  readonly shares: ShownShares | undefined;
  readonly challenges: readonly Challenge[];
  readonly challengeTime: ChallengeTime;
  readonly challengedUntil: Temporal.Instant | undefined;
  /** Whether the outcome holds. */
  readonly holds: boolean;
  /** Those named by challenges. */
  readonly people: ReadonlyMap<string, PersonDescription>;
}

/** Reads it. */
export async function readElectorateView(visit: ProposalVisit): Promise<ElectorateView> {
  const { application, proposal, personId, c } = visit;
  const { read } = application;
  const { now } = c.var.frame;
  const [chosen, why] = await Promise.all([
    electorateChosen(read, proposal.id),
    personId === undefined ? undefined : whyElector(read, proposal.id, personId),
  ]);
  const list = { communityId: proposal.communityId, listId: proposal.id };
  const hasChallenges = chosen.challengeDays > 0;
  const [not, voices, servers, challenges] = await Promise.all([
    personId === undefined || why !== undefined ? undefined : whyNot(read, list, personId, now),
    chosen.kind === "organisations" ? voicesOf(read, proposal.id) : [],
    proposal.state === "closed" && chosen.kind !== "organisations" ? serversOf(read, proposal.id) : [],
    hasChallenges ? challengesOf(read, proposal.id) : [],
  ]);
  const named = challenges.flatMap(({ by, about, answeredBy }) => [by, about ?? by, answeredBy ?? by]);
  const share = proposal.secrecy === "open" ? openShares : guardedShares;
  return {
    chosen,
    why,
    not,
    voices,
    ownVoice: voices.find(({ delegates }) => delegates.some((delegate) => delegate === personId)),
    shares: servers.length === 0 ? undefined : share(servers),
    challenges,
    challengeTime: challengeTime(proposal, chosen.challengeDays, now),
    challengedUntil: hasChallenges ? challengedUntil(proposal, chosen.challengeDays) : undefined,
    holds: holds(proposal, chosen.challengeDays, waitingAmong(challenges), now),
    people: await describePeople(read, named),
  };
}
