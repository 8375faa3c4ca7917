import type { Database } from "../../../kernel/database/database.ts";

/** Minutes of night that a zone has borne before this gathering, beyond the one that bore least. */
export type NightDebtRow = {
  readonly gathering_id: string;
  /** An IANA name. */
  readonly zone: string;
  readonly minutes: number;
};

type NightDebtTables = { readonly night_debts: NightDebtRow };

/** The database, seen as the table of night debts. */
export function nightDebtTables(database: Database) {
  return database.withTables<NightDebtTables>();
}
