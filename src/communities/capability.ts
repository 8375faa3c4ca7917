import type { Capability } from "../kernel/capability.ts";
import type { Egress } from "../kernel/federation/egress/egress.ts";
import type { FederationHandle } from "../kernel/federation/federation-handle.ts";
import { wayHomeFinder } from "../kernel/federation/remote-interaction.ts";
import { communityPersonalData } from "./commands/people/personal-data.ts";
import { communityActors } from "./federation/actors.ts";
import { communityInbox } from "./federation/inbox.ts";
import { communityObjects } from "./federation/objects.ts";
import { communityOutbox } from "./federation/outbox.ts";
import { communityCatalogues } from "./messages/catalogue.ts";
import { communityNotices } from "./notices.ts";
import { communityPages } from "./pages/community-pages.ts";
import type { CommunityPageServices } from "./pages/services.ts";
import { communitiesStep } from "./store/migrations/0001-communities.ts";

/** What communities are given by the composition. */
export interface CommunitiesOptions extends Pick<CommunityPageServices, "homeSections" | "communitySections"> {
  /** Undefined with federation switched off: then nobody is found elsewhere. */
  readonly federation: (Pick<FederationHandle, "lookUpActor"> & { readonly egress: Egress }) | undefined;
}

/** Founding, membership, listening, moderation and announcements; and the server's first page. */
export function communities({ federation, homeSections, communitySections }: CommunitiesOptions): Capability {
  return {
    name: "communities",
    schema: [communitiesStep],
    messages: communityCatalogues,
    actors: communityActors,
    inbox: communityInbox,
    outbox: communityOutbox,
    objects: communityObjects,
    notices: communityNotices,
    personalData: communityPersonalData,
    pages: (web, application) => {
      const scheme = application.origin.protocol === "http:" ? "http:" : "https:";
      const services: CommunityPageServices = {
        homeSections,
        communitySections,
        findActor: federation?.lookUpActor,
        findWayHome: federation === undefined ? nowhere : wayHomeFinder(federation.egress, scheme),
      };
      communityPages(web, { application, services });
    },
  };
}

async function nowhere() {
  return { kind: "no-server" } as const;
}
