/**
 * The ways to react to a post without words. Agreeing is none of them: who agrees takes a stance in a proposal, where it counts.
 * A `Like` from another server is `warmth`.
 */
export const reactionKinds = ["thanks", "warmth", "laughter", "surprise", "seen"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** What a `Like` of another server is here. */
export const likeKind: ReactionKind = "warmth";

/** The sign of each; its word stands with it or in reach. */
export const reactionSigns: Readonly<Record<ReactionKind, string>> = {
  thanks: "🙏",
  warmth: "❤️",
  laughter: "😄",
  surprise: "😮",
  seen: "👀",
};
