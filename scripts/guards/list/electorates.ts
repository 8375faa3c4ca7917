import type { Guard } from "../guard.ts";

const decisions = "src/decisions";
const store = "store-sqlite";
const votes = { project: store, file: `${decisions}/federation/votes.store.test.ts` } as const;
const electorate = { project: store, file: `${decisions}/commands/electorate/electorate.store.test.ts` } as const;

/** What can be done about votes that a server gives in the name of accounts that are real. */
export const electorateGuards: readonly Guard[] = [
  {
    rows: [21],
    does: "An answer that somebody's server gave in their name is taken out of the count when a challenge is upheld",
    without: [
      {
        file: `${decisions}/commands/electorate/answer-challenge.ts`,
        text: "if (about !== undefined) await setAside(context, proposal, about, id);",
        becomes: "",
      },
    ],
    shownBy: { ...votes, named: "are seen by the one who never gave them, challenged, and taken out of the count" },
  },
  {
    rows: [21],
    does: "An outcome that can still be challenged is not stated",
    without: [
      {
        file: `${decisions}/commands/proposals/state-outcome.ts`,
        text: 'if (!(await outcomeHolds(context, proposal))) return refused({ kind: "may-be-challenged" });',
        becomes: "",
      },
    ],
    shownBy: { ...electorate, named: "keeps the outcome from being stated until it is answered and its days are over" },
  },
  {
    rows: [20, 21],
    does: "The count says how many of those who answered live on each server",
    without: [
      {
        file: `${decisions}/commands/proposals/close-proposal.ts`,
        text: "  await countServers(context, proposal);\n",
        becomes: "",
      },
    ],
    shownBy: { ...electorate, named: "the count says how many live on each server" },
  },
];
