import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { entriesStep } from "./migrations/0001-entries.ts";
import { looksStep } from "./migrations/0010-looks.ts";
import { mannersStep } from "./migrations/0050-manners.ts";
import { contestsStep } from "./migrations/0051-contests.ts";

/** The tables of the directory, step by step. */
export const directorySchema: readonly SchemaStep[] = [entriesStep, looksStep, mannersStep, contestsStep];
