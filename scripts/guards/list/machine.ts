import type { Guard } from "../guard.ts";

const requests = { project: "store-sqlite", file: "src/main/hostile-requests.store.test.ts" } as const;
const plans = { project: "store-sqlite", file: "src/main/query-plans.sqlite.test.ts" } as const;
const code = { project: "rules", file: "scripts/checks/rules-of-code.test.ts" } as const;
const lock = { project: "rules", file: "scripts/checks/lockfile.test.ts" } as const;
const log = { project: "rules", file: "src/kernel/process-log.test.ts" } as const;

/** What the machine beneath is asked and told: database, log, packages. */
export const machineGuards: readonly Guard[] = [
  {
    rows: [36],
    does: "No field of any form changes what other objects have",
    without: [{ file: "src/ui/form-input.ts", text: "Object.create(null) as", becomes: "{} as" }],
    shownBy: { ...requests, named: "change nothing for other objects as fields of any form" },
  },
  {
    rows: [39],
    does: "What is typed into a search means itself, not a pattern",
    without: [
      {
        file: "src/accounts/store/people-search.read.ts",
        text: 'return text.replace(/[%_\\\\]/g, "");',
        becomes: "return text;",
      },
    ],
    shownBy: { ...requests, named: "finds nobody whom it does not name" },
  },
  {
    rows: [39],
    does: "What scanners send never becomes part of a query",
    without: [
      {
        file: "src/accounts/store/people-search.read.ts",
        text: '.where("address", "=", wanted.toLowerCase());',
        becomes: ".where(sql.raw(`address = '${wanted.toLowerCase()}'`) as never);",
      },
      {
        file: "src/accounts/store/people-search.read.ts",
        text: "const most = 50;",
        becomes: 'import { sql } from "kysely";\nconst most = 50;',
      },
    ],
    shownBy: { ...requests, named: "is only text to every page that reads it from its address or its query" },
  },
  {
    rows: [39],
    does: "What PostgreSQL cannot read is asked for as nothing that is there",
    without: [{ file: "src/kernel/database/postgres-pool.ts", text: "values.map(askable)", becomes: "values" }],
    shownBy: {
      ...requests,
      project: "store-postgres",
      named: "is only text to every page that reads it from its address or its query",
    },
  },
  {
    rows: [39],
    does: "What no engine can keep is taken out of every input",
    without: [
      {
        file: "src/kernel/commands/input.ts",
        text: 'return raw.replaceAll("\\u0000", "").toWellFormed();',
        becomes: "return raw;",
      },
    ],
    shownBy: {
      project: "rules",
      file: "src/kernel/commands/input.test.ts",
      named: "what no engine can keep is taken out of texts, wherever they stand",
    },
  },
  {
    rows: [39],
    does: "Nobody writes a query as text: the linter refuses it",
    without: [
      {
        file: ".oxlintrc.json",
        text: '"object": "sql", "property": "raw"',
        becomes: '"object": "sql", "property": "table"',
      },
    ],
    shownBy: { ...code, named: "the linter refuses queries made of text" },
  },
  {
    rows: [39],
    does: "Every query finds its rows by an index, the front page's among them",
    without: [
      {
        file: "src/gatherings/store/migrations/0001-gatherings.ts",
        text: 'await schema.createIndex("gatherings_by_state").on("gatherings").columns(["state", "announced_at"]).execute();',
        becomes: "",
      },
    ],
    shownBy: { ...plans, named: "every query finds its rows by an index, whatever is asked" },
  },
  {
    rows: [39],
    does: "No statement runs longer than half a minute on PostgreSQL",
    without: [
      { file: "src/kernel/database/postgres-pool.ts", text: "statement_timeout: STATEMENT_TIMEOUT_MS,", becomes: "" },
    ],
    shownBy: {
      project: "store-postgres",
      file: "src/kernel/database/statement-timeout.postgres.test.ts",
      named: "no statement may take longer than half a minute, whoever asks for it",
    },
  },
  {
    rows: [10],
    does: "Nothing but the egress guard may import what asks other servers",
    without: [
      {
        file: ".dependency-cruiser.mjs",
        text: '{ path: "^(node:)?(https?|http2|tls|dns|dns/promises)$|^node_modules/(undici|axios|node-fetch|got)/" },',
        becomes: '{ path: "^node_modules/(undici|axios|node-fetch|got)/" },',
      },
    ],
    shownBy: { ...code, named: "nothing but the egress guard may import what asks other servers" },
  },
  {
    rows: [10],
    does: "Nobody asks other servers by the platform's own fetch: the linter refuses it",
    without: [{ file: ".oxlintrc.json", text: '{ "name": "fetch",', becomes: '{ "name": "event",' }],
    shownBy: { ...code, named: "the linter refuses queries made of text, and requests past the egress guard" },
  },
  {
    rows: [42],
    does: "A line of the log holds words, numbers and ids of ours, and nothing that anybody else wrote",
    without: [{ file: "src/kernel/process-log.ts", text: 'return originOf(core) ?? "…";', becomes: "return core;" }],
    shownBy: { ...log, named: "no token, code, address or handle is in any line, wherever it stands" },
  },
  {
    rows: [42],
    does: "What an error quotes is not told",
    without: [
      {
        file: "src/kernel/process-log.ts",
        text: '.replace(quotations, " … ")',
        becomes: "",
      },
    ],
    shownBy: { ...log, named: "what an error quotes is what somebody sent, and is not told" },
  },
  {
    rows: [42],
    does: "The log of a whole server, failing in every way, holds nothing that was secret in it",
    without: [
      { file: "src/kernel/process-log.ts", text: 'return originOf(core) ?? "…";', becomes: "return core;" },
      { file: "src/main/web.ts", text: "path: c.req.routePath", becomes: "path: c.req.path" },
    ],
    shownBy: {
      project: "federation-sqlite",
      file: "src/main/what-logs-hold.fed.test.ts",
      named: "the log of a server",
    },
  },
  {
    rows: [42],
    does: "Of a link by e-mail only a hash is kept, in the database and so in every back-up",
    without: [
      {
        file: "src/kernel/secrets/token.ts",
        text: 'return createHash("sha256").update(token).digest("hex");',
        becomes: "return token;",
      },
      {
        file: "src/accounts/commands/sign-in/start-session.ts",
        text: "z.string().regex(/^[0-9a-f]{64}$/)",
        becomes: "z.string()",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/accounts/pages/sign-in/by-link.store.test.ts",
      named: "keeps nothing of the link but its hash, and tells the log neither address nor token",
    },
  },
  {
    rows: [44],
    does: "Every package is locked by its hash",
    without: [
      {
        file: "scripts/checks/lockfile.ts",
        text: "...(isLocked ? [] :",
        becomes: "...(isLocked || !isLocked ? [] :",
      },
    ],
    shownBy: { ...lock, named: "a package without a hash, or with a weak one, is found" },
  },
  {
    rows: [44],
    does: "No package comes from elsewhere than the registry",
    without: [
      {
        file: "scripts/checks/lockfile.ts",
        text: "entry.link || entry.resolved !== undefined",
        becomes: "false",
      },
    ],
    shownBy: { ...lock, named: "a package that comes from a repository, a file or a link is found" },
  },
  {
    rows: [44],
    does: "No install script runs that nobody decided about",
    without: [
      {
        file: "scripts/checks/lockfile.ts",
        text: "!entry.hasInstallScript || name in allowScripts",
        becomes: "true",
      },
    ],
    shownBy: { ...lock, named: "an install script that nobody decided about is found, wherever its package lies" },
  },
  {
    rows: [44],
    does: "Every dependency is pinned exactly and has a reason, so that no look-alike slips in",
    without: [
      {
        file: "scripts/checks/dependency-reasons.ts",
        text: "...without.map((name) => `${table} gives no reason for ${name}`),",
        becomes: "",
      },
    ],
    shownBy: {
      project: "rules",
      file: "scripts/checks/dependency-reasons.test.ts",
      named: "a dependency without a reason, or with an empty one, is found",
    },
  },
];
