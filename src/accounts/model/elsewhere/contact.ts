/** How a wish to follow stands. */
export type FollowState = "asked" | "accepted" | "refused";

// Communities, gatherings, services. People are followed elsewhere: this is no microblog.
const followed = ["Group", "Organization", "Service", "Application"];

/** Whether actors of this kind can be followed and written to from here; `mayBeFollowed("Person")` is false. */
export function mayBeFollowed(type: string): boolean {
  return followed.includes(type);
}

/** Whether a wish to follow stands, so that what the other says to all its followers is for this one too. */
export function isFollowing(state: FollowState | undefined): boolean {
  return state === "asked" || state === "accepted";
}
