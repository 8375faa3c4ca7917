import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { DatabaseHandle } from "../src/kernel/database/database.ts";
import { openDatabase, type DatabaseLocation } from "../src/kernel/database/open-database.ts";

/** An empty database for one test file: a file of its own, or a database of its own on the PostgreSQL server of the run. */
export interface TestDatabase {
  readonly location: DatabaseLocation;
  readonly handle: DatabaseHandle;
  /** Closes it and removes it from the machine. */
  discard(): Promise<void>;
}

/** Opens an empty database on the engine that `KOINON_TEST_ENGINE` names: `sqlite` when unset, or `postgres` with `DATABASE_URL`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return process.env["KOINON_TEST_ENGINE"] === "postgres" ? onPostgres(serverUrl()) : onSqlite();
}

function onSqlite(): TestDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), "koinon-test-"));
  const location = { kind: "sqlite", file: path.join(folder, "koinon.sqlite") } as const;
  const handle = openDatabase(location);
  const discard = async () => {
    await handle.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { location, handle, discard };
}

async function onPostgres(server: URL): Promise<TestDatabase> {
  const name = `koinon_test_${randomBytes(8).toString("hex")}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const location = { kind: "postgres", url: url.href } as const;
  const handle = openDatabase(location);
  const discard = async () => {
    await handle.close();
    await administer(server, `drop database if exists ${name} with (force)`);
  };
  return { location, handle, discard };
}

async function administer(server: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): URL {
  const url = process.env["DATABASE_URL"];
  if (url === undefined) throw new Error("KOINON_TEST_ENGINE=postgres needs DATABASE_URL");
  return new URL(url);
}
