import type { Guard } from "../guard.ts";

const reading = "src/directory/model/sharing/shared-changes.ts";
const hearing = "src/directory/commands/sharing/hear-changes.ts";
const changes = { project: "rules", file: "src/directory/model/sharing/shared-changes.test.ts" } as const;
const following = { project: "store-sqlite", file: "src/directory/pages/sharing/sharing.store.test.ts" } as const;

/** What a directory that is followed, and whoever plays one, could make of this directory. */
export const sharingGuards: readonly Guard[] = [
  {
    rows: [3, 26],
    does: "A directory tells of the entries of its own server alone",
    without: [
      {
        file: reading,
        text: 'if (entry.length > longest.url || !isSameOrigin(entry, hearing.actorUri)) return "of-another";',
        becomes: "void entry;",
      },
    ],
    shownBy: { ...changes, named: "count for nothing as a whole where the list" },
  },
  {
    rows: [2],
    does: "Changes of one directory are not taken for another's",
    without: [
      {
        file: reading,
        text: 'if (actor !== hearing.actorUri) return "of-another";',
        becomes: "void actor;",
      },
    ],
    shownBy: { ...changes, named: "count for nothing as a whole where the list" },
  },
  {
    rows: [3],
    does: "What a directory heard from others is not taken from it",
    without: [
      {
        file: reading,
        text: '|| said["basis"] === "heard"',
        becomes: "",
      },
      {
        file: reading,
        text: 'ownBases.find((one) => one === said["basis"])',
        becomes: 'ownBases.find((one) => one === said["basis"]) ?? "attested"',
      },
    ],
    shownBy: { ...changes, named: "that it heard from others are left to those" },
  },
  {
    rows: [6],
    does: "An older change that is sent again undoes no newer one",
    without: [
      {
        file: hearing,
        text: "if (!isWhole && read.last <= origin.upTo) return;",
        becomes: "",
      },
      {
        file: hearing,
        text: "read.changes.filter(({ number }) => number > origin.upTo);",
        becomes: "read.changes;",
      },
    ],
    shownBy: { ...following, named: "counts once, and what is older than what was heard is passed over" },
  },
  {
    rows: [23],
    does: "A directory cannot tell of a time that has not come",
    without: [
      {
        file: reading,
        text: 'if (isOfTheFuture(change["at"], hearing.now)) return "of-the-future";',
        becomes: "",
      },
    ],
    shownBy: { ...changes, named: "count for nothing as a whole where the list" },
  },
  {
    rows: [9, 31],
    does: "One directory brings so many places, and no more",
    without: [
      {
        file: "src/directory/commands/sharing/take-changes.ts",
        text: "if (origin.entries + taken.entries >= originBounds.entries) {",
        becomes: "if (origin.entries < 0) {",
      },
    ],
    shownBy: { ...following, named: "is heard of so many places, and of no more" },
  },
  {
    rows: [9, 31],
    does: "One directory sends so much in a day, and no more",
    without: [
      {
        file: hearing,
        text: "  if (isTooMuch(day)) {",
        becomes: "  if (isTooMuch(day) && day.changes < 0) {",
      },
    ],
    shownBy: { ...following, named: "is heard of so much in a day, and of no more until the next" },
  },
  {
    rows: [29],
    does: "A place that did not want to be listed is not brought back by another directory",
    without: [
      {
        file: "src/directory/commands/sharing/take-changes.ts",
        text: "if (await isOptedOut(context, says.domain)) return undefined;",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "never brings back a place that does not want to be listed" },
  },
  {
    rows: [29],
    does: "A directory whose server is blocked is followed no more, and not again",
    without: [
      {
        file: "src/directory/commands/sharing/follow-directory.ts",
        text: 'if (await isActorRefused(db, { uri, host })) return refuse("origin-blocked");',
        becomes: "void isActorRefused;",
      },
    ],
    shownBy: { ...following, named: "goes at once when its server is blocked here, and cannot be followed then" },
  },
  {
    rows: [10],
    does: "Only operators make this server ask another for its directory",
    without: [
      {
        file: "src/directory/pages/sharing/sharing-routes.tsx",
        text: 'return (await isOperator(read, person.id)) ? answer(c) : forbidden(c, "only-operators");',
        becomes: "return answer(c);",
      },
    ],
    shownBy: { ...following, named: "is for operators: whoever else tries is refused, and nobody is asked" },
  },
  {
    rows: [2],
    does: "Only the directory that was asked lets itself be followed",
    without: [
      {
        file: "src/directory/commands/sharing/take-follow-answer.ts",
        text: "|| origin.actorUri !== uri",
        becomes: "",
      },
    ],
    shownBy: { ...following, named: "is asked once, and begins when the one that was asked says yes" },
  },
];
