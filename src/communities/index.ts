/** The front door of communities: what other capabilities may call. */
export type { Community, CommunityId, CommunityText, MemberRole, PersonId } from "./model/community.ts";
export type { BlockLevel, BlockSubject } from "./model/block.ts";
export { normalHost } from "./model/block.ts";
export { handleProblem, normalHandle } from "./model/handle.ts";
export { personUri } from "./model/listener.ts";

export {
  communitiesOf,
  communityByHandle,
  communityById,
  holderOfHandle,
  listCommunities,
} from "./store/communities.read.ts";
export {
  communityIdsOf,
  countMembers,
  isMember,
  isSteward,
  membersAmong,
  membersOf,
  roleOf,
  stewardsOf,
  type Membership,
} from "./store/members.read.ts";
export { blockLevelOf, isBlocked } from "./store/blocks.read.ts";
export {
  countFollowers,
  followersOf,
  listenerByUri,
  listenersFromHere,
  listeningOf,
  type Listener,
  type ListenerInbox,
} from "./store/listeners.read.ts";

export { claimHandle, type HandleTaken } from "./commands/community/claim-handle.ts";
export type { KeptOut } from "./commands/guards.ts";
export { forgetListeners } from "./commands/listening/forget-listeners.ts";
export { startListening } from "./commands/listening/start-listening.ts";
export { stopListening } from "./commands/listening/stop-listening.ts";
export { communitiesStep } from "./store/migrations/0001-communities.ts";

export { CommunityLine } from "./pages/community-line.tsx";
export { ownCommunities } from "./pages/own-communities.tsx";
