import type { Id } from "../../kernel/base/ids.ts";

export type ThreadId = Id<"thread">;
export type PostId = Id<"post">;
/** Somebody with an account here; accounts make these ids. */
export type PersonId = Id<"person">;

/** Who may read a thread and all in it: the world, or the members of its community alone. Fixed when it is opened. */
export type ThreadAudience = "everyone" | "members";
export const threadAudiences: readonly ThreadAudience[] = ["everyone", "members"];

/** The longest post, in characters; what other servers send longer is refused with that number. */
export const longestPost = 20_000;

/** So often a post is edited at most; each text of it is kept. */
export const mostEdits = 50;
