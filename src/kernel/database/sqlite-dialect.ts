import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  SqliteDialect,
  SqliteQueryCompiler,
  ValueNode,
  type LimitNode,
  type QueryCompiler,
  type SqliteDatabase,
  type SqliteStatement,
} from "kysely";

const CACHED_STATEMENTS = 500;

/**
 * Kysely over Node's own SQLite: the two differ only in how parameters are passed. Prepared statements are kept, bounded.
 * `before` is told each statement before it runs.
 */
export function sqliteDialect(connection: DatabaseSync, before: (sql: string) => void = () => {}): SqliteDialect {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = adapted(connection.prepare(sql), () => before(sql));
    const oldest = statements.size >= CACHED_STATEMENTS ? statements.keys().next().value : undefined;
    if (oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  const database: SqliteDatabase = {
    prepare,
    close: () => connection.close(),
  };
  return new DialectWithPlainLimits({ database });
}

class DialectWithPlainLimits extends SqliteDialect {
  override createQueryCompiler(): QueryCompiler {
    return new CompilerWithPlainLimits();
  }
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

function adapted(statement: StatementSync, before: () => void): SqliteStatement {
  const prepared = (parameters: ReadonlyArray<unknown>): SQLInputValue[] => {
    before();
    return inputs(parameters);
  };
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...prepared(parameters)),
    run: (parameters) => statement.run(...prepared(parameters)),
    iterate: (parameters) => statement.iterate(...prepared(parameters)),
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
