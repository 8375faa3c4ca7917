/** The front door of communities: what other capabilities may call. */
export type { Community, CommunityId, PersonId } from "./model/community.ts";
export { handleProblem } from "./model/handle.ts";
export { communitiesOf, communityByHandle, communityById, holderOfHandle } from "./store/communities.read.ts";
export { isMember, isSteward, membersOf, membersAmong, stewardsOf } from "./store/members.read.ts";
export { isBlocked } from "./store/blocks.read.ts";
export { countFollowers, followersOf, listenerByUri } from "./store/listeners.read.ts";
export { claimHandle } from "./commands/community/claim-handle.ts";
export { forgetListeners } from "./commands/listening/forget-listeners.ts";
export { startListening } from "./commands/listening/start-listening.ts";
export { stopListening } from "./commands/listening/stop-listening.ts";
export { communitiesSchema } from "./store/communities-schema.ts";
export { mayVoteFrom, noVote, type VotingRules } from "./model/standing.ts";
export { membersNamed, namesIn } from "./commands/standing/members-named.ts";
export {
  memberWithStanding,
  membersWithStanding,
  votingRulesOf,
  type StandingMember,
} from "./store/standing/standing.read.ts";
export { organisationsOf, speaksOn } from "./store/standing/organisations.read.ts";
export { ownCommunities } from "./pages/own-communities.tsx";
