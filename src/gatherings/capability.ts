import type { Capability } from "../kernel/capability.ts";
import { gatheringJobs } from "./commands/jobs.ts";
import { gatheringPersonalData } from "./commands/people/personal-data.ts";
import { gatheringActors } from "./federation/actors.ts";
import { gatheringInbox } from "./federation/inbox.ts";
import { askingJob, type WaysToAsk } from "./federation/outreach/asking-job.ts";
import { gatheringObjects } from "./federation/objects.ts";
import { gatheringOutbox } from "./federation/outbox.ts";
import { gatheringCatalogues } from "./messages/catalogue.ts";
import { gatheringNotices } from "./notices.ts";
import { liveGathering } from "./pages/live-gathering.ts";
import { gatheringPages } from "./pages/gathering-pages.ts";
import { gatheringsStep } from "./store/migrations/0001-gatherings.ts";
import { noneOfTheseStep } from "./store/migrations/0002-none-of-these.ts";
import { seatsStep } from "./store/migrations/0030-seats.ts";
import { rsvpQuestionsStep } from "./store/migrations/0031-rsvp-questions.ts";
import { outreachStep } from "./store/migrations/0032-outreach.ts";

/** MEET: interest lists, scheduling polls, dates and RSVPs. */
const gatherings: Capability = {
  name: "gatherings",
  schema: [gatheringsStep, noneOfTheseStep, seatsStep, rsvpQuestionsStep, outreachStep],
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

/** The same, with outreach to people and instances. */
export function gatheringsReaching(ways: WaysToAsk): Capability {
  return { ...gatherings, jobs: [...gatheringJobs, askingJob(ways)] };
}
