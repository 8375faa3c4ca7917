import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { threadsStep } from "./migrations/0001-threads.ts";
import { threadCareStep } from "./migrations/0002-thread-care.ts";
import { threadVoicesStep } from "./migrations/0003-thread-voices.ts";
import { threadFollowingStep } from "./migrations/0004-thread-following.ts";
import { searchStep } from "./migrations/0005-search.ts";
import { proposalsStep } from "./migrations/0010-proposals.ts";
import { consentStep } from "./migrations/0020-consent.ts";
import { secretStep } from "./migrations/0030-secret.ts";
import { opinionsStep } from "./migrations/0040-opinions.ts";
import { threadListsStep } from "./migrations/0102-thread-lists.ts";
import { lifecycleStep } from "./migrations/0100-lifecycle.ts";
import { registerStep } from "./migrations/0050-register.ts";
import { charterStep } from "./migrations/0060-charter.ts";
import { requestsStep } from "./migrations/0060-requests.ts";
import { voiceStep } from "./migrations/0080-voice.ts";
import { electorateStep } from "./migrations/0070-electorate.ts";
import { attachmentsStep } from "./migrations/0110-attachments.ts";
import { registerChangesStep } from "./migrations/0130-register-changes.ts";
import { talliesStep } from "./migrations/0130-tallies.ts";
import { joiningStep } from "./migrations/0130-joining.ts";
import { answersStep } from "./migrations/0150-answers.ts";
import { processTextsStep } from "./migrations/0160-process-texts.ts";
import { consentVoicesStep } from "./migrations/0140-consent-voices.ts";

/** The tables of decisions, step by step. */
export const decisionsSchema: readonly SchemaStep[] = [
  threadsStep,
  threadCareStep,
  threadVoicesStep,
  threadFollowingStep,
  searchStep,
  proposalsStep,
  consentStep,
  secretStep,
  opinionsStep,
  threadListsStep,
  lifecycleStep,
  registerStep,
  charterStep,
  requestsStep,
  voiceStep,
  electorateStep,
  attachmentsStep,
  joiningStep,
  talliesStep,
  registerChangesStep,
  processTextsStep,
  answersStep,
  consentVoicesStep,
];
