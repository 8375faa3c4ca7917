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
import { gatheringsStep } from "./store/migrations/0001-gatherings.ts";
import { noneOfTheseStep } from "./store/migrations/0002-none-of-these.ts";
import { agendaStep } from "./store/migrations/0010-agenda.ts";
import { notesStep } from "./store/migrations/0040-notes.ts";
import { minutesStep } from "./store/migrations/0041-minutes.ts";
import { feedbackStep } from "./store/migrations/0042-feedback.ts";

/** MEET: interest lists, scheduling polls, dates and RSVPs. */
export const gatherings: Capability = {
  name: "gatherings",
  schema: [gatheringsStep, noneOfTheseStep, agendaStep, notesStep, minutesStep, feedbackStep],
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
