import { isOperator } from "../accounts/index.ts";
import type { Capability } from "../kernel/capability.ts";
import { takingOver } from "./commands/long-lists/take-over-part.ts";
import { hearThreadClosed } from "./commands/contests/hear-thread-closed.ts";
import { settling } from "./commands/ladder/settle-when-due.ts";
import { lookingJob } from "./commands/look-up/look-job.ts";
import { directoryPersonalData } from "./commands/personal-data.ts";
import { suggestionsInMessages } from "./federation/suggestions/inbox.ts";
import { contactAnswers } from "./federation/verification/inbox.ts";
import { askingContacts } from "./federation/verification/outbox.ts";
import { directoryCatalogues } from "./messages/catalogue.ts";
import type { Looking } from "./model/look-up/looking.ts";
import { toSuggesters, toVouchedFor } from "./notices.ts";
import { directoryRoutes, listRoute } from "./pages/directory-routes.tsx";
import { directorySchema } from "./store/directory-schema.ts";

/** FIND: who governs themselves, how, and how we know. `looking` is left out where no other server is asked anything. */
export function directoryLooking(looking: Looking | undefined, serverHandle?: string): Capability {
  return {
    name: "directory",
    schema: directorySchema,
    messages: directoryCatalogues,
    pages: (web, application) => directoryRoutes(web, application, looking, serverHandle),
    formsWithLargeFiles: [{ route: listRoute, mayBring: ({ read }, personId) => isOperator(read, personId) }],
    inbox: [contactAnswers, suggestionsInMessages],
    outbox: [askingContacts],
    subscribers: [hearThreadClosed],
    notices: [toSuggesters, toVouchedFor],
    jobs: [lookingJob(looking), settling, takingOver],
    personalData: directoryPersonalData,
  };
}
