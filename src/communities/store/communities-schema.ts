import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { communitiesStep } from "./migrations/0001-communities.ts";
import { standingStep } from "./migrations/0070-standing.ts";

/** The tables of communities, step by step. */
export const communitiesSchema: readonly SchemaStep[] = [communitiesStep, standingStep];
