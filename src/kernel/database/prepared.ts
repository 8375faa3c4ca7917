import type { Compilable, CompiledQuery, DialectAdapter, QueryResult } from "kysely";
import type { Database } from "./database.ts";

/** What columns hold. */
type Value = string | number | null;

/** A query with gaps for values; it is put together once for each engine. */
export type Prepared<Values, Row> = (database: Database, values: Values) => Promise<QueryResult<Row>>;

/**
 * Prepares a query that runs for every vote or every page: putting one together and writing it as SQL costs several times what running
 * it does. `build` is called once and must take each value by its name:
 *
 *     const answerTo = prepared((database, given: { key: string }) =>
 *       receiptTables(database).selectFrom("receipts").select("answer").where("key", "=", given.key));
 *     const { rows } = await answerTo(transaction, { key });
 *
 * A list of values is not one value: its length is part of the SQL.
 */
export function prepared<Values extends Readonly<Record<string, Value>>, Row>(
  build: (database: Database, given: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const written = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  return (database, values) => {
    const { adapter } = database.getExecutor();
    let query = written.get(adapter);
    if (query === undefined) {
      query = build(database, gaps()).compile();
      written.set(adapter, query);
    }
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Gap ? values[parameter.name] : parameter,
    );
    return database.executeQuery({ ...query, parameters });
  };
}

/** Stands in a query for the value of this name. A class, so that no value is ever taken for one. */
class Gap {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Gives a gap for whatever name is asked for. */
function gaps<Values extends object>(): Values {
  const given = new Proxy(
    {},
    {
      get: (_none, name) => new Gap(String(name)),
      ownKeys: () => {
        throw new Error("the values of a prepared query are taken one by one, each by its name");
      },
    },
  );
  // Where the values will be, in the one place that knows they are not there yet.
  return given as Values;
}
