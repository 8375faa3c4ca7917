import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { JoinedHistory } from "../../model/joining/joined-stances.ts";
import type { PersonId } from "../../model/thread.ts";
import type { RoundOfAnswers } from "../consent/rounds.read.ts";
import { keepEarlier, removeStance, writeStance } from "../proposals/stances.write.ts";
import type { JoinedList, JoinedPair, SaidOfProposal } from "./joining.read.ts";
import { joiningTables } from "./joining.tables.ts";

/** Leaves what two people said as it was counted, and writes down that they are one by now. */
export async function keepApart(db: Database, listId: string, { kept, joined }: JoinedPair): Promise<void> {
  await joiningTables(db)
    .insertInto("counted_apart")
    .values({ list_id: listId, also_id: joined, person_id: kept })
    .onConflict((conflict) => conflict.columns(["list_id", "also_id"]).doUpdateSet({ person_id: kept }))
    .execute();
}

/** What is not counted any more need not be kept apart. */
export async function dropApart(db: Database, listId: string, { joined }: JoinedPair): Promise<void> {
  await joiningTables(db)
    .deleteFrom("counted_apart")
    .where("list_id", "=", listId)
    .where("also_id", "=", joined)
    .execute();
}

/** Whoever was found to be also somebody else is by now `kept`. */
export async function carryApart(db: Database, { kept, joined }: JoinedPair): Promise<void> {
  await joiningTables(db)
    .updateTable("counted_apart")
    .set({ person_id: kept })
    .where("person_id", "=", joined)
    .execute();
}

/** The lists on which `joined` stays as they were counted: a query to be put into others. */
export function apartLists(db: Database, joined: string) {
  return joiningTables(db).selectFrom("counted_apart").select("list_id").where("also_id", "=", joined);
}

/** Writes two people's answers to a proposal as one history, under the name of one. */
export async function writeHistory(
  db: Database,
  proposalId: string,
  { kept, joined }: JoinedPair,
  { stands, earlier }: JoinedHistory<SaidOfProposal>,
): Promise<void> {
  for (const person of [kept, joined]) {
    await removeStance(db, proposalId, person);
    await joiningTables(db)
      .deleteFrom("earlier_stances")
      .where("proposal_id", "=", proposalId)
      .where("person_id", "=", person)
      .execute();
  }
  const personId = kept as PersonId;
  for (const [changes, said] of earlier.entries()) {
    await keepEarlier(db, proposalId, { ...said, personId, changes });
  }
  if (stands !== undefined) {
    await writeStance(db, proposalId, { ...stands, personId, changes: earlier.length }, undefined);
  }
  await carryRecorded(db, proposalId, { kept, joined }, stands?.givenAt);
}

/** Of what a steward wrote down for two, what belongs to the answer that stands. */
async function carryRecorded(
  db: Database,
  proposalId: string,
  { kept, joined }: JoinedPair,
  givenAt: Temporal.Instant | undefined,
): Promise<void> {
  const ofProposal = () => joiningTables(db).selectFrom("recorded_stances").where("proposal_id", "=", proposalId);
  const rows = await ofProposal().selectAll().where("person_id", "in", [kept, joined]).orderBy("recorded_at").execute();
  const at = givenAt === undefined ? undefined : microsecondsFromInstant(givenAt);
  const belongs = rows.find((row) => row.recorded_at === at) ?? rows.at(-1);
  if (belongs === undefined) return;
  await joiningTables(db)
    .deleteFrom("recorded_stances")
    .where("proposal_id", "=", proposalId)
    .where("person_id", "in", [kept, joined])
    .execute();
  await joiningTables(db)
    .insertInto("recorded_stances")
    .values({ ...belongs, person_id: kept })
    .execute();
}

/** Two places on a list become one, under the id of whoever stays; nobody is left out of it by the other name. Gives whether there were two. */
export async function joinPlaces(db: Database, listId: string, { kept, joined }: JoinedPair): Promise<boolean> {
  const tables = joiningTables(db);
  const places = await tables
    .selectFrom("proposal_electors")
    .select("person_id")
    .where("proposal_id", "=", listId)
    .where("person_id", "in", [kept, joined])
    .execute();
  const own = places.some(({ person_id }) => person_id === kept);
  for (const table of ["proposal_electors", "voice_delegates", "ballot_marks"] as const) {
    const ofBoth = await tables
      .selectFrom(table)
      .select("person_id")
      .where("proposal_id", "=", listId)
      .where("person_id", "=", kept)
      .execute();
    const joinedOn = { proposal_id: listId, person_id: joined };
    if (ofBoth.length > 0) {
      await tables
        .deleteFrom(table)
        .where("proposal_id", "=", joinedOn.proposal_id)
        .where("person_id", "=", joinedOn.person_id)
        .execute();
    } else {
      await tables
        .updateTable(table)
        .set({ person_id: kept })
        .where("proposal_id", "=", joinedOn.proposal_id)
        .where("person_id", "=", joinedOn.person_id)
        .execute();
    }
  }
  return own && places.length === 2;
}

/** A list has one voice less: a proposal's, or that of a consent process and of its rounds. */
export async function countOneLess(db: Database, list: JoinedList): Promise<void> {
  const tables = joiningTables(db);
  if (list.kind === "proposal") {
    await tables
      .updateTable("proposals")
      .set((row) => ({ eligible: row("eligible", "-", 1) }))
      .where("id", "=", list.id)
      .execute();
    return;
  }
  const isReview = list.review !== undefined;
  if (!isReview) {
    await tables
      .updateTable("consents")
      .set((row) => ({ eligible: row("eligible", "-", 1) }))
      .where("id", "=", list.id)
      .execute();
  }
  await tables
    .updateTable("consent_rounds")
    .set((row) => ({ eligible: row("eligible", "-", 1) }))
    .where("consent_id", "=", list.id)
    .where("kind", isReview ? "=" : "!=", "review")
    .$if(list.review !== undefined, (rounds) => rounds.where("number", "=", list.review ?? 0))
    .execute();
}

/** How many of those on a list live on each server, where two of them turned out to be one. */
export async function writeEligible(
  db: Database,
  listId: string,
  eligible: ReadonlyMap<string, number>,
): Promise<void> {
  const tables = joiningTables(db);
  await tables.updateTable("proposal_servers").set({ eligible: 0 }).where("proposal_id", "=", listId).execute();
  for (const [host, count] of eligible) {
    await tables
      .insertInto("proposal_servers")
      .values({ proposal_id: listId, host, eligible: count, answered: 0 })
      .onConflict((conflict) => conflict.columns(["proposal_id", "host"]).doUpdateSet({ eligible: count }))
      .execute();
  }
  const isEmpty = tables.deleteFrom("proposal_servers").where("proposal_id", "=", listId).where("eligible", "=", 0);
  await isEmpty.where("answered", "=", 0).execute();
}

/** Takes out what one of two said in a round, and has the other's stand under the name of whoever stays. */
export async function writeJoinedAnswer(
  db: Database,
  round: RoundOfAnswers,
  { kept, joined }: JoinedPair,
  stands: "kept" | "joined",
): Promise<void> {
  const ofRound = { consent_id: round.consentId, kind: round.kind, answers_to: round.answersTo };
  const tables = joiningTables(db);
  await tables
    .deleteFrom("consent_answers")
    .where("consent_id", "=", ofRound.consent_id)
    .where("kind", "=", ofRound.kind)
    .where("answers_to", "=", ofRound.answers_to)
    .where("person_id", "=", stands === "kept" ? joined : kept)
    .execute();
  await tables
    .updateTable("consent_answers")
    .set({ person_id: kept })
    .where("consent_id", "=", ofRound.consent_id)
    .where("kind", "=", ofRound.kind)
    .where("answers_to", "=", ofRound.answers_to)
    .where("person_id", "=", joined)
    .execute();
}

/** Empties what somebody said where they were counted under another id too. */
export async function forgetApart(db: Database, personId: string): Promise<void> {
  const tables = joiningTables(db);
  const rows = await tables.selectFrom("counted_apart").selectAll().where("person_id", "=", personId).execute();
  for (const { list_id, also_id } of rows) {
    for (const table of ["stances", "earlier_stances"] as const) {
      await tables
        .updateTable(table)
        .set({ reason: "" })
        .where("proposal_id", "=", list_id)
        .where("person_id", "=", also_id)
        .execute();
    }
    await tables
      .updateTable("recorded_stances")
      .set({ note: "" })
      .where("proposal_id", "=", list_id)
      .where("person_id", "=", also_id)
      .execute();
  }
  const others = [...new Set(rows.map(({ also_id }) => also_id))];
  for (const also of others) {
    await tables.updateTable("consent_answers").set({ words: "" }).where("person_id", "=", also).execute();
  }
}
