import { isOperator } from "../accounts/index.ts";
import type { Capability } from "../kernel/capability.ts";
import { takingOver } from "./commands/long-lists/take-over-part.ts";
import { hearThreadClosed } from "./commands/contests/hear-thread-closed.ts";
import { settling } from "./commands/ladder/settle-when-due.ts";
import { lookingJob } from "./commands/look-up/look-job.ts";
import { forgettingOrigins } from "./commands/sharing/forget-job.ts";
import { leavingBlocked, readingChanges } from "./commands/sharing/read-changes-job.ts";
import { changesToTell, tellingChanges } from "./commands/sharing/tell-changes.ts";
import { directoryPersonalData } from "./commands/personal-data.ts";
import { directoryActors } from "./federation/sharing/actors.ts";
import { sharingInbox } from "./federation/sharing/inbox.ts";
import { sharingOutbox } from "./federation/sharing/outbox.ts";
import { suggestionsInMessages } from "./federation/suggestions/inbox.ts";
import { contactAnswers } from "./federation/verification/inbox.ts";
import { askingContacts } from "./federation/verification/outbox.ts";
import { directoryCatalogues } from "./messages/catalogue.ts";
import type { Looking } from "./model/look-up/looking.ts";
import type { Sharing } from "./model/sharing/sharing.ts";
import { toOperatorsOfOrigins, toSuggesters, toVouchedFor } from "./notices.ts";
import { directoryRoutes, listRoute } from "./pages/directory-routes.tsx";
import { directorySchema } from "./store/directory-schema.ts";

/** FIND: who governs themselves, how, and how we know. `looking` and `sharing` are left out where no other server is asked anything. */
export function directoryLooking(looking: Looking | undefined, serverHandle?: string, sharing?: Sharing): Capability {
  return {
    name: "directory",
    schema: directorySchema,
    messages: directoryCatalogues,
    pages: (web, application) => directoryRoutes(web, application, looking, serverHandle, sharing),
    formsWithLargeFiles: [{ route: listRoute, mayBring: ({ read }, personId) => isOperator(read, personId) }],
    actors: directoryActors,
    inbox: [...sharingInbox, contactAnswers, suggestionsInMessages],
    outbox: [askingContacts, ...sharingOutbox],
    notices: [toSuggesters, toOperatorsOfOrigins, toVouchedFor],
    subscribers: [changesToTell, leavingBlocked, hearThreadClosed],
    jobs: [lookingJob(looking), settling, takingOver, readingChanges(sharing), forgettingOrigins, tellingChanges],
    personalData: directoryPersonalData,
  };
}
