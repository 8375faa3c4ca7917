import type { Capability } from "../kernel/capability.ts";
import { communityPersonalData } from "./commands/people/personal-data.ts";
import { communityActors } from "./federation/actors.ts";
import { communityInbox } from "./federation/inbox.ts";
import { communityObjects } from "./federation/objects.ts";
import { communityOutbox } from "./federation/outbox.ts";
import { communityCatalogues } from "./messages/catalogue.ts";
import { communityNotices } from "./notices.ts";
import { communityPages } from "./pages/community-pages.ts";
import type { CommunityPageServices } from "./pages/community-page-services.ts";
import { communitiesSchema } from "./store/communities-schema.ts";

const communities: Capability = {
  name: "communities",
  schema: communitiesSchema,
  messages: communityCatalogues,
  actors: communityActors,
  inbox: communityInbox,
  outbox: communityOutbox,
  objects: communityObjects,
  notices: communityNotices,
  personalData: communityPersonalData,
};

/** Founding, membership, listening, moderation and announcements; the server's first page, and the way to take part from elsewhere. */
export function communitiesOnTheWeb(services: CommunityPageServices): Capability {
  return { ...communities, pages: (web, application) => communityPages(web, { application, services }) };
}
