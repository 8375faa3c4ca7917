import type { Database } from "../../../kernel/database/database.ts";
import type { ConsentTables } from "../consent/consent.tables.ts";
import type { ElectorateTables } from "../electorate/electorate.tables.ts";
import type { ProposalTables } from "../proposals/proposals.tables.ts";
import type { SecretTables } from "../secret/secret.tables.ts";
import type { VoiceTables } from "../voice/voice.tables.ts";

/** Somebody stands on one frozen list twice, as they were counted: under their own id, and under one that turned out to be theirs too. */
export type CountedApartRow = {
  /** The list: a proposal's id, or as `electorateOf` names it. */
  readonly list_id: string;
  /** The id that nobody signs in under any more. */
  readonly also_id: string;
  readonly person_id: string;
};

export type JoiningTables = {
  readonly counted_apart: CountedApartRow;
};

/** The database, seen as all tables in which two people who turn out to be one may both stand. */
export function joiningTables(database: Database) {
  return database.withTables<
    JoiningTables & ProposalTables & SecretTables & ElectorateTables & VoiceTables & ConsentTables
  >();
}
