import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { numbersMatching } from "../../../kernel/database/text-index.ts";
import type { DecisionState } from "../../model/consent/review.ts";
import type { ThreadAudience } from "../../model/thread.ts";
import { decisionFromRow, type AdoptedDecision } from "../consent/adopted.read.ts";
import { adoptedTables } from "../consent/adopted.tables.ts";
import { scopeFor } from "../search/search-scope.ts";
import { registerTables } from "./register.tables.ts";

/** So many decisions with the words are looked through for those in a state. */
const MOST_MATCHING = 200;

/** A part of the register. */
export interface RegisterPage {
  /** `members` for a member, who may read all of it. */
  readonly reader: ThreadAudience;
  /** Only those in this state; all where it is undefined. */
  readonly state: DecisionState | undefined;
  /** Only those made before then. */
  readonly before: Temporal.Instant | undefined;
  readonly limit: number;
}

/** The decisions of a community, the newest first. */
export async function decisionsOf(
  db: Database,
  communityId: string,
  { reader, state, before, limit }: RegisterPage,
): Promise<readonly AdoptedDecision[]> {
  let query = adoptedTables(db).selectFrom("adopted_decisions").selectAll().where("community_id", "=", communityId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (reader === "everyone") query = query.where("audience", "=", "everyone");
  if (before !== undefined) query = query.where("adopted_at", "<", microsecondsFromInstant(before));
  const rows = await query.orderBy("adopted_at", "desc").limit(limit).execute();
  return rows.map(decisionFromRow);
}

/** Those of a community's decisions that hold all these words, the newest first; of the last 200 with them. */
export async function decisionsWith(
  db: Database,
  communityId: string,
  words: readonly string[],
  { reader, state, before, limit }: RegisterPage,
): Promise<readonly AdoptedDecision[]> {
  const scope = scopeFor(communityId, reader);
  const query = { scope, words, before: undefined, limit: MOST_MATCHING };
  const numbers = await numbersMatching(db, "decision_records", query);
  if (numbers.length === 0) return [];
  const found = registerTables(db).selectFrom("decision_records").select("decision_id").where("number", "in", numbers);
  let matching = adoptedTables(db).selectFrom("adopted_decisions").selectAll().where("id", "in", found);
  if (state !== undefined) matching = matching.where("state", "=", state);
  if (before !== undefined) matching = matching.where("adopted_at", "<", microsecondsFromInstant(before));
  const rows = await matching.orderBy("adopted_at", "desc").limit(limit).execute();
  return rows.map(decisionFromRow);
}

/** The decision that the count of a proposal made; undefined until somebody wrote it down. */
export async function decisionOfProposal(db: Database, proposalId: string): Promise<AdoptedDecision | undefined> {
  const row = await adoptedTables(db)
    .selectFrom("adopted_decisions")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .executeTakeFirst();
  return row === undefined ? undefined : decisionFromRow(row);
}
