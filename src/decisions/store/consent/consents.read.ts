import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { IntegrationOption } from "../../model/consent/objections.ts";
import type { SilenceKind, SilenceRule } from "../../model/consent/silence.ts";
import type { ConsentState } from "../../model/consent/states.ts";
import type { RoundDays } from "../../model/consent/timeouts.ts";
import type { VersionContent } from "../../model/consent/version.ts";
import type { ConsentId } from "../../model/consent/consent-id.ts";
import type { PersonId, ThreadAudience, ThreadId } from "../../model/thread.ts";
import type { ThreadTables } from "../threads/threads.tables.ts";
import { consentTables, type ConsentRow, type ConsentTables, type ConsentVersionRow } from "./consent.tables.ts";

/** A consent process as pages, commands and federation see it. */
export interface Consent {
  readonly id: ConsentId;
  readonly communityId: string;
  readonly threadId: ThreadId;
  readonly authorId: PersonId;
  readonly title: string;
  readonly need: string;
  readonly aim: string;
  readonly rule: SilenceRule;
  readonly roundDays: RoundDays;
  readonly hidesReactions: boolean;
  readonly zone: string;
  readonly startsOn: Temporal.PlainDate | undefined;
  readonly endsOn: Temporal.PlainDate | undefined;
  /** How many people may answer; 0 while it is a draft. */
  readonly eligible: number;
  readonly state: ConsentState;
  readonly stateSince: Temporal.Instant;
  readonly dueAt: Temporal.Instant | undefined;
  readonly version: number;
  readonly cycle: number;
  readonly turn: number;
  readonly motions: number;
  readonly timeGiven: boolean;
  readonly draftedAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
  readonly endingReason: string;
  readonly supersedes: string | undefined;
  /** The proposal whose decision it keeps and reviews; undefined where the circle itself is asked in rounds. */
  readonly proposalId: string | undefined;
}

/** One version of the proposal. */
export interface ConsentVersion extends VersionContent {
  readonly version: number;
  readonly hash: string;
  /** How it answers the objections before it; undefined where there were none. */
  readonly integration: IntegrationOption | undefined;
  readonly cycle: number;
  readonly note: string;
  readonly writtenBy: PersonId;
  readonly writtenAt: Temporal.Instant;
}

export async function consentById(db: Database, id: string): Promise<Consent | undefined> {
  const { rows } = await rowById(db, { id });
  return rows[0] === undefined ? undefined : consentFromRow(rows[0]);
}

const rowById = prepared((db, given: { id: string }) =>
  consentTables(db).selectFrom("consents").selectAll().where("id", "=", given.id),
);

/** The consent processes of a thread in which a circle is asked in rounds, the newest first; at most 20. */
export async function consentsOfThread(db: Database, threadId: string): Promise<readonly Consent[]> {
  const rows = await consentTables(db)
    .selectFrom("consents")
    .selectAll()
    .where("thread_id", "=", threadId)
    .where("proposal_id", "is", null)
    .orderBy("drafted_at", "desc")
    .limit(20)
    .execute();
  return rows.map(consentFromRow);
}

/** The consent processes of a community that are before the circle, in threads for these readers, the first due first. */
export async function openConsents(
  db: Database,
  communityId: string,
  page: { readonly audiences: readonly ThreadAudience[]; readonly limit: number },
): Promise<readonly Consent[]> {
  const rows = await db
    .withTables<ConsentTables & ThreadTables>()
    .selectFrom("consents as consent")
    .innerJoin("threads as thread", "thread.id", "consent.thread_id")
    .selectAll("consent")
    .where("consent.community_id", "=", communityId)
    .where("consent.ended_at", "is", null)
    .where("consent.state", "!=", "draft")
    .where("thread.audience", "in", page.audiences)
    .orderBy("consent.due_at")
    .limit(page.limit)
    .execute();
  return rows.map(consentFromRow);
}

/** Which of these ids are of consent processes. */
export async function consentsAmong(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await consentTables(db).selectFrom("consents").select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** One version; undefined for a number there is none of. */
export async function versionOf(db: Database, consentId: string, version: number): Promise<ConsentVersion | undefined> {
  const row = await consentTables(db)
    .selectFrom("consent_versions")
    .selectAll()
    .where("consent_id", "=", consentId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row === undefined ? undefined : versionFromRow(row);
}

/** The versions, the newest first; at most 50. */
export async function versionsOf(db: Database, consentId: string): Promise<readonly ConsentVersion[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_versions")
    .selectAll()
    .where("consent_id", "=", consentId)
    .orderBy("version", "desc")
    .limit(50)
    .execute();
  return rows.map(versionFromRow);
}

/** A process as it stands in its row. */
export function consentFromRow(row: ConsentRow): Consent {
  return {
    id: row.id as ConsentId,
    communityId: row.community_id,
    threadId: row.thread_id as ThreadId,
    authorId: row.author_id as PersonId,
    title: row.title,
    need: row.need,
    aim: row.aim,
    rule: { kind: row.silence as SilenceKind, quorumPercent: row.quorum_percent },
    roundDays: JSON.parse(row.round_days) as RoundDays,
    hidesReactions: row.hides_reactions === 1,
    zone: row.zone,
    startsOn: dayOrNone(row.starts_on),
    endsOn: dayOrNone(row.ends_on),
    eligible: row.eligible,
    state: row.state as ConsentState,
    stateSince: instantFromMicroseconds(row.state_since),
    dueAt: instantOrNone(row.due_at),
    version: row.version,
    cycle: row.cycle,
    turn: row.turn,
    motions: row.motions,
    timeGiven: row.time_given === 1,
    draftedAt: instantFromMicroseconds(row.drafted_at),
    endedAt: instantOrNone(row.ended_at),
    endingReason: row.ending_reason,
    supersedes: row.supersedes ?? undefined,
    proposalId: row.proposal_id ?? undefined,
  };
}

function versionFromRow(row: ConsentVersionRow): ConsentVersion {
  return {
    version: row.version,
    title: row.title,
    text: row.text,
    measures: row.measures,
    responsible: row.responsible,
    termMonths: row.term_months,
    hash: row.hash,
    integration: row.integration === "" ? undefined : (row.integration as IntegrationOption),
    cycle: row.cycle,
    note: row.note,
    writtenBy: row.written_by as PersonId,
    writtenAt: instantFromMicroseconds(row.written_at),
  };
}

function dayOrNone(day: string | null): Temporal.PlainDate | undefined {
  return day === null ? undefined : Temporal.PlainDate.from(day);
}
