import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Outcome } from "../proposals/outcomes.read.ts";
import { electorateTables } from "./electorate.tables.ts";

/** A new challenge, which waits for an answer. */
export async function insertChallenge(
  db: Database,
  challenge: {
    readonly id: string;
    readonly proposalId: string;
    readonly by: string;
    readonly about: string | undefined;
    readonly reason: string;
    readonly madeAt: Temporal.Instant;
  },
): Promise<void> {
  await electorateTables(db)
    .insertInto("challenges")
    .values({
      id: challenge.id,
      proposal_id: challenge.proposalId,
      by_id: challenge.by,
      about_id: challenge.about ?? null,
      reason: challenge.reason,
      made_at: microsecondsFromInstant(challenge.madeAt),
      verdict: "",
      answer: "",
      answered_by: null,
      answered_at: null,
      before: "",
      after: "",
    })
    .execute();
}

/** What a steward says of a challenge, and what the recount changed. */
export async function writeAnswer(
  db: Database,
  challengeId: string,
  said: {
    readonly verdict: "upheld" | "dismissed";
    readonly answer: string;
    readonly by: string;
    readonly at: Temporal.Instant;
    readonly before: string;
    readonly after: string;
  },
): Promise<void> {
  await electorateTables(db)
    .updateTable("challenges")
    .set({
      verdict: said.verdict,
      answer: said.answer,
      answered_by: said.by,
      answered_at: microsecondsFromInstant(said.at),
      before: said.before,
      after: said.after,
    })
    .where("id", "=", challengeId)
    .execute();
}

/** A stance that counts no more. */
export async function insertSetAside(
  db: Database,
  aside: {
    readonly proposalId: string;
    readonly personId: string;
    readonly challengeId: string;
    readonly ballot: Json;
  },
): Promise<void> {
  await electorateTables(db)
    .insertInto("stances_set_aside")
    .values({
      proposal_id: aside.proposalId,
      person_id: aside.personId,
      challenge_id: aside.challengeId,
      ballot: canonicalJson(aside.ballot),
    })
    .execute();
}

/** Another count in the place of the first one. */
export async function writeRecount(
  db: Database,
  proposalId: string,
  counted: Pick<Outcome, "tally" | "conclusion" | "eligible" | "answered" | "seed" | "countedAt">,
): Promise<void> {
  await electorateTables(db)
    .updateTable("outcomes")
    .set({
      tally: JSON.stringify(counted.tally),
      conclusion: JSON.stringify(counted.conclusion),
      eligible: counted.eligible,
      answered: counted.answered,
      seed: counted.seed,
      counted_at: microsecondsFromInstant(counted.countedAt),
    })
    .where("proposal_id", "=", proposalId)
    .execute();
}
