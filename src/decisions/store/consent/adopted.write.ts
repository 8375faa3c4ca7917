import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { AdoptedDecision } from "./adopted.read.ts";
import { adoptedTables } from "./adopted.tables.ts";

/** A new decision, adopted and not yet begun. */
export async function insertDecision(
  db: Database,
  decision: Omit<AdoptedDecision, "state" | "toldOn" | "reviews" | "supersededBy" | "changedAt">,
): Promise<void> {
  await adoptedTables(db)
    .insertInto("adopted_decisions")
    .values({
      id: decision.id,
      community_id: decision.communityId,
      thread_id: decision.threadId,
      consent_id: decision.consentId,
      proposal_id: decision.proposalId ?? null,
      audience: decision.audience,
      logged_after: decision.loggedAfter ?? null,
      version: decision.version,
      version_hash: decision.versionHash,
      title: decision.title,
      text: decision.text,
      measures: decision.measures,
      responsible: decision.responsible,
      term_months: decision.termMonths,
      zone: decision.zone,
      eligible: decision.eligible,
      answered: decision.answered,
      adopted_at: microsecondsFromInstant(decision.adoptedAt),
      changed_at: microsecondsFromInstant(decision.adoptedAt),
      starts_on: decision.startsOn.toString(),
      review_on: decision.reviewOn.toString(),
      ends_on: decision.endsOn?.toString() ?? null,
      state: "adopted",
      told_on: null,
      reviews: 0,
      supersedes: decision.supersedes ?? null,
      superseded_by: null,
    })
    .execute();
}

/** What changes of a decision in its life, and when; its words never do. That people were told of a review is no change of it. */
export async function moveDecision(
  db: Database,
  id: string,
  to: Partial<Pick<AdoptedDecision, "state" | "reviewOn" | "reviews" | "supersededBy">> & {
    /** Null: nobody was told of the next review yet. */
    readonly toldOn?: Temporal.PlainDate | null;
  },
  at: Temporal.Instant,
): Promise<void> {
  await adoptedTables(db)
    .updateTable("adopted_decisions")
    .set({
      ...((to.state ?? to.reviewOn ?? to.supersededBy) !== undefined && { changed_at: microsecondsFromInstant(at) }),
      ...(to.state !== undefined && { state: to.state }),
      ...(to.reviewOn !== undefined && { review_on: to.reviewOn.toString() }),
      ...(to.reviews !== undefined && { reviews: to.reviews }),
      ...(to.supersededBy !== undefined && { superseded_by: to.supersededBy }),
      ...(to.toldOn !== undefined && { told_on: to.toldOn?.toString() ?? null }),
    })
    .where("id", "=", id)
    .execute();
}
