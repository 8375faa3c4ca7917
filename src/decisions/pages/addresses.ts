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

/** Who may answer a proposal, and why. */
export function electoratePath(proposal: { readonly id: string }): string {
  return `${proposalPath(proposal)}/electorate`;
}
