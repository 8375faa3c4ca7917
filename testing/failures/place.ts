import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readConfiguration, type Configuration } from "../../src/main/configuration.ts";
import type { Engine } from "../../src/kernel/database/database.ts";
import { freePort } from "../free-port.ts";
import type { Variables } from "./program.ts";

/** Where one Koinon lives: its address, its data folder and its database, all empty. A resource: removed by whoever made it. */
export interface Place {
  readonly engine: Engine;
  readonly origin: URL;
  readonly folder: string;
  /** What its process is started with. */
  readonly variables: Variables;
  /** The same, as the program reads it. */
  readonly configuration: Configuration;
  discard(): Promise<void>;
}

/** How a place differs from a plain one. */
export interface PlaceSettings {
  /** Default a fresh folder, removed with the place. */
  readonly folder?: string;
  /** The PostgreSQL server on which a database is made; default `DATABASE_URL`. */
  readonly server?: string;
}

/** Makes an empty place on loopback for a Koinon on one of the engines. */
export async function makePlace(engine: Engine, settings: PlaceSettings = {}): Promise<Place> {
  const port = await freePort();
  const origin = new URL(`http://127.0.0.1:${port}`);
  const ownFolder = settings.folder === undefined ? mkdtempSync(join(tmpdir(), "koinon-failures-")) : undefined;
  const folder = settings.folder ?? ownFolder ?? "";
  const server = settings.server ?? process.env["DATABASE_URL"] ?? "";
  const database = engine === "postgres" ? await makeDatabase(server) : undefined;
  const variables = {
    KOINON_ORIGIN: origin.origin,
    KOINON_DATA: folder,
    KOINON_ALLOW_PRIVATE_ADDRESSES: "yes",
    PORT: `${port}`,
    ...(database === undefined ? {} : { DATABASE_URL: database }),
  };
  const discard = async () => {
    if (database !== undefined) await dropDatabase(server, database);
    if (ownFolder !== undefined) rmSync(ownFolder, { recursive: true, force: true });
  };
  return { engine, origin, folder, variables, configuration: readConfiguration(variables), discard };
}

async function makeDatabase(server: string): Promise<string> {
  const name = `koinon_failures_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function dropDatabase(server: string, database: string): Promise<void> {
  await administer(server, `drop database if exists ${new URL(database).pathname.slice(1)} with (force)`);
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
