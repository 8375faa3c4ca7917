import type { Database } from "../../../kernel/database/database.ts";
import type { Tally } from "../../model/counting/tally.ts";
import { consentTables } from "../consent/consent.tables.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";

/** The counts of some proposals, by proposal; those that were not counted are not among them. */
export async function talliesAmong(db: Database, proposalIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await proposalTables(db)
    .selectFrom("outcomes")
    .select(["proposal_id", "tally"])
    .where("proposal_id", "in", proposalIds)
    .execute();
  return new Map(rows.map((row) => [row.proposal_id, JSON.parse(row.tally) as Tally]));
}

/** How many gave each answer when some circles were asked for their consent, by process and by the version that was before them. */
export async function consentCountsAmong(
  db: Database,
  consentIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const found = new Map<string, Record<string, number>>();
  if (consentIds.length === 0) return found;
  const rows = await consentTables(db)
    .selectFrom("consent_answers")
    .select(["consent_id", "answers_to", "answer", (row) => row.fn.countAll<number>().as("count")])
    .where("consent_id", "in", consentIds)
    .where("kind", "=", "consent")
    .groupBy(["consent_id", "answers_to", "answer"])
    .execute();
  for (const { consent_id, answers_to, answer, count } of rows) {
    const key = `${consent_id}\n${answers_to}`;
    found.set(key, { ...found.get(key), [answer]: count });
  }
  return found;
}
