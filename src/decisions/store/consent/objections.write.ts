import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { forThemselves } from "../../model/consent/speaker.ts";
import type { IntegrationOption, ObjectionState, TestedBy } from "../../model/consent/objections.ts";
import { consentTables } from "./consent.tables.ts";
import type { Objection, ObjectionRemark } from "./objections.read.ts";

/** What an objector says in their record, and can say better while objections are gathered. */
export type ObjectionWords = Pick<Objection, "statement" | "kind" | "aim" | "evidence" | "severity" | "workable">;

export async function insertObjection(
  db: Database,
  objection: Pick<Objection, "id" | "consentId" | "version" | "cycle" | "personId" | "onBehalfOf" | "raisedAt"> &
    ObjectionWords,
): Promise<void> {
  await consentTables(db)
    .insertInto("consent_objections")
    .values({
      id: objection.id,
      consent_id: objection.consentId,
      version: objection.version,
      cycle: objection.cycle,
      person_id: objection.personId,
      on_behalf_of: objection.onBehalfOf,
      raised_at: microsecondsFromInstant(objection.raisedAt),
      ...wordsOf(objection),
      state: "untested",
      tested_by: "",
      tested_at: null,
      resolved_how: "",
      resolved_version: null,
      confirmed_version: null,
      confirmed: null,
      confirmed_at: null,
    })
    .execute();
}

export async function rewriteObjection(db: Database, id: string, words: ObjectionWords): Promise<void> {
  await consentTables(db).updateTable("consent_objections").set(wordsOf(words)).where("id", "=", id).execute();
}

/** Where a record stands from now on, and who said so. */
export async function settleObjection(
  db: Database,
  id: string,
  settled: { readonly state: ObjectionState; readonly by: TestedBy; readonly at: Temporal.Instant },
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_objections")
    .set({ state: settled.state, tested_by: settled.by, tested_at: microsecondsFromInstant(settled.at) })
    .where("id", "=", id)
    .execute();
}

/** A version answers a record. */
export async function resolveObjection(
  db: Database,
  id: string,
  resolved: { readonly how: IntegrationOption; readonly version: number },
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_objections")
    .set({ state: "resolved", resolved_how: resolved.how, resolved_version: resolved.version })
    .where("id", "=", id)
    .execute();
}

/** The objector says whether a version will do. */
export async function writeConfirmation(
  db: Database,
  id: string,
  said: { readonly version: number; readonly will: boolean; readonly at: Temporal.Instant },
): Promise<void> {
  await consentTables(db)
    .updateTable("consent_objections")
    .set({
      confirmed_version: said.version,
      confirmed: said.will ? 1 : 0,
      confirmed_at: microsecondsFromInstant(said.at),
    })
    .where("id", "=", id)
    .execute();
}

/** What a member adds, or says in the test: there the last word takes the place of the one before. */
export async function writeRemark(db: Database, remark: ObjectionRemark): Promise<void> {
  const tables = consentTables(db);
  if (remark.kind !== "adds") {
    const isPerson = remark.onBehalfOf === forThemselves;
    await tables
      .deleteFrom("consent_remarks")
      .where("objection_id", "=", remark.objectionId)
      .where(isPerson ? "person_id" : "on_behalf_of", "=", isPerson ? remark.personId : remark.onBehalfOf)
      .where("kind", "in", ["stands", "concern"])
      .execute();
  }
  const { words, onBehalfOf: on_behalf_of } = remark;
  const said = { words, on_behalf_of, said_at: microsecondsFromInstant(remark.saidAt) };
  await tables
    .insertInto("consent_remarks")
    .values({ objection_id: remark.objectionId, person_id: remark.personId, kind: remark.kind, ...said })
    .onConflict((conflict) => conflict.columns(["objection_id", "person_id", "kind"]).doUpdateSet(said))
    .execute();
}

function wordsOf({ statement, kind, aim, evidence, severity, workable }: ObjectionWords): ObjectionWords {
  return { statement, kind, aim, evidence, severity, workable };
}
