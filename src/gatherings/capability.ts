import type { Capability } from "../kernel/capability.ts";
import { gatheringJobs } from "./commands/jobs.ts";
import { gatheringPersonalData } from "./commands/people/personal-data.ts";
import { gatheringActors } from "./federation/actors.ts";
import { gatheringInbox } from "./federation/inbox.ts";
import { gatheringObjects } from "./federation/objects.ts";
import { gatheringOutbox } from "./federation/outbox.ts";
import { gatheringCatalogues } from "./messages/catalogue.ts";
import { gatheringNotices } from "./notices.ts";
import { liveGathering } from "./pages/live-gathering.ts";
import { gatheringPages } from "./pages/gathering-pages.ts";
import { gatheringSchema } from "./store/gathering-schema.ts";

/** MEET: interest lists, scheduling polls, dates, RSVPs and agendas. */
export const gatherings: Capability = {
  name: "gatherings",
  schema: gatheringSchema,
  messages: gatheringCatalogues,
  pages: gatheringPages,
  actors: gatheringActors,
  inbox: gatheringInbox,
  outbox: gatheringOutbox,
  objects: gatheringObjects,
  jobs: gatheringJobs,
  notices: gatheringNotices,
  personalData: gatheringPersonalData,
  live: [liveGathering],
};
