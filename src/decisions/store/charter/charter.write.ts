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

/** What a proposal that has just opened would make of the charter. */
export async function insertAmendment(db: Database, amendment: Omit<CharterAmendment, "ended">): Promise<void> {
  await charterTables(db)
    .insertInto("charter_amendments")
    .values({
      proposal_id: amendment.proposalId,
      community_id: amendment.communityId,
      charter: charterText(amendment),
      base_version: amendment.baseVersion,
      ended: null,
    })
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
