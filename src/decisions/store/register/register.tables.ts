import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** The words of a decision, to be looked for. */
export type DecisionRecordRow = {
  /** In the order in which they came; the index goes by it. */
  readonly number: number;
  readonly decision_id: string;
  /** Words for who may find it. */
  readonly scope: string;
  readonly words: string;
};

/** Something that names a decision by its address: a precedent cited. */
export type DecisionCitationRow = {
  readonly decision_id: string;
  /** The post, proposal, consent process or decision that cites it. */
  readonly about: string;
  /** A CitingKind. */
  readonly kind: string;
  readonly thread_id: string;
  readonly cited_at: Microseconds;
};

/** What one person does to carry a decision out. */
export type DecisionTaskRow = {
  readonly id: string;
  readonly community_id: string;
  readonly decision_id: string;
  /** As written; empty once its words went with whoever wrote them. */
  readonly what: string;
  readonly owner_id: string;
  readonly proposer_id: string;
  /** A TaskState. */
  readonly state: string;
  /** The day by whose end it is to be done, ISO 8601. */
  readonly due: string;
  /** How often its owner gave it another day. */
  readonly moves: number;
  /** The day on which its owner was last asked how it went. */
  readonly asked_on: string | null;
  readonly proposed_at: Microseconds;
  readonly changed_at: Microseconds;
};

export type RegisterTables = {
  readonly decision_records: DecisionRecordRow;
  readonly decision_citations: DecisionCitationRow;
  readonly decision_tasks: DecisionTaskRow;
};

/** The database, seen as the tables of the register. */
export function registerTables(database: Database) {
  return database.withTables<RegisterTables>();
}
