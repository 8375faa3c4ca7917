import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Charter } from "../../model/charter/charter.ts";
import type { AmendmentEnd, CharterAmendment, CharterVersion, ProposalBylaws } from "./charter.read.ts";
import { charterTables } from "./charter.tables.ts";

/** A version that is in force from now on. */
export async function insertCharterVersion(db: Database, version: CharterVersion): Promise<void> {
  await charterTables(db)
    .insertInto("charter_versions")
    .values({
      community_id: version.communityId,
      version: version.version,
      charter: charterText(version),
      hash: version.hash,
      proposal_id: version.proposalId ?? null,
      written_by: version.writtenBy,
      in_force_at: microsecondsFromInstant(version.inForceAt),
    })
    .execute();
}

/** What a proposal that has just opened, or the present version of a process, would make of the charter. */
export async function writeAmendment(db: Database, amendment: Omit<CharterAmendment, "ended">): Promise<void> {
  const said = { charter: charterText(amendment), base_version: amendment.baseVersion };
  await charterTables(db)
    .insertInto("charter_amendments")
    .values({
      proposal_id: amendment.proposalId,
      community_id: amendment.communityId,
      ...said,
      ended: null,
    })
    .onConflict((conflict) => conflict.column("proposal_id").doUpdateSet(said))
    .execute();
}

/** What a version of a process would make of the charter; a draft's first one is written anew. */
export async function writeConsentAmendment(
  db: Database,
  consentId: string,
  version: number,
  amendment: Pick<CharterAmendment, "opening" | "matters" | "baseVersion">,
): Promise<void> {
  const said = { charter: charterText(amendment), base_version: amendment.baseVersion };
  await charterTables(db)
    .insertInto("consent_amendments")
    .values({ consent_id: consentId, version, ...said })
    .onConflict((conflict) => conflict.columns(["consent_id", "version"]).doUpdateSet(said))
    .execute();
}

export async function endAmendment(db: Database, proposalId: string, ended: AmendmentEnd): Promise<void> {
  await charterTables(db)
    .updateTable("charter_amendments")
    .set({ ended })
    .where("proposal_id", "=", proposalId)
    .execute();
}

/** An amendment that did not carry is decided on once more; nothing for a proposal that amends nothing. */
export async function reopenAmendment(db: Database, proposalId: string): Promise<void> {
  await charterTables(db)
    .updateTable("charter_amendments")
    .set({ ended: null })
    .where("proposal_id", "=", proposalId)
    .execute();
}

/** Writes down the rules that a proposal was put under; they never change. */
export async function insertBylaws(db: Database, proposalId: string, bylaws: ProposalBylaws): Promise<void> {
  await charterTables(db)
    .insertInto("proposal_bylaws")
    .values({
      proposal_id: proposalId,
      preset: bylaws.preset,
      charter_version: bylaws.charterVersion,
      matter_id: bylaws.matterId,
      matter_name: bylaws.matterName,
      days: bylaws.days,
      bound_until: microsecondsFromInstant(bylaws.boundUntil),
    })
    .execute();
}

/** Writes down the rules that a draft is under now; once it is submitted they never change. */
export async function rewriteBylaws(db: Database, consentId: string, bylaws: ProposalBylaws): Promise<void> {
  await charterTables(db).deleteFrom("proposal_bylaws").where("proposal_id", "=", consentId).execute();
  await insertBylaws(db, consentId, bylaws);
}

/** What two who turned out to be one person wrote in charters stands under one name. */
export async function carryCharters(db: Database, kept: string, joined: string): Promise<void> {
  await charterTables(db)
    .updateTable("charter_versions")
    .set({ written_by: kept })
    .where("written_by", "=", joined)
    .execute();
}

function charterText({ opening, matters }: Charter): string {
  return JSON.stringify({ opening, matters });
}
