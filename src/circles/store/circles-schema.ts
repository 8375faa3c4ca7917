import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { circlesStep } from "./migrations/0070-circles.ts";

/** The tables of circles, step by step. */
export const circlesSchema: readonly SchemaStep[] = [circlesStep];
