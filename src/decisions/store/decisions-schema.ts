import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { threadsStep } from "./migrations/0001-threads.ts";
import { proposalsStep } from "./migrations/0010-proposals.ts";
import { consentStep } from "./migrations/0020-consent.ts";

/** The tables of decisions, step by step. */
export const decisionsSchema: readonly SchemaStep[] = [threadsStep, proposalsStep, consentStep];
