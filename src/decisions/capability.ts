import type { Capability } from "../kernel/capability.ts";
import { decisionJobs } from "./commands/jobs.ts";
import { decisionPersonalData } from "./commands/people/personal-data.ts";
import { sendingGuestLetters } from "./federation/answers/guest-letter-job.ts";
import { decisionInbox } from "./federation/inbox.ts";
import { decisionObjects } from "./federation/objects.ts";
import { decisionOutbox } from "./federation/outbox.ts";
import { decisionCatalogues } from "./messages/catalogue.ts";
import { decisionNotices } from "./notices.ts";
import type { SendLetter } from "./notices/guest-letter.ts";
import { formsWithUploads } from "./pages/attachments/attachment-paths.ts";
import { decisionPages } from "./pages/decision-pages.ts";
import { liveThread } from "./pages/live-thread.ts";
import { decisionsSchema } from "./store/decisions-schema.ts";

/** DECIDE: threads, proposals by many methods, stances, counts and outcomes. */
export const decisions: Capability = {
  name: "decisions",
  schema: decisionsSchema,
  messages: decisionCatalogues,
  pages: decisionPages,
  formsWithUploads,
  inbox: decisionInbox,
  outbox: decisionOutbox,
  objects: decisionObjects,
  jobs: decisionJobs,
  notices: decisionNotices,
  personalData: decisionPersonalData,
  live: [liveThread],
};

/** The same, with letters to guests; without a way for letters, e-mail is off. */
export function decisionsWriting(sendLetter: SendLetter): Capability {
  return {
    ...decisions,
    jobs: [...decisionJobs, sendingGuestLetters(sendLetter)],
    pages: (web, application) => decisionPages(web, application, { isMailOn: sendLetter !== undefined }),
  };
}
