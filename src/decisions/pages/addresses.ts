/** Where the pages of decisions are, as paths on this server. */

export function communityPath(community: { readonly handle: string }): string {
  return `/communities/${community.handle}`;
}

export function threadsPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/threads`;
}

export function threadPath(thread: { readonly id: string }): string {
  return `/threads/${thread.id}`;
}

export function threadFeedPath(thread: { readonly id: string }): string {
  return `${threadPath(thread)}/feed.atom`;
}

export function communityFeedPath(community: { readonly handle: string }): string {
  return `${threadsPath(community)}/feed.atom`;
}

export function postPath(post: { readonly id: string }): string {
  return `/posts/${post.id}`;
}

export function proposalPath(proposal: { readonly id: string }): string {
  return `/proposals/${proposal.id}`;
}

export function opinionsPath(thread: { readonly id: string }): string {
  return `${threadPath(thread)}/opinions`;
}

/** Where a post stands in its thread. */
export function postAnchor(post: { readonly id: string }): string {
  return `post-${post.id}`;
}

/** Where a secret ballot is cast, and, seen by itself, changed by its receipt code. */
export function secretBallotPath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/secret-ballot`;
}

/** Where the ballots of a closed proposal are published. */
export function ballotsPath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/ballots`;
}

/** Where a community's members see who speaks for whom, and hand their own voice over. */
export function voicesPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/voices`;
}

/** Where a steward writes down an answer that was given by phone. */
export function phonePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/phone`;
}

/** Where guests of a proposal are invited. */
export function guestsPath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/guests`;
}

/** The link of one guest. */
export function guestPath(proposal: { readonly id: string }, token: string): string {
  return `${proposalPath(proposal)}/guest/${token}`;
}

/** Who may answer a proposal, and why. */
export function electoratePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/electorate`;
}
