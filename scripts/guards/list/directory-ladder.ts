import type { Guard } from "../guard.ts";

const shown = {
  project: "store-sqlite",
  file: "src/directory/pages/ladder/ladder.store.test.ts",
} as const;
const rules = { project: "rules", file: "src/directory/model/ladder/ladder.test.ts" } as const;
const documents = { project: "rules", file: "src/directory/federation/ladder/read-document.test.ts" } as const;
const boards = {
  project: "store-sqlite",
  file: "src/directory/pages/outreach/outreach.store.test.ts",
} as const;

/** What strangers could make of what places show above their proofs, and of boards that are filled from the directory. */
export const directoryLadderGuards: readonly Guard[] = [
  {
    rows: [2],
    does: "Only whoever speaks for a place shows delegates and documents for it",
    without: [
      {
        file: "src/directory/commands/ladder/ladder-refusals.ts",
        text: "|| !(await speaksFor(context, entry))",
        becomes: "",
      },
    ],
    shownBy: {
      ...shown,
      named: "is named by nobody who does not speak for the place, and nothing is fetched for them",
    },
  },
  {
    rows: [10],
    does: "This server fetches documents for nobody but whoever speaks for their place",
    without: [
      {
        file: "src/directory/pages/ladder/ladder-routes.tsx",
        text: 'if (!(await speaksHere(c, read, entry))) return forbidden(c, "only-who-speaks");\n      const form',
        becomes: "const form",
      },
    ],
    shownBy: {
      ...shown,
      named: "is named by nobody who does not speak for the place, and nothing is fetched for them",
    },
  },
  {
    rows: [30],
    does: "Whoever takes over a domain does not inherit what was shown for the place before",
    without: [
      {
        file: "src/directory/model/ladder/evidence.ts",
        text: " && Temporal.Instant.compare(said.saidAt, footing.since) >= 0",
        becomes: "",
      },
    ],
    shownBy: { ...shown, named: "is stale once its account is lost, and stays so when the domain is in other hands" },
  },
  {
    rows: [22],
    does: "Nobody vouches twice for a place, whatever number of places they speak for",
    without: [
      {
        file: "src/directory/model/ladder/vouch.ts",
        text: 'if (names.some((name) => counted.has(name))) return { ...piece, fault: "too-few" };',
        becomes: "",
      },
    ],
    shownBy: { ...rules, named: "do not count twice for one person" },
  },
  {
    rows: [15],
    does: "The copy of a document is saved, and runs nowhere",
    without: [
      {
        file: "src/directory/pages/ladder/serve-copy.ts",
        text: `c.header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");`,
        becomes: "",
      },
    ],
    shownBy: { ...shown, named: "is fetched once, and stands with its hash, date and licence" },
  },
  {
    rows: [9],
    does: "A document that is larger than one may be is not kept",
    without: [
      {
        file: "src/directory/federation/ladder/read-document.ts",
        text: "body.length > documentBounds.bytes || ",
        becomes: "",
      },
    ],
    shownBy: { ...documents, named: "is larger than a document may be" },
  },
  {
    rows: [10, 31],
    does: "One person has a bounded number of documents fetched",
    without: [
      {
        file: "src/directory/federation/ladder/read-document.ts",
        text: 'if (personId !== undefined && !mayAsk(personId)) return "enough";',
        becomes: "void mayAsk;",
      },
    ],
    shownBy: { ...documents, named: "is one of twenty an hour for one person" },
  },
  {
    rows: [9],
    does: "A large file is read from operators alone",
    without: [
      {
        file: "src/ui/form-guard.ts",
        text: "&& person !== undefined && (await mayBring(person.id))",
        becomes: "&& person !== undefined && mayBring !== undefined",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/directory/pages/long-lists/long-lists.store.test.ts",
      named: "a file of operators may hold as many places as a list by address",
    },
  },
  {
    rows: [29],
    does: "A place that never wants to be asked again is put on no board",
    without: [
      {
        file: "src/gatherings/commands/outreach/boards-to-fill.ts",
        text: 'else if (await neverAsk({ db }, [host])) kept.set(host, "never-asked");',
        becomes: "",
      },
    ],
    shownBy: { ...boards, named: "never are those that opted out" },
  },
];
