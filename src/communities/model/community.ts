import type { Id } from "../../kernel/base/ids.ts";
import type { AccentHue } from "./accent-hue.ts";

/** One community. Its id names its chain of records and its actor, for ever. */
export type CommunityId = Id<"community">;
/** Somebody with an account here; the accounts capability makes these ids. */
export type PersonId = Id<"person">;

/** How one becomes a member: at once, after a steward's yes to a reason given, or only when invited. */
export type JoiningRule = "open" | "approval" | "invitation";
export const joiningRules: readonly JoiningRule[] = ["open", "approval", "invitation"];

/** Who sees the list of members. */
export type MemberListAudience = "everyone" | "members" | "stewards";
export const memberListAudiences: readonly MemberListAudience[] = ["everyone", "members", "stewards"];

/** What a member is entrusted with. Every steward is a member. */
export type MemberRole = "member" | "steward";

/** A text of the community in one language or several: BCP 47 tag to text, the original first; empty when there is none. */
export type CommunityText = Readonly<Record<string, string>>;

/** A page elsewhere that belongs to the community. */
export interface CommunityLink {
  readonly label: string;
  /** An `https:` or `http:` address. */
  readonly url: string;
}

/** What a community says of itself. */
export interface CommunityProfile {
  readonly name: string;
  /** One sentence: what it is for. */
  readonly purpose: CommunityText;
  /** Markdown as written. */
  readonly description: CommunityText;
  /** Markdown as written; what members expect of each other. */
  readonly codeOfConduct: CommunityText;
  /** BCP 47 tags of the languages it works in, the first one being that of its original texts. */
  readonly languages: readonly string[];
  /** The IANA zone in which it counts its days. */
  readonly zone: string;
  readonly links: readonly CommunityLink[];
  readonly hue: AccentHue;
}

/** What decides who takes part; changing any of it moves power, so each change has a reason on record. */
export interface CommunityRules {
  readonly joining: JoiningRule;
  readonly memberList: MemberListAudience;
  /** Whether a steward says yes before somebody may listen. */
  readonly approvesListeners: boolean;
  /** Whether a member's public post that mentions the community is passed on to all who listen. */
  readonly sharesMentions: boolean;
}

/** A community as it stands. */
export interface Community extends CommunityProfile, CommunityRules {
  readonly id: CommunityId;
  /** The part before the host in `@handle@host`; never given to another. */
  readonly handle: string;
  readonly foundedAt: Temporal.Instant;
}
