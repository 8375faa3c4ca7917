/** The front door of communities: what other capabilities may call. */
export type { Community, CommunityId, PersonId } from "./model/community.ts";
export { handleProblem } from "./model/handle.ts";
export { communityByHandle, communityById, holderOfHandle } from "./store/communities.read.ts";
export { isMember, isSteward, membersOf } from "./store/members.read.ts";
export { isBlocked } from "./store/blocks.read.ts";
export { countFollowers, followersOf, listenerByUri } from "./store/listeners.read.ts";
export { claimHandle } from "./commands/community/claim-handle.ts";
export { forgetListeners } from "./commands/listening/forget-listeners.ts";
export { startListening } from "./commands/listening/start-listening.ts";
export { stopListening } from "./commands/listening/stop-listening.ts";
export { communitiesStep } from "./store/migrations/0001-communities.ts";
export { ownCommunities } from "./pages/own-communities.tsx";
