import { accounts, type AccountsOptions } from "../accounts/capability.ts";
import { communitiesOnTheWeb } from "../communities/capability.ts";
import type { CommunityPageServices } from "../communities/pages/services.ts";
import { ownCommunities } from "../communities/index.ts";
import { gatherings } from "../gatherings/capability.ts";
import { communitySection, ownSection, upcomingSection } from "../gatherings/index.ts";
import type { Capability } from "../kernel/capability.ts";

/** What the composition gives to the capabilities that need more than the application. */
export interface CapabilityOptions {
  readonly accounts: Omit<AccountsOptions, "personalData" | "ownSections">;
  readonly communities: Pick<CommunityPageServices, "findActor" | "findWayHome">;
}

/** The table of contents: what this Koinon can do. The ground floor first, since its pages come before all others. */
export function capabilities(options: CapabilityOptions): readonly Capability[] {
  const communities = communitiesOnTheWeb({
    ...options.communities,
    homeSections: [upcomingSection],
    communitySections: [communitySection],
  });
  const others = [communities, gatherings];
  const personalData = others.flatMap((capability) => capability.personalData ?? []);
  return [accounts({ ...options.accounts, personalData, ownSections: [ownCommunities, ownSection] }), ...others];
}
