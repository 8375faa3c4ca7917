import type { DatabaseLocation } from "./open-database.ts";
import { localWords } from "./wake-local.ts";
import { postgresWords } from "./wake-postgres.ts";
import type { WakeReport, WakeUps } from "./wake.ts";

/** Opens the words between the processes that share this database; the embedded one has a single process. */
export function openWakeUps(location: DatabaseLocation, report: WakeReport): WakeUps {
  return location.kind === "sqlite" ? localWords() : postgresWords(location.url, report);
}
