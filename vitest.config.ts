import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const notRules = ["**/*.{store,sqlite,postgres,fed,data}.test.{ts,tsx}", "scripts/fixtures/**", "testing/failures/**"];
const tests = (kind: string) => [`{src,testing}/**/*.${kind}.test.{ts,tsx}`];

/** Vectors and data sets that lie beside the checkout, too large to be part of it. */
const dataFolder = resolve(import.meta.dirname, process.env["KOINON_TEST_DATA"] ?? "../shared/data");

/** Tests that start the whole program need its stylesheet and islands. */
const setupOf = (name: string) => (name === "federation" ? ["testing/built.ts"] : []);

const onSqlite = (name: string, include: string[]): TestProjectConfiguration => ({
  extends: true,
  test: { name: `${name}-sqlite`, include, env: { KOINON_TEST_ENGINE: "sqlite" }, globalSetup: setupOf(name) },
});

const onPostgres = (name: string, include: string[]): TestProjectConfiguration => ({
  extends: true,
  test: {
    name: `${name}-postgres`,
    include,
    env: { KOINON_TEST_ENGINE: "postgres" },
    globalSetup: ["testing/postgres.ts", ...setupOf(name)],
  },
});

const onData: TestProjectConfiguration = {
  extends: true,
  test: { name: "data", include: tests("data"), env: { KOINON_TEST_DATA: dataFolder }, testTimeout: 60_000 },
};

/** The real program in processes of its own, killed, starved and cut off. `KOINON_CRASH_ROUNDS=50` kills it as often on SQLite and twenty
 * times on PostgreSQL, unless `KOINON_CRASH_ROUNDS_POSTGRES` says otherwise. */
const onFailures: TestProjectConfiguration = {
  extends: true,
  test: {
    name: "failures",
    include: ["testing/failures/*.test.ts"],
    env: {},
    globalSetup: ["testing/postgres.ts", "testing/built.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
};

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    // A limit for what hangs, not a measure of speed: machines that run this are slow and busy at times.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Left alone, Vitest keeps one processor for watching, which is half of a small machine.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "rules", include: ["{src,scripts,testing}/**/*.test.{ts,tsx}"], exclude: notRules },
      },
      onSqlite("store", [...tests("store"), ...tests("sqlite")]),
      onPostgres("store", [...tests("store"), ...tests("postgres")]),
      // The walk through a gathering's whole life takes minutes; that both engines do the same is told by the shorter stories.
      onSqlite("federation", [...tests("fed"), "journeys/**/*.fed.test.ts"]),
      onPostgres("federation", tests("fed")),
      onFailures,
      ...(existsSync(dataFolder) ? [onData] : []),
    ],
  },
});
