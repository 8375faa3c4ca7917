import { DatabaseSync } from "node:sqlite";
import type { ProposalRow, OutcomeRow } from "../../src/decisions/store/proposals/proposals.tables.ts";
import type { SearchRow } from "../../src/decisions/store/search/search.tables.ts";
import type { PostRow, ThreadRow } from "../../src/decisions/store/threads/threads.tables.ts";
import { stanceRules } from "../../src/decisions/methods/stance/rules.ts";
import { searchableWords } from "../../src/kernel/base/folded-words.ts";
import { scopeFor } from "../../src/decisions/store/search/search-scope.ts";
import { microsecondsFromInstant } from "../../src/kernel/base/time.ts";
import { idFrom, writeRows } from "./many-rows.ts";

const OPTIONS = ["Agree", "Abstain", "Disagree", "Block"];
const HOUR = 3_600_000_000;
const POSTS_EACH = 3;

/** What a community decided over years. */
export interface PastDecisions {
  readonly communityId: string;
  readonly authorId: string;
  readonly proposals: number;
  /** How many answered each: the first of the members that `writeMembers` wrote. */
  readonly votesEach: number;
}

/** Closed proposals, one an hour until yesterday, each in a thread of its own, with every elector's stance, the count and an outcome. */
export function writePastDecisions(file: string, past: PastDecisions): void {
  const { communityId, authorId, proposals, votesEach } = past;
  const now = microsecondsFromInstant(Temporal.Now.instant());
  const all = Array.from({ length: proposals }, (_, place) => ({
    place,
    id: idFrom("past-proposal", place),
    threadId: idFrom("past-thread", place),
    openedAt: now - (proposals - place) * HOUR - 24 * HOUR,
  }));
  writeRows<ThreadRow>(file, {
    table: "threads",
    rows: all.map(({ place, threadId, openedAt }) => ({
      id: threadId,
      community_id: communityId,
      author_id: authorId,
      title: titleOf(place),
      language: "en",
      audience: "everyone",
      opened_at: openedAt,
      last_at: openedAt + POSTS_EACH,
      posts: POSTS_EACH,
      closed_at: null,
      closing_reason: "",
      pinned_at: null,
    })),
  });
  writeRows<PostRow>(file, {
    table: "thread_posts",
    rows: all.flatMap(({ place, threadId, openedAt }) =>
      Array.from({ length: POSTS_EACH }, (_, turn) => ({
        id: idFrom(`past-post-${turn}`, place),
        thread_id: threadId,
        parent_id: null,
        place: turn,
        author_id: idFrom("member", (place + turn) % votesEach),
        text: textOf(place),
        version: 1,
        written_at: openedAt + turn,
        edited_at: null,
        removed_at: null,
        removal_reason: "",
        source_uri: null,
        path: String(turn).padStart(7, "0"),
        depth: 0,
      })),
    ),
  });
  writeRows<ProposalRow>(file, {
    table: "proposals",
    rows: all.map(({ place, id, threadId, openedAt }) => ({
      id,
      community_id: communityId,
      thread_id: threadId,
      author_id: authorId,
      title: titleOf(place),
      text: textOf(place),
      method: stanceRules.id,
      method_version: stanceRules.version,
      options: "[]",
      settings: JSON.stringify(stanceRules.defaults),
      secrecy: "open",
      shows_count: "at-once",
      reasons: "optional",
      quorum_percent: 0,
      zone: "Europe/Rome",
      eligible: votesEach,
      state: "closed",
      opened_at: openedAt,
      closes_at: openedAt + HOUR,
      closed_at: openedAt + HOUR,
    })),
  });
  writeRows<OutcomeRow>(file, {
    table: "outcomes",
    rows: all.map(({ id, openedAt }) => outcomeOf(id, openedAt, votesEach)),
  });
  writeTexts(file, communityId, all);
  writeVotes(file, all, votesEach);
}

/** In thirds: for, abstaining and against. */
function outcomeOf(id: string, openedAt: number, votesEach: number): OutcomeRow {
  const question = { options: OPTIONS, settings: stanceRules.defaults };
  const ballots = [0, 1, 2].map((choice) => ({ ballot: { choice }, count: Math.ceil((votesEach - choice) / 3) }));
  const tally = stanceRules.count(question, ballots, "");
  const conclusion = stanceRules.conclude(tally, question, { eligible: votesEach, answered: votesEach });
  return {
    proposal_id: id,
    tally: JSON.stringify(tally),
    conclusion: JSON.stringify(conclusion),
    eligible: votesEach,
    answered: votesEach,
    seed: "",
    statement: "We do as it was counted.",
    stated_by: null,
    stated_at: openedAt + HOUR,
    counted_at: openedAt + HOUR,
  };
}

/** What can be looked for: of each its thread, its posts and the proposal itself. */
function writeTexts(
  file: string,
  communityId: string,
  all: readonly { readonly place: number; readonly id: string; readonly threadId: string }[],
): void {
  const scope = `${scopeFor(communityId, "members")} ${scopeFor(communityId, "everyone")}`;
  let number = 0;
  const row = (about: string, kind: SearchRow["kind"], text: string): SearchRow => {
    number += 1;
    return { number, about, kind, scope, words: searchableWords(text) };
  };
  const rows = all.flatMap(({ place, id, threadId }) => [
    row(threadId, "thread", titleOf(place)),
    ...Array.from({ length: POSTS_EACH }, (_, turn) => row(idFrom(`past-post-${turn}`, place), "post", textOf(place))),
    row(id, "proposal", `${titleOf(place)}\n${textOf(place)}`),
  ]);
  writeRows(file, { table: "decision_texts", rows });
  writeRows(file, { table: "decision_text_numbers", rows: [{ name: "decision_texts", last: number }] });
}

/** Every elector and every stance, made by the engine itself, since they are millions; their indexes are made once, afterwards. */
function writeVotes(
  file: string,
  all: readonly { readonly place: number; readonly id: string; readonly openedAt: number }[],
  votesEach: number,
): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -262144; begin;
      create temporary table past (place integer primary key, id text, at integer);
      create temporary table voters (place integer primary key, id text);`);
    const past = database.prepare("insert into past values (?, ?, ?)");
    for (const { place, id, openedAt } of all) past.run(place, id, openedAt);
    const voter = database.prepare("insert into voters values (?, ?)");
    for (let place = 0; place < votesEach; place++) voter.run(place, idFrom("member", place));
    const indexes = database
      .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null
        and tbl_name in ('stances', 'proposal_electors')`)
      .all();
    for (const { name } of indexes) database.exec(`drop index ${String(name)}`);
    database.exec(`insert into proposal_electors (proposal_id, person_id, why)
        select past.id, voters.id, 'member' from past cross join voters;
      insert into stances (proposal_id, person_id, ballot, reason, given_at, by, changes, native_votes)
        select past.id, voters.id, '{"choice":' || (voters.place % 3) || '}', '', past.at + voters.place, 'web', 0, '[]'
        from past cross join voters;`);
    for (const { sql } of indexes) database.exec(String(sql));
    database.exec("commit; drop table past; drop table voters; pragma journal_mode = wal;");
  } finally {
    database.close();
  }
}

const subjects = ["orchard", "workshop", "bakery", "library", "ferry", "printing", "garden", "choir", "mill", "well"];

function titleOf(place: number): string {
  return `What the ${subjects[place % subjects.length] ?? ""} needs in season ${place}`;
}

function textOf(place: number): string {
  const [one, other] = [
    subjects[place % subjects.length] ?? "",
    subjects[Math.trunc(place / 10) % subjects.length] ?? "",
  ];
  return `The ${one} asks for help before winter, and the ${other} could lend a hand. What is shared stays in common.`;
}
