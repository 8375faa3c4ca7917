import type { Capability } from "../kernel/capability.ts";
import type { Egress } from "../kernel/federation/egress/egress.ts";
import { commitmentJobs } from "./commands/commitments/jobs.ts";
import { gatheringJobs } from "./commands/jobs.ts";
import { outletJobs } from "./commands/outlets/jobs.ts";
import { roleJobs } from "./commands/roles/jobs.ts";
import { wallJobs } from "./commands/wall/clear-wall.ts";
import { gatheringPersonalData } from "./commands/people/personal-data.ts";
import { gatheringActors } from "./federation/actors.ts";
import { feedReader } from "./federation/import/read-feed.ts";
import { commitmentInbox } from "./federation/commitments/inbox.ts";
import { outletSubscriber, tellingOutlets, type OutletServices } from "./federation/outlets/tell-outlets.ts";
import { roleInbox } from "./federation/roles/inbox.ts";
import { roleObjects } from "./federation/roles/objects.ts";
import { roleOutbox } from "./federation/roles/outbox.ts";
import { gatheringInbox } from "./federation/inbox.ts";
import { askingJob, type WaysToAsk } from "./federation/outreach/asking-job.ts";
import { gatheringObjects } from "./federation/objects.ts";
import { gatheringOutbox } from "./federation/outbox.ts";
import { wallInbox, wallStopping } from "./federation/wall/inbox.ts";
import { gatheringCatalogues } from "./messages/catalogue.ts";
import { gatheringNotices } from "./notices.ts";
import { commitmentNotices } from "./notices/commitment-notices.ts";
import { roleNotices } from "./notices/role-notices.ts";
import { liveGathering } from "./pages/live-gathering.ts";
import { gatheringFormsWithFiles, gatheringPages } from "./pages/gathering-pages.ts";
import { importPath, importRoutes } from "./pages/import/import-routes.tsx";
import { outletRoutes } from "./pages/outlets/outlet-routes.tsx";
import { gatheringSchema } from "./store/gathering-schema.ts";

/** MEET: interest lists, scheduling polls, dates, RSVPs with seats and questions, outreach, agendas, roles, commitments, series and walls. */
export const gatherings: Capability = {
  name: "gatherings",
  schema: gatheringSchema,
  messages: gatheringCatalogues,
  pages: gatheringPages,
  formsWithFiles: gatheringFormsWithFiles,
  actors: gatheringActors,
  inbox: [...roleInbox, ...commitmentInbox, wallStopping, ...gatheringInbox, ...wallInbox],
  outbox: [...gatheringOutbox, ...roleOutbox],
  objects: [...gatheringObjects, ...roleObjects],
  jobs: [...gatheringJobs, ...commitmentJobs, ...roleJobs, ...outletJobs, ...wallJobs],
  notices: [...gatheringNotices, ...roleNotices, ...commitmentNotices],
  personalData: gatheringPersonalData,
  live: [liveGathering],
};

/** The same, with outreach to people and instances. */
export function gatheringsReaching(ways: WaysToAsk): Capability {
  return { ...gatherings, jobs: [...(gatherings.jobs ?? []), askingJob(ways)] };
}

/** The same, with outlets for its news. */
export function gatheringsTelling(part: Capability, { secret, egress }: OutletServices): Capability {
  const told = egress && {
    jobs: [...(part.jobs ?? []), tellingOutlets(secret, egress)],
    subscribers: [outletSubscriber],
  };
  return {
    ...part,
    ...told,
    pages: (web, application) => {
      part.pages?.(web, application);
      outletRoutes(web, application, { secret, isOn: egress !== undefined });
    },
  };
}

/** The same, taking gatherings over from calendars; from other addresses where the server asks others. */
export function gatheringsImporting(part: Capability, egress: Egress | undefined): Capability {
  return {
    ...part,
    formsWithFiles: [...(part.formsWithFiles ?? []), importPath],
    pages: (web, application) => {
      part.pages?.(web, application);
      importRoutes(web, application, egress && feedReader(egress));
    },
  };
}
