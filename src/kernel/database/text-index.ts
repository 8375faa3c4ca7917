import { PostgresAdapter, sql } from "kysely";
import type { Database, Engine } from "./database.ts";

/** What every index is called by first; what stands under such names can be made anew from its table, and is no record. */
const prefix = "text_index_of_";

/** What is looked for. */
export interface TextQuery {
  /** Stands in `scope` of each row that is meant: letters and digits without white space. */
  readonly scope: string;
  /** Letters and digits alone; each stands in the row, and the last one may be the beginning of a word. */
  readonly words: readonly string[];
  /** Only rows with a lower number. */
  readonly before: number | undefined;
  readonly limit: number;
}

/**
 * Makes an index of the words in a table that has the columns `number` (integer, the primary key), `scope` and `words` (texts of words with
 * single blanks between them). From then on the engine keeps it with the rows, in the same transaction.
 *
 * Both engines take the words as they stand, without knowing of any language. In SQLite what is deleted leaves the index at once
 * (https://www.sqlite.org/fts5.html#the_secure_delete_configuration_option).
 */
export async function createTextIndex(database: Database, engine: Engine, table: string): Promise<void> {
  const index = sql.table(`${prefix}${table}`);
  const rows = sql.table(table);
  if (engine === "postgres") {
    await sql`create index ${index} on ${rows} using gin (to_tsvector('simple', scope || ' ' || words))`.execute(
      database,
    );
    return;
  }
  await sql`create virtual table ${index} using fts5(scope, words, content=${rows}, content_rowid="number",
    tokenize="unicode61 remove_diacritics 0", prefix="2 3")`.execute(database);
  await sql`insert into ${index} (${index}, rank) values ('secure-delete', 1)`.execute(database);
  const enter = sql`insert into ${index} (rowid, scope, words) values (new.number, new.scope, new.words)`;
  const leave = sql`insert into ${index} (${index}, rowid, scope, words)
    values ('delete', old.number, old.scope, old.words)`;
  const trigger = (event: string) => sql.table(`${table}_${event}`);
  await sql`create trigger ${trigger("entered")} after insert on ${rows} begin ${enter}; end`.execute(database);
  await sql`create trigger ${trigger("left")} after delete on ${rows} begin ${leave}; end`.execute(database);
  await sql`create trigger ${trigger("changed")} after update on ${rows} begin ${leave}; ${enter}; end`.execute(
    database,
  );
}

/** The numbers of the rows of an indexed table that hold all the words, the highest first; none where nothing is asked. */
export async function numbersMatching(
  database: Database,
  table: string,
  { scope, words, before = Number.MAX_SAFE_INTEGER, limit }: TextQuery,
): Promise<readonly number[]> {
  mustBeWords(scope, words);
  if (words.length === 0) return [];
  const isPostgres = database.getExecutor().adapter instanceof PostgresAdapter;
  const { rows } = isPostgres
    ? await sql<{ readonly number: number }>`select number from ${sql.table(table)}
        where to_tsvector('simple', scope || ' ' || words) @@ to_tsquery('simple', ${postgresQuery(scope, words)})
        and number < ${Math.min(before, 2 ** 31 - 1)} order by number desc limit ${limit}`.execute(database)
    : await sql<{ readonly number: number }>`select rowid as number from ${sql.table(`${prefix}${table}`)}
        where ${sql.table(`${prefix}${table}`)} match ${sqliteQuery(scope, words)}
        and rowid < ${before} order by rowid desc limit ${limit}`.execute(database);
  return rows.map(({ number }) => number);
}

/**
 * The numbers of all rows that hold all the words, in no order, for whoever joins them with other sets; none where nothing is asked. They come
 * as one text: one row is handed over, however many there are.
 */
export async function allNumbersMatching(
  database: Database,
  table: string,
  { scope, words }: Pick<TextQuery, "scope" | "words">,
): Promise<readonly number[]> {
  mustBeWords(scope, words);
  if (words.length === 0) return [];
  const index = sql.table(`${prefix}${table}`);
  const isPostgres = database.getExecutor().adapter instanceof PostgresAdapter;
  const { rows } = isPostgres
    ? await sql<{
        readonly numbers: string | null;
      }>`select string_agg(number::text, ' ') as numbers from ${sql.table(table)}
        where to_tsvector('simple', scope || ' ' || words) @@ to_tsquery('simple', ${postgresQuery(scope, words)})`.execute(
        database,
      )
    : await sql<{ readonly numbers: string | null }>`select group_concat(rowid, ' ') as numbers from ${index}
        where ${index} match ${sqliteQuery(scope, words)}`.execute(database);
  const numbers = rows[0]?.numbers ?? "";
  return numbers === "" ? [] : numbers.split(" ").map(Number);
}

/** Quoting is different in the two languages of search, so nothing that would need it gets there. */
function mustBeWords(scope: string, words: readonly string[]): void {
  if ([scope, ...words].some((word) => !/^[\p{L}\p{N}]+$/u.test(word))) throw new Error("words are letters and digits");
}

/** Whether a table of this name belongs to an index. */
export function isOfTextIndex(table: string): boolean {
  return table.startsWith(prefix);
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function postgresQuery(scope: string, words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  return [`'${scope}'`, ...quoted.slice(0, -1), `${quoted.at(-1) ?? ""}:*`].join(" & ");
}

/** https://www.sqlite.org/fts5.html#full_text_query_syntax */
function sqliteQuery(scope: string, words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return `scope : "${scope}" AND words : (${quoted.join(" AND ")} *)`;
}
