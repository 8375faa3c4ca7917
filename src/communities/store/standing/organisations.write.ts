import type { Database } from "../../../kernel/database/database.ts";
import { standingTables, type DelegateRow, type OrganisationRow } from "./standing.tables.ts";

/** A new organisation. */
export async function insertOrganisation(db: Database, row: OrganisationRow): Promise<void> {
  await standingTables(db).insertInto("organisations").values(row).execute();
}

/** An organisation that belongs to the community no more, with those who spoke for it. */
export async function deleteOrganisation(db: Database, organisationId: string): Promise<void> {
  const tables = standingTables(db);
  await tables.deleteFrom("organisation_delegates").where("organisation_id", "=", organisationId).execute();
  await tables.deleteFrom("organisations").where("id", "=", organisationId).execute();
}

/** Somebody speaks for an organisation. */
export async function insertDelegate(db: Database, row: DelegateRow): Promise<void> {
  await standingTables(db).insertInto("organisation_delegates").values(row).execute();
}

/** Somebody speaks for no organisation of this community any more. */
export async function deleteDelegate(
  db: Database,
  key: { readonly communityId: string; readonly personId: string },
): Promise<void> {
  await standingTables(db)
    .deleteFrom("organisation_delegates")
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}
