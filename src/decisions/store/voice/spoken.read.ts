import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { handedFor, spokenVoices, type ScopedVoice } from "../../model/voice/handed-voices.ts";
import { noVoiceCounts, type SpokenBallot, type VoiceCounts } from "../../model/voice/voices.ts";
import { proposalTables } from "../proposals/proposals.tables.ts";
import { voiceTables } from "./voice.tables.ts";

const PEOPLE_AT_ONCE = 500;

/** Who is spoken for on a proposal by these voices in force, and what is counted for them as answers stand now. */
export async function spokenNow(
  db: Database,
  about: { readonly proposalId: string; readonly topics: readonly string[] },
  inForce: readonly ScopedVoice[],
): Promise<readonly SpokenBallot[]> {
  const handed = handedFor(inForce, about);
  if (handed.size === 0) return [];
  const ballots = await ballotsAmong(db, about.proposalId, [...new Set([...handed.keys(), ...handed.values()])]);
  const silent = await electorsAmong(
    db,
    about.proposalId,
    [...handed.keys()].filter((giver) => !ballots.has(giver)),
  );
  const spoken = spokenVoices(handed, { silent, answered: new Set(ballots.keys()) });
  return spoken.flatMap((voice) => {
    const ballot = ballots.get(voice.speaker);
    return ballot === undefined ? [] : [{ ...voice, ballot }];
  });
}

/** Who was spoken for when a proposal was counted, in the order of their ids: at most `limit`. */
export async function spokenThen(db: Database, proposalId: string, limit: number): Promise<readonly SpokenBallot[]> {
  const rows = await voiceTables(db)
    .selectFrom("spoken_voices")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .orderBy("giver_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    giver: row.giver_id,
    next: row.next_id,
    speaker: row.speaker_id,
    ballot: JSON.parse(row.ballot) as Json,
  }));
}

/** What was counted for those who were spoken for; equal ballots once. */
export async function ballotsSpoken(
  db: Database,
  proposalId: string,
): Promise<readonly { readonly ballot: Json; readonly count: number }[]> {
  const rows = await voiceTables(db)
    .selectFrom("spoken_voices")
    .select(["ballot", (row) => row.fn.countAll<number>().as("count")])
    .where("proposal_id", "=", proposalId)
    .groupBy("ballot")
    .execute();
  return rows.map((row) => ({ ballot: JSON.parse(row.ballot) as Json, count: row.count }));
}

/** In which ways the answers to a counted proposal came. */
export async function voiceCountsOf(db: Database, proposalId: string): Promise<VoiceCounts> {
  const row = await voiceTables(db)
    .selectFrom("voice_counts")
    .selectAll()
    .where("proposal_id", "=", proposalId)
    .executeTakeFirst();
  if (row === undefined) return noVoiceCounts;
  const { by_proxy: byProxy, by_phone: byPhone, unconfirmed, guests, advisory } = row;
  return { byProxy, byPhone, unconfirmed, guests, advisory };
}

async function ballotsAmong(
  db: Database,
  proposalId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Json>> {
  const found = new Map<string, Json>();
  for (const some of inParts(people)) {
    const rows = await proposalTables(db)
      .selectFrom("stances")
      .select(["person_id", "ballot"])
      .where("proposal_id", "=", proposalId)
      .where("person_id", "in", some)
      .execute();
    for (const row of rows) found.set(row.person_id, JSON.parse(row.ballot) as Json);
  }
  return found;
}

async function electorsAmong(
  db: Database,
  proposalId: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of inParts(people)) {
    const rows = await proposalTables(db)
      .selectFrom("proposal_electors")
      .select("person_id")
      .where("proposal_id", "=", proposalId)
      .where("person_id", "in", some)
      .execute();
    for (const row of rows) found.add(row.person_id);
  }
  return found;
}

function inParts(people: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(people.length / PEOPLE_AT_ONCE) }, (_, part) =>
    people.slice(part * PEOPLE_AT_ONCE, (part + 1) * PEOPLE_AT_ONCE),
  );
}
