import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { threadsStep } from "./migrations/0001-threads.ts";
import { threadCareStep } from "./migrations/0002-thread-care.ts";
import { proposalsStep } from "./migrations/0010-proposals.ts";

/** The tables of decisions, step by step. */
export const decisionsSchema: readonly SchemaStep[] = [threadsStep, threadCareStep, proposalsStep];
