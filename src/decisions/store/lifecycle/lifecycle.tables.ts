import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What goes on around one proposal while it is open; there is no row where nobody chose anything and nothing happened. */
export type LifeRow = {
  readonly proposal_id: string;
  readonly adding: string;
  readonly own_options: number;
  readonly all_options: number;
  readonly shuffles: 0 | 1;
  readonly reminds: string;
  readonly remind_hours: number;
  readonly reminded: number;
  readonly added: number;
  readonly digest_at: Microseconds | null;
};

/** One change of a closing time. */
export type ChangeRow = {
  readonly proposal_id: string;
  readonly place: number;
  readonly kind: string;
  readonly person_id: string;
  readonly reason: string;
  readonly at: Microseconds;
  /** The closing time from then on; for what was closed early, when that was. */
  readonly until: Microseconds;
  /** JSON, of a reopening: the count that stood until then. */
  readonly former: string | null;
};

/** Who added an option after the proposal opened; its name is among those of the proposal. */
export type AddedOptionRow = {
  readonly proposal_id: string;
  readonly place: number;
  readonly person_id: string;
  readonly at: Microseconds;
};

/** What a community keeps to put proposals from. */
export type TemplateRow = {
  readonly id: string;
  readonly community_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly method: string;
  /** JSON: a TemplateContent. */
  readonly content: string;
  readonly made_at: Microseconds;
};

export type LifecycleTables = {
  readonly proposal_lives: LifeRow;
  readonly proposal_changes: ChangeRow;
  readonly added_options: AddedOptionRow;
  readonly proposal_templates: TemplateRow;
};

/** The database, seen as the tables of the lives of proposals. */
export function lifecycleTables(database: Database) {
  return database.withTables<LifecycleTables>();
}
