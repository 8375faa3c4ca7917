import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { mostChallenges, type ChallengeId, type ChallengeVerdict } from "../../model/electorate/challenges.ts";
import type { PersonId } from "../../model/thread.ts";
import { electorateTables, type ChallengeRow } from "./electorate.tables.ts";

/** A challenge of somebody's standing, or of the count. */
export interface Challenge {
  readonly id: ChallengeId;
  readonly by: PersonId;
  /** Whose standing; undefined for the count. */
  readonly about: PersonId | undefined;
  readonly reason: string;
  readonly madeAt: Temporal.Instant;
  readonly verdict: ChallengeVerdict;
  readonly answer: string;
  readonly answeredBy: PersonId | undefined;
  readonly answeredAt: Temporal.Instant | undefined;
  /** The verdict of the outcome before and after the recount; empty where nothing was counted again. */
  readonly before: string;
  readonly after: string;
}

/** The challenges of a proposal in the order made. */
export async function challengesOf(db: Database, proposalId: string): Promise<readonly Challenge[]> {
  const rows = await electorateTables(db)
    .selectFrom("challenges")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("made_at")
    .orderBy("id")
    .limit(mostChallenges)
    .execute();
  return rows.map(challengeFrom);
}

/** How many challenges of a proposal wait for an answer. */
export function waitingAmong(challenges: readonly Challenge[]): number {
  return challenges.filter(({ verdict }) => verdict === "").length;
}

/** Those who answered a proposal openly, in the order of their ids: at most `limit` after the id `after`. */
export async function answerersOf(
  db: Database,
  proposalId: string,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await electorateTables(db)
    .selectFrom("stances")
    .select("person_id")
    .where("proposal_id", "=", proposalId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

function challengeFrom(row: ChallengeRow): Challenge {
  return {
    id: row.id as ChallengeId,
    by: row.by_id as PersonId,
    about: (row.about_id ?? undefined) as PersonId | undefined,
    reason: row.reason,
    madeAt: instantFromMicroseconds(row.made_at),
    verdict: row.verdict as ChallengeVerdict,
    answer: row.answer,
    answeredBy: (row.answered_by ?? undefined) as PersonId | undefined,
    answeredAt: instantOrNone(row.answered_at),
    before: row.before,
    after: row.after,
  };
}
