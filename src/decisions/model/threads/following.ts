/** What somebody hears of a thread: every post, answers to them and posts that name them, or nothing. */
export const followLevels = ["all", "answers", "none"] as const;
export type FollowLevel = (typeof followLevels)[number];
