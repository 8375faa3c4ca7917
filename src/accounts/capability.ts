import type { Application } from "../kernel/application.ts";
import type { Capability } from "../kernel/capability.ts";
import type { Egress } from "../kernel/federation/egress/egress.ts";
import { jobOrigin, type JobDefinition } from "../kernel/jobs/job.ts";
import type { PersonalData } from "../kernel/personal-data.ts";
import { tidyingElsewhere } from "./commands/elsewhere/tidy-elsewhere.ts";
import { eraseTraces, type ErasingPayload } from "./commands/people/erase-traces.ts";
import { eraseTracesJob } from "./commands/people/leave.ts";
import { personActors } from "./federation/elsewhere/actors.ts";
import { elsewhereFarewells, elsewhereInbox } from "./federation/elsewhere/inbox.ts";
import { elsewhereOutbox } from "./federation/elsewhere/outbox.ts";
import {
  changedActor,
  codeInMessage,
  deletedActor,
  movedActor,
  stopOfEverything,
  stopOfNews,
} from "./federation/inbox.ts";
import { signInAtServer } from "./federation/oauth/sign-in-at-server.ts";
import type { LookUpActor } from "./federation/oauth/vouched-account.ts";
import { accountCatalogues } from "./messages/catalogue.ts";
import { toOperators } from "./notices.ts";
import { liveCode } from "./pages/sign-in/live-code.ts";
import { accountPages } from "./pages/account-pages.ts";
import type { AccountPageServices } from "./pages/account-page-services.ts";
import { accountsSchema } from "./store/accounts-schema.ts";
import { accountRecordsOf } from "./store/personal-data.read.ts";

/** What accounts are given by the composition. */
export interface AccountsOptions extends Omit<
  AccountPageServices,
  "application" | "serverSignIn" | "findActor" | "personalData"
> {
  /** Undefined with federation switched off: then people sign in by e-mail alone. */
  readonly federation: { readonly egress: Egress; readonly lookUpActor: LookUpActor } | undefined;
  /** What the other capabilities keep of people. */
  readonly personalData: readonly PersonalData[];
}

/** People: identities, sign-in, sessions, how each wants to hear of things; and the server's own settings. */
export function accounts(options: AccountsOptions): Capability {
  const { federation, secret } = options;
  const others = options.personalData;
  return {
    name: "accounts",
    schema: accountsSchema,
    messages: accountCatalogues,
    pages: (web, application) => {
      const serverSignIn = federation && signInAtServer({ application, secret, ...federation, personalData: others });
      const personalData = [ownPersonalData(application), ...others];
      accountPages(web, { ...options, application, serverSignIn, findActor: federation?.lookUpActor, personalData });
    },
    actors: personActors,
    inbox: [
      codeInMessage,
      ...elsewhereInbox,
      stopOfNews,
      stopOfEverything,
      changedActor,
      movedActor(others),
      deletedActor(others),
      ...elsewhereFarewells,
    ],
    outbox: elsewhereOutbox,
    jobs: [erasingJob(others), tidyingElsewhere],
    notices: [toOperators],
    live: [liveCode],
  };
}

/** What accounts keep themselves goes by their own commands, so there is only the export and what the log says of moves. */
function ownPersonalData(application: Application): PersonalData {
  return {
    name: "accounts",
    writtenIn: [...ownWrittenIn],
    export: (read, personId) => accountRecordsOf(read, personId, application.clock()),
    forget: async () => {},
    join: async () => {},
  };
}

const ownWrittenIn = ["identity-moved", "follow-asked", "follow-ended", "person-actor-closed"];

function erasingJob(others: readonly PersonalData[]): JobDefinition {
  const command = eraseTraces([...ownWrittenIn, ...others.flatMap((capability) => capability.writtenIn)]);
  return {
    kind: eraseTracesJob,
    run: async (application, job) => {
      const { from, key } = jobOrigin(job);
      const { after } = job.payload as ErasingPayload;
      // Each stretch is an act of its own, also where several are done at one instant.
      const origin = { from, key: `${key}:${after === null ? "start" : `${after.chain}/${after.sequence}`}` };
      const by = { actor: { kind: "clock" }, origin } as const;
      const result = await application.execute(command, job.payload, by);
      if (!result.ok) throw new Error(`the log was not erased of ${job.key}: ${result.refusal.kind}`);
    },
  };
}
