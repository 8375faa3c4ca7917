import type { Json } from "../../../kernel/base/canonical-json.ts";
import { instantFromMicroseconds, type Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { electorateNamed, type RoundKind } from "../../model/consent/rounds.ts";
import type { SaidOnce } from "../../model/joining/joined-stances.ts";
import { roundOf, type RoundOfAnswers } from "../consent/rounds.read.ts";
import type { StanceWay } from "../proposals/stances.read.ts";
import { joiningTables } from "./joining.tables.ts";

/** Somebody, and an id that turned out to be theirs too. */
export interface JoinedPair {
  readonly kept: string;
  readonly joined: string;
}

/** The lists on which both stand, or stood and answered. */
export async function listsOfBoth(db: Database, { kept, joined }: JoinedPair): Promise<readonly string[]> {
  const lists = await listsOf(db, joined);
  const own = await listsOf(db, kept);
  return [...lists].filter((id) => own.has(id)).toSorted();
}

async function listsOf(db: Database, personId: string): Promise<ReadonlySet<string>> {
  const tables = joiningTables(db);
  const rows = await tables
    .selectFrom("proposal_electors")
    .select("proposal_id")
    .where("person_id", "=", personId)
    .union(tables.selectFrom("earlier_stances").select("proposal_id").where("person_id", "=", personId))
    .execute();
  return new Set(rows.map((row) => row.proposal_id));
}

/** Who stands on this list twice, as they were counted; at most 1000. */
export async function countedApart(db: Database, listId: string): Promise<readonly JoinedPair[]> {
  const rows = await joiningTables(db)
    .selectFrom("counted_apart")
    .selectAll()
    .where("list_id", "=", listId)
    .limit(1_000)
    .execute();
  return rows.map((row) => ({ kept: row.person_id, joined: row.also_id }));
}

/** One thing somebody said of a proposal, with all that is kept of it. */
export interface SaidOfProposal extends SaidOnce {
  readonly ballot: Json;
  readonly reason: string;
  readonly by: StanceWay;
  readonly nativeVotes: readonly number[];
}

/** All that somebody said of a proposal, what they changed since with it. */
export async function saidOf(db: Database, proposalId: string, personId: string): Promise<readonly SaidOfProposal[]> {
  const tables = joiningTables(db);
  const earlier = await tables
    .selectFrom("earlier_stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .orderBy("place")
    .execute();
  const standing = await tables
    .selectFrom("stances")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .where("person_id", "=", personId)
    .execute();
  return [
    ...earlier.map((row) => ({ ...saidFromRow(row), stands: false, nativeVotes: [] })),
    ...standing.map((row) => ({
      ...saidFromRow(row),
      stands: true,
      nativeVotes: JSON.parse(row.native_votes) as readonly number[],
    })),
  ];
}

function saidFromRow(row: {
  readonly ballot: string;
  readonly reason: string;
  readonly by: string;
  readonly given_at: number;
}) {
  return {
    ballot: JSON.parse(row.ballot) as Json,
    reason: row.reason,
    by: row.by as StanceWay,
    givenAt: instantFromMicroseconds(row.given_at),
  };
}

/** Whether both have voted in secret. */
export async function bothHaveVoted(db: Database, proposalId: string, pair: JoinedPair): Promise<boolean> {
  const rows = await joiningTables(db)
    .selectFrom("ballot_marks")
    .select("person_id")
    .where("proposal_id", "=", proposalId)
    .where("person_id", "in", [pair.kept, pair.joined])
    .execute();
  return rows.length === 2;
}

/** Whether these two speak for two organisations; not where people are asked. */
export async function speakForTwo(db: Database, listId: string, pair: JoinedPair): Promise<boolean> {
  const rows = await joiningTables(db)
    .selectFrom("voice_delegates")
    .select("organisation_id")
    .distinct()
    .where("proposal_id", "=", listId)
    .where("person_id", "in", [pair.kept, pair.joined])
    .execute();
  return rows.length > 1;
}

/** A frozen list: of a proposal, of a consent process, or of one review of its decision. */
export interface JoinedList {
  readonly kind: "proposal" | "consent";
  /** Of the proposal or the process. */
  readonly id: string;
  readonly review: number | undefined;
  readonly communityId: string;
  readonly threadId: string;
  /** Whether those on it can still answer. */
  readonly isOpen: boolean;
}

/** What a list is for; undefined where nothing has it any more. */
export async function listNamed(db: Database, listId: string): Promise<JoinedList | undefined> {
  const tables = joiningTables(db);
  const proposal = await tables.selectFrom("proposals").selectAll().where("id", "=", listId).executeTakeFirst();
  if (proposal !== undefined) {
    const { id, community_id: communityId, thread_id: threadId, state } = proposal;
    return { kind: "proposal", id, review: undefined, communityId, threadId, isOpen: state === "open" };
  }
  const { consentId, review } = electorateNamed(listId);
  const consent = await tables.selectFrom("consents").selectAll().where("id", "=", consentId).executeTakeFirst();
  if (consent === undefined) return undefined;
  const { id, community_id: communityId, thread_id: threadId, ended_at } = consent;
  const isOpen = review === undefined ? ended_at === null : await isReviewOpen(db, consentId, review);
  return { kind: "consent", id, review, communityId, threadId, isOpen };
}

async function isReviewOpen(db: Database, consentId: string, review: number): Promise<boolean> {
  const round = await roundOf(db, consentId, "review", review);
  return round !== undefined && round.closedAt === undefined;
}

/** The rounds of a list in which both said something, and what each said. */
export async function answersOfBoth(
  db: Database,
  list: JoinedList,
  { kept, joined }: JoinedPair,
): Promise<readonly { readonly round: RoundOfAnswers; readonly kept: SaidInRound; readonly joined: SaidInRound }[]> {
  const rows = await joiningTables(db)
    .selectFrom("consent_answers as own")
    .innerJoin("consent_answers as other", (join) =>
      join
        .onRef("other.consent_id", "=", "own.consent_id")
        .onRef("other.kind", "=", "own.kind")
        .onRef("other.answers_to", "=", "own.answers_to"),
    )
    .select([
      "own.kind",
      "own.answers_to",
      "own.answer",
      "own.given_at",
      "other.answer as said",
      "other.given_at as at",
    ])
    .where("own.consent_id", "=", list.id)
    .where("own.person_id", "=", kept)
    .where("other.person_id", "=", joined)
    .where("own.kind", list.review === undefined ? "!=" : "=", "review")
    .execute();
  return rows
    .filter((row) => list.review === undefined || row.answers_to === list.review)
    .map((row) => ({
      round: { consentId: list.id, kind: row.kind as RoundKind, answersTo: row.answers_to },
      kept: { answer: row.answer, at: row.given_at },
      joined: { answer: row.said, at: row.at },
    }));
}

/** What somebody said in a round, and when. */
export interface SaidInRound {
  readonly answer: string;
  readonly at: Microseconds;
}

/** What is kept of somebody's answers that were counted under another id of theirs, for them to take along. */
export async function keptApartOf(db: Database, personId: string) {
  const rows = await joiningTables(db)
    .selectFrom("counted_apart as apart")
    .innerJoin("stances as stance", (join) =>
      join.onRef("stance.proposal_id", "=", "apart.list_id").onRef("stance.person_id", "=", "apart.also_id"),
    )
    .select(["stance.proposal_id", "stance.ballot", "stance.reason", "stance.given_at"])
    .where("apart.person_id", "=", personId)
    .execute();
  return {
    stancesCountedApart: rows.map((row) => ({
      proposal: row.proposal_id,
      ballot: row.ballot,
      reason: row.reason,
      given: instantFromMicroseconds(row.given_at).toString(),
    })),
  };
}
