import type { Guard } from "../guard.ts";

const manners = {
  project: "store-sqlite",
  file: "src/directory/pages/suggestions/suggestions.store.test.ts",
} as const;
const replying = { project: "store-sqlite", file: "src/directory/pages/replies/replies.store.test.ts" } as const;

/** What strangers could make of suggestions and of replies for places. */
export const directoryMannersGuards: readonly Guard[] = [
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
