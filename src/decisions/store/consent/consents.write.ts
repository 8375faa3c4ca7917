import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { consentTables } from "./consent.tables.ts";
import type { Consent, ConsentVersion } from "./consents.read.ts";

/** A new process, as a draft; its first version is written after it. */
export async function insertConsent(
  db: Database,
  consent: Omit<
    Consent,
    | "eligible"
    | "state"
    | "stateSince"
    | "dueAt"
    | "version"
    | "cycle"
    | "turn"
    | "motions"
    | "timeGiven"
    | "endedAt"
    | "endingReason"
  >,
): Promise<void> {
  const draftedAt = microsecondsFromInstant(consent.draftedAt);
  await consentTables(db)
    .insertInto("consents")
    .values({
      id: consent.id,
      community_id: consent.communityId,
      thread_id: consent.threadId,
      author_id: consent.authorId,
      ...draftColumns(consent),
      zone: consent.zone,
      eligible: 0,
      state: "draft",
      state_since: draftedAt,
      due_at: null,
      version: 1,
      cycle: 0,
      turn: 0,
      motions: 0,
      time_given: 0,
      drafted_at: draftedAt,
      ended_at: null,
      ending_reason: "",
      supersedes: consent.supersedes ?? null,
      proposal_id: consent.proposalId ?? null,
    })
    .execute();
}

/** What the author may still change of a draft. */
export type DraftParts = Pick<
  Consent,
  "title" | "need" | "aim" | "rule" | "roundDays" | "hidesReactions" | "startsOn" | "endsOn"
>;

export async function rewriteDraft(db: Database, id: string, draft: DraftParts): Promise<void> {
  await consentTables(db).updateTable("consents").set(draftColumns(draft)).where("id", "=", id).execute();
}

/** Where a process stands from now on. */
export async function moveConsent(
  db: Database,
  id: string,
  to: Pick<Consent, "state" | "stateSince" | "dueAt"> &
    Partial<Pick<Consent, "eligible" | "cycle" | "turn" | "endedAt">>,
): Promise<void> {
  await consentTables(db)
    .updateTable("consents")
    .set({
      state: to.state,
      state_since: microsecondsFromInstant(to.stateSince),
      due_at: to.dueAt === undefined ? null : microsecondsFromInstant(to.dueAt),
      time_given: 0,
      ...(to.eligible !== undefined && { eligible: to.eligible }),
      ...(to.cycle !== undefined && { cycle: to.cycle }),
      ...(to.turn !== undefined && { turn: to.turn }),
      ...(to.endedAt !== undefined && { ended_at: microsecondsFromInstant(to.endedAt) }),
    })
    .where("id", "=", id)
    .execute();
}

/** Why it ended, in the words of whoever ended it. */
export async function writeEndingReason(db: Database, id: string, reason: string): Promise<void> {
  await consentTables(db).updateTable("consents").set({ ending_reason: reason }).where("id", "=", id).execute();
}

/** Moves the end of the present time; `given` where somebody asked for it. */
export async function moveDue(db: Database, id: string, dueAt: Temporal.Instant, given: boolean): Promise<void> {
  await consentTables(db)
    .updateTable("consents")
    .set({ due_at: microsecondsFromInstant(dueAt), ...(given && { time_given: 1 }) })
    .where("id", "=", id)
    .execute();
}

/** So many motions were put so far. */
export async function countMotions(db: Database, id: string, motions: number): Promise<void> {
  await consentTables(db).updateTable("consents").set({ motions }).where("id", "=", id).execute();
}

/** Writes a version, or a draft's first one anew, and makes it the present one. */
export async function writeVersion(db: Database, consentId: string, version: ConsentVersion): Promise<void> {
  const content = {
    title: version.title,
    text: version.text,
    measures: version.measures,
    responsible: version.responsible,
    term_months: version.termMonths,
    hash: version.hash,
    integration: version.integration ?? "",
    cycle: version.cycle,
    note: version.note,
    written_by: version.writtenBy,
    written_at: microsecondsFromInstant(version.writtenAt),
  };
  await consentTables(db)
    .insertInto("consent_versions")
    .values({ consent_id: consentId, version: version.version, ...content })
    .onConflict((conflict) => conflict.columns(["consent_id", "version"]).doUpdateSet(content))
    .execute();
  await consentTables(db)
    .updateTable("consents")
    .set({ version: version.version, title: version.title })
    .where("id", "=", consentId)
    .execute();
}

function draftColumns(draft: DraftParts) {
  return {
    title: draft.title,
    need: draft.need,
    aim: draft.aim,
    silence: draft.rule.kind,
    quorum_percent: draft.rule.quorumPercent,
    round_days: JSON.stringify(draft.roundDays),
    hides_reactions: draft.hidesReactions ? 1 : 0,
    starts_on: draft.startsOn?.toString() ?? null,
    ends_on: draft.endsOn?.toString() ?? null,
  };
}
