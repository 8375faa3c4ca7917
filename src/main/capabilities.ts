import { accounts, type AccountsOptions } from "../accounts/capability.ts";
import { circles } from "../circles/capability.ts";
import { communitiesOnTheWeb } from "../communities/capability.ts";
import type { CommunityPageServices } from "../communities/pages/community-page-services.ts";
import { claimHandle, ownCommunities } from "../communities/index.ts";
import { decisionsWriting } from "../decisions/capability.ts";
import { communitySection as decisionsSection } from "../decisions/index.ts";
import { directoryLooking } from "../directory/capability.ts";
import { directoryLineSection, directorySection, type Looking, type Sharing } from "../directory/index.ts";
import { gatheringsImporting, gatheringsReaching, gatheringsTelling } from "../gatherings/capability.ts";
import type { WaysToAsk } from "../gatherings/federation/outreach/asking-job.ts";
import type { OutletServices } from "../gatherings/federation/outlets/tell-outlets.ts";
import { communitySection, ownSection, upcomingSection } from "../gatherings/index.ts";
import type { Capability } from "../kernel/capability.ts";
import { noticesOfPeople } from "../kernel/notifications/notices-of-people.ts";
import type { PersonalData } from "../kernel/personal-data.ts";

/** What the composition gives to the capabilities that need more than the application. */
export interface CapabilityOptions {
  readonly accounts: Omit<AccountsOptions, "personalData" | "ownSections" | "claimHandle">;
  readonly communities: Pick<CommunityPageServices, "findActor" | "findWayHome">;
  /** How those are asked whom gatherings reach out to. */
  readonly outreach: WaysToAsk;
  /** How the news of gatherings go elsewhere. */
  readonly outlets: OutletServices;
  /** How the directory looks at the servers of places; left out where nobody's server is asked anything. */
  readonly looking: Looking | undefined;
  /** How it shares with other directories. */
  readonly sharing: Sharing | undefined;
}

/** The table of contents: what this Koinon can do. The ground floor first, since its pages come before all others. */
export function capabilities(options: CapabilityOptions): readonly Capability[] {
  const communities = communitiesOnTheWeb({
    ...options.communities,
    homeSections: [upcomingSection, directorySection],
    communitySections: [communitySection, decisionsSection, directoryLineSection],
  });
  const gatherings = gatheringsTelling(gatheringsReaching(options.outreach), options.outlets);
  const decisions = decisionsWriting(options.outreach.sendLetter);
  const directory = directoryLooking(options.looking, options.accounts.serverHandle, options.sharing);
  const others = [communities, circles, gatheringsImporting(gatherings, options.outlets.egress), decisions, directory];
  return [
    accounts({
      ...options.accounts,
      claimHandle: (context, claim) => context.execute(claimHandle, { ...claim, communityId: null }),
      personalData: personalDataOf(others),
      ownSections: [ownCommunities, ownSection],
    }),
    ...others,
  ];
}

/** What is kept of people: by the kernel, of whom was told what, and by each capability. */
export function personalDataOf(parts: readonly Capability[]): readonly PersonalData[] {
  return [noticesOfPeople, ...parts.flatMap((part) => part.personalData ?? [])];
}
