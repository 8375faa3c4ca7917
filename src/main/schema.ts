import { accountsSchema } from "../accounts/index.ts";
import { circlesSchema } from "../circles/store/circles-schema.ts";
import { communitiesSchema } from "../communities/index.ts";
import { decisionsSchema } from "../decisions/store/decisions-schema.ts";
import { directorySchema } from "../directory/store/directory-schema.ts";
import { gatheringSchema } from "../gatherings/store/gathering-schema.ts";
import { logSchema } from "../kernel/activity-log/log.tables.ts";
import { receiptSchema } from "../kernel/commands/receipts.tables.ts";
import type { SchemaStep } from "../kernel/database/migrate.ts";
import { keptFileSchema } from "../kernel/media/kept-files.ts";
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
  ...keptFileSchema,
  ...accountsSchema,
  ...communitiesSchema,
  ...circlesSchema,
  ...gatheringSchema,
  ...decisionsSchema,
  ...directorySchema,
];
