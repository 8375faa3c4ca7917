import type { ThreadAudience } from "../../model/thread.ts";

/** The word that stands in the index for what these readers of a community may find: one of letters and digits. */
export function scopeFor(communityId: string, reader: ThreadAudience): string {
  return `c${communityId.replaceAll("-", "")}${reader === "members" ? "m" : "e"}`;
}
