import type { Database } from "../../../kernel/database/database.ts";
import type { ElectorateTables } from "../electorate/electorate.tables.ts";
import type { ConsentTables } from "./consent.tables.ts";
import { consentFromRow, type Consent } from "./consents.read.ts";
import type { RoundOfAnswers } from "./rounds.read.ts";

/** The organisations on a list for which nobody has answered a round, by name. `electorate` names the frozen list: see `electorateOf`. */
export async function silentVoices(
  db: Database,
  round: RoundOfAnswers,
  electorate: string,
  limit: number,
): Promise<readonly { readonly organisationId: string; readonly name: string }[]> {
  const rows = await db
    .withTables<ConsentTables & ElectorateTables>()
    .selectFrom("proposal_voices as voice")
    .select(["voice.organisation_id", "voice.name"])
    .where("voice.proposal_id", "=", electorate)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("consent_answers as answer")
            .select("answer.person_id")
            .where("answer.consent_id", "=", round.consentId)
            .where("answer.kind", "=", round.kind)
            .where("answer.answers_to", "=", round.answersTo)
            .whereRef("answer.on_behalf_of", "=", "voice.organisation_id"),
        ),
      ),
    )
    .orderBy("voice.name")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ organisationId: row.organisation_id, name: row.name }));
}

/** The processes of a community that ask an organisation and have not ended; at most 20. */
export async function openConsentsOfVoice(
  db: Database,
  communityId: string,
  organisationId: string,
): Promise<readonly Consent[]> {
  const rows = await db
    .withTables<ConsentTables & ElectorateTables>()
    .selectFrom("consents as consent")
    .innerJoin("proposal_voices as voice", "voice.proposal_id", "consent.id")
    .selectAll("consent")
    .where("consent.community_id", "=", communityId)
    .where("consent.ended_at", "is", null)
    .where("voice.organisation_id", "=", organisationId)
    .orderBy("consent.due_at")
    .limit(20)
    .execute();
  return rows.map(consentFromRow);
}
