/** How posts come onto the wall: each once an organiser said so, all at once, or none. */
export const wallRules = ["approved", "at-once", "closed"] as const;
export type WallRule = (typeof wallRules)[number];

/** Before organisers say otherwise. */
export const usualWallRule: WallRule = "approved";

/** Where a post stands. */
export type WallPostState = "waiting" | "shown" | "hidden";

/** So many posts are kept for one gathering, and of one author among them; further ones are not. */
export const mostWallPosts = { all: 200, ofAuthor: 10 } as const;

/** Where a post stands when it comes in, or was changed by its author: what organisers approved was its text, and what they hid stays hidden. */
export function stateOnArrival(rule: WallRule, before?: WallPostState): WallPostState {
  if (before === "hidden") return "hidden";
  return rule === "at-once" ? "shown" : "waiting";
}

/**
 * Whether a post carries the hashtag of a gathering, which is its handle, in capitals or small letters.
 *
 * `carriesHashtag("See you at #First_Gathering!", "first_gathering")` is true.
 */
export function carriesHashtag(text: string, handle: string): boolean {
  const tags = text.matchAll(/(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_]+)/gu);
  return tags.some(([, tag = ""]) => tag.toLowerCase() === handle.toLowerCase());
}
