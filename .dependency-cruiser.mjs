// Who may import whom: section 3 of ARCHITECTURE.md in code. Each rule has its violation under scripts/fixtures/import-rules.

const capability = "(accounts|communities|directory|gatherings|decisions|circles|lottery|fund|observatory)";
const test = "\\.test\\.tsx?$";
const rule = (name, from, to) => ({ name, severity: "error", from: { pathNot: test, ...from }, to });
const pure = ["^src/$1/model/", "^src/$1/methods/([^/]+/rules|method)\\.ts$", "^src/kernel/base/"];

export default {
  forbidden: [
    rule("all-resolves", {}, { couldNotResolve: true }),
    rule("no-cycles", {}, { circular: true }),
    rule(
      "model-is-pure",
      { path: `^src/${capability}/(model/|methods/([^/]+/rules|method)\\.ts$)` },
      { pathNot: pure },
    ),
    rule("base-is-pure", { path: "^src/kernel/base/" }, { pathNot: ["^src/kernel/base/"] }),
    rule(
      "store-knows-model-and-database",
      { path: `^src/${capability}/store/` },
      { pathNot: ["^src/$1/(model|store)/", "^src/kernel/(base|database)/", "^node_modules/kysely/"] },
    ),
    rule(
      "only-commands-write",
      { path: "^src/", pathNot: [test, "/(commands|store)/"] },
      { path: "/store/[^/]+\\.write\\.ts$" },
    ),
    rule(
      "commands-know-no-transport",
      { path: `^src/${capability}/commands/` },
      { path: ["/(pages|federation|islands)/", "^src/ui/", "^node_modules/(hono|@hono|@fedify)/"] },
    ),
    rule(
      "pages-know-no-fedify",
      { path: `^src/${capability}/(pages/|methods/[^/]+/views)` },
      { path: ["/federation/", "^node_modules/(@fedify|kysely)/"] },
    ),
    rule(
      "federation-knows-no-pages",
      { path: `^src/${capability}/(federation/|methods/[^/]+/wire)` },
      { path: ["/(pages|islands)/", "^src/ui/", "^node_modules/(hono|kysely)/"] },
    ),
    rule(
      "islands-know-only-rules",
      { path: `^src/${capability}/islands/` },
      {
        pathNot: [
          "^src/$1/(model|islands)/",
          "^src/$1/methods/[^/]+/rules\\.ts$",
          "^src/kernel/base/",
          "^src/ui/islands/",
        ],
      },
    ),
    rule(
      "capability-by-its-front-door",
      { path: `^src/${capability}/` },
      { path: `^src/${capability}/`, pathNot: ["^src/$1/", `^src/${capability}/index\\.ts$`] },
    ),
    rule("kernel-knows-no-capability", { path: "^src/(kernel|ui)/" }, { path: `^src/(${capability}|main)/` }),
    rule("nobody-imports-main", { path: "^src/", pathNot: [test, "^src/main/"] }, { path: "^src/main/" }),
    rule(
      "only-egress-asks-others",
      {
        path: "^src/",
        pathNot: [
          test,
          "^src/kernel/federation/egress/",
          "^src/main/listen\\.ts$",
          "/(fast-lane/node-door|serving/serve-at-once)\\.ts$",
        ],
      },
      { path: "^(node:)?(https?|http2|tls|dns|dns/promises)$|^node_modules/(undici|axios|node-fetch|got)/" },
    ),
    rule("only-tests-use-testing", { path: "^src/" }, { path: "^(testing|journeys|bench|scripts)/" }),
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    // Type-only imports couple just as much as others.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Without these, subpath exports such as "hono/html" resolve to nothing that a rule would recognise.
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
