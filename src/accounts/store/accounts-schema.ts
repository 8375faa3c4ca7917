import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { accountsStep } from "./migrations/0001-accounts.ts";
import { elsewhereStep } from "./migrations/0002-elsewhere.ts";
import { backupsStep } from "./migrations/0003-backups.ts";

/** Every step of the schema of accounts, in order. */
export const accountsSchema: readonly SchemaStep[] = [accountsStep, elsewhereStep, backupsStep];
