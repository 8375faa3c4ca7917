import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { Charter } from "../../model/charter/charter.ts";
import type { PersonId } from "../../model/thread.ts";
import { charterTables, type CharterVersionRow } from "./charter.tables.ts";

/** A version of a charter, and where it comes from. */
export interface CharterVersion extends Charter {
  readonly communityId: string;
  readonly version: number;
  readonly hash: string;
  /** The proposal or the consent process it rests on; undefined for the first, which stewards set. */
  readonly proposalId: string | undefined;
  readonly writtenBy: PersonId;
  readonly inForceAt: Temporal.Instant;
}

/** What a proposal to amend the charter would make of it, and how that ended. */
export interface CharterAmendment extends Charter {
  readonly proposalId: string;
  readonly communityId: string;
  readonly baseVersion: number;
  readonly ended: AmendmentEnd | undefined;
}

/** `undone`: in force until its circle ended it at the review. */
export type AmendmentEnd = "in-force" | "not-carried" | "overtaken" | "withdrawn" | "undone";

/** The rules that a proposal was put under. */
export interface ProposalBylaws {
  readonly preset: string;
  readonly charterVersion: number;
  readonly matterId: string;
  readonly matterName: string;
  readonly days: number;
  readonly boundUntil: Temporal.Instant;
}

/** The charter in force; undefined for a community that has none. */
export async function charterOf(db: Database, communityId: string): Promise<CharterVersion | undefined> {
  const { rows } = await newestVersion(db, { communityId });
  return rows[0] === undefined ? undefined : versionFromRow(rows[0]);
}

const newestVersion = prepared((db, given: { communityId: string }) =>
  charterTables(db)
    .selectFrom("charter_versions")
    .selectAll()
    .where("community_id", "=", given.communityId)
    .orderBy("version", "desc")
    .limit(1),
);

export async function charterVersion(
  db: Database,
  communityId: string,
  version: number,
): Promise<CharterVersion | undefined> {
  const row = await charterTables(db)
    .selectFrom("charter_versions")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row === undefined ? undefined : versionFromRow(row);
}

/** The versions of a charter without their words, the newest first; at most `limit`. */
export async function charterHistory(
  db: Database,
  communityId: string,
  limit: number,
): Promise<readonly Omit<CharterVersion, keyof Charter>[]> {
  const rows = await charterTables(db)
    .selectFrom("charter_versions")
    .select(["community_id", "version", "hash", "proposal_id", "written_by", "in_force_at"])
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(limit)
    .execute();
  return rows.map(originOf);
}

export async function amendmentOf(db: Database, proposalId: string): Promise<CharterAmendment | undefined> {
  const { rows } = await amendmentRow(db, { proposalId });
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    ...(JSON.parse(row.charter) as Charter),
    proposalId: row.proposal_id,
    communityId: row.community_id,
    baseVersion: row.base_version,
    ended: (row.ended as AmendmentEnd | null) ?? undefined,
  };
}

const amendmentRow = prepared((db, given: { proposalId: string }) =>
  charterTables(db).selectFrom("charter_amendments").selectAll().where("proposal_id", "=", given.proposalId),
);

/** What each version of a process would make of the charter, by the number of the version; at most 50. */
export async function amendmentsOfConsent(db: Database, consentId: string): Promise<ReadonlyMap<number, Charter>> {
  const rows = await charterTables(db)
    .selectFrom("consent_amendments")
    .selectAll()
    .where("consent_id", "=", consentId)
    .orderBy("version", "desc")
    .limit(50)
    .execute();
  return new Map(rows.map((row) => [row.version, JSON.parse(row.charter) as Charter]));
}

/** The last version of a charter that rests on a decision; undefined where none does. */
export async function charterMadeBy(
  db: Database,
  communityId: string,
  decidedBy: string,
): Promise<CharterVersion | undefined> {
  const row = await charterTables(db)
    .selectFrom("charter_versions")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("proposal_id", "=", decidedBy)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : versionFromRow(row);
}

/** The proposals by which a charter may be amended that have not ended yet; at most 20. */
export async function openAmendments(db: Database, communityId: string): Promise<readonly string[]> {
  const rows = await charterTables(db)
    .selectFrom("charter_amendments")
    .select("proposal_id")
    .where("community_id", "=", communityId)
    .where("ended", "is", null)
    .orderBy("proposal_id")
    .limit(20)
    .execute();
  return rows.map((row) => row.proposal_id);
}

/** The rules that a proposal was put under; undefined where they were chosen for it alone. */
export async function bylawsOfProposal(db: Database, proposalId: string): Promise<ProposalBylaws | undefined> {
  const { rows } = await bylawsRow(db, { proposalId });
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    preset: row.preset,
    charterVersion: row.charter_version,
    matterId: row.matter_id,
    matterName: row.matter_name,
    days: row.days,
    boundUntil: instantFromMicroseconds(row.bound_until),
  };
}

const bylawsRow = prepared((db, given: { proposalId: string }) =>
  charterTables(db).selectFrom("proposal_bylaws").selectAll().where("proposal_id", "=", given.proposalId),
);

function versionFromRow(row: CharterVersionRow): CharterVersion {
  return { ...(JSON.parse(row.charter) as Charter), ...originOf(row) };
}

function originOf(row: Omit<CharterVersionRow, "charter">): Omit<CharterVersion, keyof Charter> {
  return {
    communityId: row.community_id,
    version: row.version,
    hash: row.hash,
    proposalId: row.proposal_id ?? undefined,
    writtenBy: row.written_by as PersonId,
    inForceAt: instantFromMicroseconds(row.in_force_at),
  };
}
