import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import {
  SqliteDialect,
  SqliteQueryCompiler,
  ValueNode,
  type CompiledQuery,
  type DialectAdapter,
  type LimitNode,
  type QueryCompiler,
  type QueryResult,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from "kysely";

const CACHED_STATEMENTS = 500;

/** What whoever opened a connection wants to be asked. */
export interface ConnectionCare {
  /** Told each statement before it runs. */
  before(sql: string): void;
  /** Whether somebody has the connection for a transaction of their own, so that others have to wait. */
  isTaken(): boolean;
}

const careless: ConnectionCare = { before: () => {}, isTaken: () => false };

/** Kysely over Node's own SQLite: the two differ only in how parameters are passed. Prepared statements are kept, bounded. */
export function sqliteDialect(connection: DatabaseSync, care: ConnectionCare = careless): SqliteDialect {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = adapted(connection.prepare(sql), () => care.before(sql));
    const oldest = statements.size >= CACHED_STATEMENTS ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  const database: SqliteDatabase = {
    prepare,
    close: () => connection.close(),
  };
  return new OurSqliteDialect({ database }, (sql) => (care.isTaken() ? undefined : prepare(sql)));
}

class OurSqliteDialect extends SqliteDialect {
  readonly #straight: Straight;

  constructor(config: SqliteDialectConfig, straight: Straight) {
    super(config);
    this.#straight = straight;
  }

  override createQueryCompiler(): QueryCompiler {
    return new CompilerWithPlainLimits();
  }

  override createAdapter(): DialectAdapter {
    const adapter = super.createAdapter();
    straightTo.set(adapter, this.#straight);
    return adapter;
  }
}

/** A statement that may run at once; undefined when it has to wait for its connection. */
type Straight = (sql: string) => SqliteStatement | undefined;

const straightTo = new WeakMap<DialectAdapter, Straight>();

/**
 * Runs a compiled query without Kysely's waiting for a connection, which costs as much as a short query does: there is one
 * connection, and it answers at once. Undefined where it does not: for another engine, or while somebody has the connection.
 */
export function runStraight<Row>(adapter: DialectAdapter, query: CompiledQuery<Row>): QueryResult<Row> | undefined {
  const statement = straightTo.get(adapter)?.(query.sql);
  if (statement === undefined) return undefined;
  // Rows are as the query that was compiled says.
  if (statement.reader) return { rows: statement.all(query.parameters) as Row[] };
  const { changes } = statement.run(query.parameters);
  return { rows: [], numAffectedRows: BigInt(changes) };
}

/**
 * Writes limits into the SQL. SQLite looks at a limit when it plans a query, and so plans one whose limit is a parameter anew at
 * every run, which costs more than most of our queries do.
 */
class CompilerWithPlainLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${String(limit.value)}`);
    else super.visitLimit(node);
  }
}

type Row = Record<string, SQLOutputValue>;

function adapted(statement: StatementSync, before: () => void): SqliteStatement {
  const prepared = (parameters: ReadonlyArray<unknown>): SQLInputValue[] => {
    before();
    return inputs(parameters);
  };
  // Rows come as lists and get their names here: Node would make the text of every name anew for every row.
  statement.setReturnArrays(true);
  let names = statement.columns().map(({ name }) => name);
  const reader = names.length > 0;
  const named = (row: Row): Row => {
    // Its types know rows with names only.
    const values = row as unknown as readonly SQLOutputValue[];
    // Columns may have been added since it was prepared.
    if (values.length !== names.length) names = statement.columns().map(({ name }) => name);
    const columns: Row = {};
    for (let place = 0; place < names.length; place++) columns[names[place] ?? ""] = values[place] ?? null;
    return columns;
  };
  return {
    reader,
    all: (parameters) => statement.all(...prepared(parameters)).map(named),
    run: (parameters) => statement.run(...prepared(parameters)),
    iterate: (parameters) => statement.iterate(...prepared(parameters)).map(named),
  };
}

/** Kysely hands over what the query builder was given; our columns hold only text, numbers and null. */
function inputs(parameters: ReadonlyArray<unknown>): SQLInputValue[] {
  return parameters.map((parameter) => {
    if (parameter === null || typeof parameter === "string" || typeof parameter === "number") return parameter;
    if (typeof parameter === "bigint" || parameter instanceof Uint8Array) return parameter;
    throw new Error(`SQLite takes no ${typeof parameter} as a parameter`);
  });
}
