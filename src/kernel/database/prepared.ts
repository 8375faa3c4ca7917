import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from "kysely";
import type { Database } from "./database.ts";
import { runStraight } from "./sqlite-dialect.ts";

/** What columns hold. */
type Value = string | number | null;

/** So many lengths of lists are remembered for one query; more would only be remembered, hardly used. */
const REMEMBERED_LENGTHS = 50;

/** A query with gaps for values; it is put together once for each engine. */
export interface Prepared<Values, Row> {
  (database: Database, values: Values): Promise<QueryResult<Row>>;
  /**
   * Sends it as a part of a transaction, and does not wait until it is done: over a network each wait costs more than what it waits
   * for. Whatever is asked next sees what it did; if it fails, so does the transaction.
   */
  later(transaction: Database, values: Values): Promise<void>;
}

/**
 * Prepares a query that runs for every vote or every page: putting one together and writing it as SQL costs several times what running
 * it does. `build` is called once, and must not look at the values it is given, only put them in their places:
 *
 *     const answerTo = prepared((database, given: { key: string }) =>
 *       receiptTables(database).selectFrom("receipts").select("answer").where("key", "=", given.key));
 *     const { rows } = await answerTo(transaction, { key });
 *
 * The length of a list is part of the SQL, so it is called once for each length.
 */
export function prepared<Values extends Readonly<Record<string, Value | readonly Value[]>>, Row>(
  build: (database: Database, given: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const written = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>();
  const fill = (database: Database, values: Values): CompiledQuery<Row> => {
    const { adapter } = database.getExecutor();
    const queries = written.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    written.set(adapter, queries);
    const lengths = lengthsOf(values);
    const query = queries.get(lengths) ?? build(database, withGaps(values)).compile();
    if (queries.size < REMEMBERED_LENGTHS && !queries.has(lengths)) {
      queries.set(lengths, query);
      nameText(query.sql);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Gap ? parameter.in(values) : parameter,
    );
    return { ...query, parameters };
  };
  const run = async (database: Database, values: Values) => {
    const filled = fill(database, values);
    return runStraight(database.getExecutor().adapter, filled) ?? database.executeQuery(filled);
  };
  const later = async (transaction: Database, values: Values) => {
    const filled = fill(transaction, values);
    const executor = transaction.getExecutor();
    if (runStraight(executor.adapter, filled) !== undefined) return;
    await executor.provideConnection(async (connection) => {
      // Why it failed is told by the connection to whoever asks next.
      connection.executeQuery(filled).catch(() => {});
    });
  };
  return Object.assign(run, { later });
}

/** Names of the SQL of prepared queries, for engines that remember by name what they planned. */
const names = new Map<string, string>();

/** The name of this SQL, if it is that of a prepared query. */
export function nameOfPrepared(sql: string): string | undefined {
  return names.get(sql);
}

function nameText(sql: string): void {
  if (!names.has(sql)) names.set(sql, `prepared ${names.size + 1}`);
}

type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** Stands in a query for the value of this name, or for the one at this place of its list. A class, so that no value is ever taken for one. */
class Gap {
  readonly name: string;
  readonly place: number | undefined;

  constructor(name: string, place?: number) {
    this.name = name;
    this.place = place;
  }

  in(values: Values): Value | undefined {
    const value = values[this.name];
    return isList(value) ? value[this.place ?? 0] : value;
  }
}

function withGaps<Given extends Values>(values: Given): Given {
  const gaps = Object.entries(values).map(([name, value]) => [
    name,
    isList(value) ? value.map((_, place) => new Gap(name, place)) : new Gap(name),
  ]);
  // The values are not there yet, and whoever builds the query only says where they will be.
  return Object.fromEntries(gaps) as Given;
}

function lengthsOf(values: Values): string {
  let lengths = "";
  for (const value of Object.values(values)) if (isList(value)) lengths += `${value.length},`;
  return lengths;
}

function isList(value: Value | readonly Value[] | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
