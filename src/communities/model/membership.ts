import type { BlockLevel } from "./block.ts";
import type { JoiningRule, MemberRole } from "./community.ts";

/** What asking to join leads to. */
export type WayIn = "joins" | "applies" | "invitation-needed" | "kept-out";

/** What speaks for and against somebody who asks to join. */
export interface Credentials {
  readonly isInvited: boolean;
  /** They come by an invitation link that holds. */
  readonly hasLink: boolean;
  readonly level: BlockLevel | undefined;
}

/**
 * What asking to join leads to, by the community's rule and what the asker brings.
 *
 * A block stands above every invitation. From a limited server only an invitation by name opens at once; everything else waits for
 * a steward. `wayIn("approval", { isInvited: false, hasLink: true, level: undefined })` is `joins`.
 */
export function wayIn(rule: JoiningRule, { isInvited, hasLink, level }: Credentials): WayIn {
  if (level === "block") return "kept-out";
  if (isInvited) return "joins";
  if (rule === "invitation" && !hasLink) return "invitation-needed";
  if (level === "limit") return "applies";
  return rule === "open" || hasLink ? "joins" : "applies";
}

/** Whether a community would be left without steward if this one went. */
export function isLastSteward(role: MemberRole, stewardCount: number): boolean {
  return role === "steward" && stewardCount <= 1;
}

/** So many invitations by name may stand unanswered in one community. */
export const mostInvitations = 300;

/** So many invitation links may hold at the same time in one community. */
export const mostInvitationLinks = 20;
