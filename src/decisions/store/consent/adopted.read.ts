import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { DecisionId } from "../../model/consent/consent-id.ts";
import type { DecisionDays, DecisionState } from "../../model/consent/review.ts";
import type { VersionContent } from "../../model/consent/version.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import { adoptedTables, type AdoptedDecisionRow } from "./adopted.tables.ts";

/** A decision, made by consent or by the count of a proposal. */
export interface AdoptedDecision extends VersionContent, DecisionDays {
  readonly id: DecisionId;
  readonly communityId: string;
  readonly threadId: string;
  /** The process it came from, or by which it is reviewed where a proposal made it. */
  readonly consentId: string;
  /** The proposal that made it; undefined for one made by consent. */
  readonly proposalId: string | undefined;
  readonly audience: ThreadAudience;
  /** Its entry in the community's log comes after this one; undefined for those older than the register. */
  readonly loggedAfter: number | undefined;
  readonly version: number;
  readonly versionHash: string;
  readonly zone: string;
  readonly eligible: number;
  readonly answered: number;
  readonly adoptedAt: Temporal.Instant;
  /** When where it stands last changed: it began, was kept, replaced or ended. */
  readonly changedAt: Temporal.Instant;
  readonly state: DecisionState;
  readonly reviews: number;
  readonly supersedes: string | undefined;
  readonly supersededBy: string | undefined;
}

export async function decisionById(db: Database, id: string): Promise<AdoptedDecision | undefined> {
  const row = await adoptedTables(db)
    .selectFrom("adopted_decisions")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : decisionFromRow(row);
}

/** The decision that came of a process; undefined where none did. */
export async function decisionOfConsent(db: Database, consentId: string): Promise<AdoptedDecision | undefined> {
  const row = await adoptedTables(db)
    .selectFrom("adopted_decisions")
    .selectAll()
    .where("consent_id", "=", consentId)
    .executeTakeFirst();
  return row === undefined ? undefined : decisionFromRow(row);
}

/** A decision as it stands in its row. */
export function decisionFromRow(row: AdoptedDecisionRow): AdoptedDecision {
  return {
    id: row.id as DecisionId,
    communityId: row.community_id,
    threadId: row.thread_id,
    consentId: row.consent_id,
    proposalId: row.proposal_id ?? undefined,
    audience: row.audience as ThreadAudience,
    loggedAfter: row.logged_after ?? undefined,
    version: row.version,
    versionHash: row.version_hash,
    title: row.title,
    text: row.text,
    measures: row.measures,
    responsible: row.responsible,
    termMonths: row.term_months,
    zone: row.zone,
    eligible: row.eligible,
    answered: row.answered,
    adoptedAt: instantFromMicroseconds(row.adopted_at),
    changedAt: instantFromMicroseconds(Math.max(row.changed_at, row.adopted_at)),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    reviewOn: Temporal.PlainDate.from(row.review_on),
    endsOn: row.ends_on === null ? undefined : Temporal.PlainDate.from(row.ends_on),
    state: row.state as DecisionState,
    toldOn: row.told_on === null ? undefined : Temporal.PlainDate.from(row.told_on),
    reviews: row.reviews,
    supersedes: row.supersedes ?? undefined,
    supersededBy: row.superseded_by ?? undefined,
  };
}
