import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { electorateTables } from "./electorate.tables.ts";

type KeptRecord = Readonly<Record<string, string>>;

/** What is kept of a person's place on lists, and of challenges by and about them, for them to take along. */
export async function keptInElectorates(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const tables = electorateTables(db);
  const [leftOut, delegations, challenges, answers, aside] = await Promise.all([
    tables.selectFrom("left_out").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("voice_delegates").selectAll().where("person_id", "=", personId).execute(),
    tables.selectFrom("challenges").selectAll().where("by_id", "=", personId).execute(),
    tables.selectFrom("challenges").selectAll().where("answered_by", "=", personId).execute(),
    tables.selectFrom("stances_set_aside").selectAll().where("person_id", "=", personId).execute(),
  ]);
  return {
    leftOut: leftOut.map((row) => ({ proposal: row.proposal_id, why: row.why })),
    voices: delegations.map((row) => ({ proposal: row.proposal_id, organisation: row.organisation_id })),
    challenges: challenges.map((row) => ({
      proposal: row.proposal_id,
      reason: row.reason,
      made: instantFromMicroseconds(row.made_at).toString(),
    })),
    challengeAnswers: answers.map((row) => ({ proposal: row.proposal_id, answer: row.answer, verdict: row.verdict })),
    stancesSetAside: aside.map((row) => ({ proposal: row.proposal_id, ballot: row.ballot })),
  };
}
