import type { Guard } from "../guard.ts";

const lists = { project: "rules", file: "src/directory/federation/open-data/read-list.test.ts" } as const;
const manners = {
  project: "store-sqlite",
  file: "src/directory/pages/suggestions/suggestions.store.test.ts",
} as const;
const replying = { project: "store-sqlite", file: "src/directory/pages/replies/replies.store.test.ts" } as const;

/** What lists of others, suggestions and replies could make of a directory. */
export const directoryWaysInGuards: readonly Guard[] = [
  {
    rows: [10, 12],
    does: "The parts of another directory's list are read where the first one was, and nowhere else",
    without: [
      {
        file: "src/directory/federation/open-data/read-list.ts",
        text: "return url?.origin === address.origin ? url : undefined;",
        becomes: "return url ?? undefined;",
      },
    ],
    shownBy: { ...lists, named: "leads to no other server" },
  },
  {
    rows: [9, 13],
    does: "A list of places that goes on without end is given up",
    without: [
      {
        file: "src/directory/federation/open-data/read-list.ts",
        text: "if (parts.length === bounds.parts || elapsedMs() > endsAt)",
        becomes: "if (parts.length === 40 || elapsedMs() > endsAt)",
      },
    ],
    shownBy: { ...lists, named: "that goes on without end is given up" },
  },
  {
    rows: [10],
    does: "Only operators make this server ask another for a list of places",
    without: [
      {
        file: "src/directory/pages/open-data/take-from-address.tsx",
        text: 'if (!(await isOperator(application.read, person.id))) return forbidden(c, "only-operators");',
        becomes: "",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/directory/pages/open-data/lists-elsewhere.store.test.ts",
      named: "is fetched for operators alone",
    },
  },
  {
    rows: [29],
    does: "What was said of a place that is gone is told to nobody who comes later",
    without: [
      {
        file: "src/directory/store/open-data/changes.write.ts",
        text: 'await changeTables(db).deleteFrom("directory_changes").where("entry_id", "=", entryId).execute();',
        becomes: "",
      },
    ],
    shownBy: {
      project: "store-sqlite",
      file: "src/directory/pages/open-data/open-data.store.test.ts",
      named: "leave a tombstone of a place that is gone, which names it nowhere",
    },
  },
  {
    rows: [29],
    does: "A place that did not want to be listed is not suggested again, whoever names it",
    without: [
      {
        file: "src/directory/commands/suggestions/suggest-place.ts",
        text: 'if (await isOptedOut(context, host)) return { kind: "opted-out", field: "host" } as const;',
        becomes: "",
      },
    ],
    shownBy: { ...manners, named: "of a place that does not want to be listed is refused, whoever makes it" },
  },
  {
    rows: [31],
    does: "One person suggests a few places a day",
    without: [
      {
        file: "src/directory/commands/suggestions/suggest-place.ts",
        text: 'if ((await countMadeBy(db, personId, lately)) >= perDay) return { kind: "suggested-enough", most: perDay } as const;',
        becomes: "void countMadeBy(db, personId, lately);",
      },
    ],
    shownBy: { ...manners, named: "is one of a few that one person makes in a day" },
  },
  {
    rows: [2],
    does: "Only the account that answered for a place replies for it",
    without: [
      {
        file: "src/directory/commands/replies/reply-for-place.ts",
        text: "|| !(await speaksFor(context, entry))",
        becomes: "",
      },
    ],
    shownBy: { ...replying, named: "and nobody does it in its stead, whoever they are" },
  },
];
