import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ObjectionId } from "../../model/consent/consent-id.ts";
import type { IntegrationOption, ObjectionKind, ObjectionState, TestedBy } from "../../model/consent/objections.ts";
import type { Speaker } from "../../model/consent/speaker.ts";
import type { PersonId } from "../../model/thread.ts";
import { consentTables, type ConsentObjectionRow, type ConsentRemarkRow } from "./consent.tables.ts";

/** The record of an objection. */
export interface Objection extends Speaker {
  readonly id: ObjectionId;
  readonly consentId: string;
  readonly version: number;
  readonly cycle: number;
  readonly raisedAt: Temporal.Instant;
  readonly statement: string;
  readonly kind: ObjectionKind;
  readonly aim: string;
  readonly evidence: string;
  readonly severity: string;
  readonly workable: string;
  readonly state: ObjectionState;
  readonly testedBy: TestedBy | undefined;
  readonly testedAt: Temporal.Instant | undefined;
  readonly resolvedHow: IntegrationOption | undefined;
  readonly resolvedVersion: number | undefined;
  /** What the objector says of a version: whether it will do; undefined while they have said nothing. */
  readonly confirmed: { readonly version: number; readonly will: boolean; readonly at: Temporal.Instant } | undefined;
}

/** What a member adds to a record or says of it in the test. */
export interface ObjectionRemark extends Speaker {
  readonly objectionId: string;
  readonly kind: "adds" | "stands" | "concern";
  readonly words: string;
  readonly saidAt: Temporal.Instant;
}

const openStates: readonly ObjectionState[] = ["untested", "qualified"];

/** All records of a process, the newest first; at most 100. */
export async function objectionsOf(db: Database, consentId: string): Promise<readonly Objection[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_objections")
    .selectAll()
    .where("consent_id", "=", consentId)
    .orderBy("raised_at", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();
  return rows.map(objectionFromRow);
}

/** The records that are not settled, in the order raised; at most 100. */
export async function openObjections(db: Database, consentId: string): Promise<readonly Objection[]> {
  const rows = await consentTables(db)
    .selectFrom("consent_objections")
    .selectAll()
    .where("consent_id", "=", consentId)
    .where("state", "in", openStates)
    .orderBy("raised_at")
    .limit(100)
    .execute();
  return rows.map(objectionFromRow);
}

export async function objectionById(db: Database, id: string): Promise<Objection | undefined> {
  const row = await consentTables(db)
    .selectFrom("consent_objections")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : objectionFromRow(row);
}

/** What was said of these records, in the order said; at most 300. */
export async function remarksOn(db: Database, objectionIds: readonly string[]): Promise<readonly ObjectionRemark[]> {
  if (objectionIds.length === 0) return [];
  const rows = await consentTables(db)
    .selectFrom("consent_remarks")
    .selectAll()
    .where("objection_id", "in", objectionIds)
    .orderBy("said_at")
    .limit(300)
    .execute();
  return rows.map(remarkFromRow);
}

function objectionFromRow(row: ConsentObjectionRow): Objection {
  const confirmedAt = instantOrNone(row.confirmed_at);
  return {
    id: row.id as ObjectionId,
    consentId: row.consent_id,
    version: row.version,
    cycle: row.cycle,
    personId: row.person_id as PersonId,
    onBehalfOf: row.on_behalf_of,
    raisedAt: instantFromMicroseconds(row.raised_at),
    statement: row.statement,
    kind: row.kind as ObjectionKind,
    aim: row.aim,
    evidence: row.evidence,
    severity: row.severity,
    workable: row.workable,
    state: row.state as ObjectionState,
    testedBy: row.tested_by === "" ? undefined : (row.tested_by as TestedBy),
    testedAt: instantOrNone(row.tested_at),
    resolvedHow: row.resolved_how === "" ? undefined : (row.resolved_how as IntegrationOption),
    resolvedVersion: row.resolved_version ?? undefined,
    confirmed:
      row.confirmed_version === null || confirmedAt === undefined
        ? undefined
        : { version: row.confirmed_version, will: row.confirmed === 1, at: confirmedAt },
  };
}

function remarkFromRow(row: ConsentRemarkRow): ObjectionRemark {
  return {
    objectionId: row.objection_id,
    personId: row.person_id as PersonId,
    onBehalfOf: row.on_behalf_of,
    kind: row.kind as ObjectionRemark["kind"],
    words: row.words,
    saidAt: instantFromMicroseconds(row.said_at),
  };
}
