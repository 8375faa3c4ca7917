import { accountsSchema } from "../accounts/index.ts";
import { communitiesStep } from "../communities/index.ts";
import { gatheringsStep } from "../gatherings/store/migrations/0001-gatherings.ts";
import { noneOfTheseStep } from "../gatherings/store/migrations/0002-none-of-these.ts";
import { seatsStep } from "../gatherings/store/migrations/0030-seats.ts";
import { rsvpQuestionsStep } from "../gatherings/store/migrations/0031-rsvp-questions.ts";
import { outreachStep } from "../gatherings/store/migrations/0032-outreach.ts";
import { logSchema } from "../kernel/activity-log/log.tables.ts";
import { receiptSchema } from "../kernel/commands/receipts.tables.ts";
import type { SchemaStep } from "../kernel/database/migrate.ts";
import { jobSchema } from "../kernel/jobs/jobs.tables.ts";
import { federationSchema } from "../kernel/federation/federation-schema.ts";
import { noticeSchema } from "../kernel/notifications/notices.tables.ts";
import { secretSchema } from "../kernel/secrets/server-secret.ts";

/** Every step of the schema, the kernel's first. */
export const schemaSteps: readonly SchemaStep[] = [
  ...logSchema,
  ...jobSchema,
  ...receiptSchema,
  ...secretSchema,
  ...noticeSchema,
  ...federationSchema,
  ...accountsSchema,
  communitiesStep,
  gatheringsStep,
  noneOfTheseStep,
  seatsStep,
  rsvpQuestionsStep,
  outreachStep,
];
