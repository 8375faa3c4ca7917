import type { Guard } from "../guard.ts";

const decisions = "src/decisions";
const store = "store-sqlite";
const votes = { project: store, file: `${decisions}/federation/votes.store.test.ts` } as const;
const secret = { project: store, file: `${decisions}/commands/secret/secret-ballots.store.test.ts` } as const;
const names = { project: store, file: `${decisions}/pages/published/hostile-names.store.test.ts` } as const;
const threads = { project: store, file: `${decisions}/federation/threads/threads-document.store.test.ts` } as const;
const consent = { project: store, file: `${decisions}/commands/consent/consent.store.test.ts` } as const;

/** What is decided, by whom, and who learns of it. */
export const decisionGuards: readonly Guard[] = [
  {
    rows: [6],
    does: "A ballot by reply that is sent again after its person corrected it changes nothing",
    without: [
      {
        file: "src/kernel/federation/inbox/router.ts",
        text: 'const origin = { from: "federated", key: activity.id } as const;',
        becomes: 'const origin = { from: "federated", key: activity.id + Math.random() } as const;',
      },
    ],
    shownBy: { ...votes, named: "in words, after its person corrected it, changes nothing" },
  },
  {
    rows: [15],
    does: "What people write cannot break out of its element in a feed",
    without: [{ file: "src/kernel/text/atom-feed.ts", text: '.replaceAll("<", "&lt;")', becomes: "" }],
    shownBy: {
      project: "rules",
      file: "src/kernel/text/atom-feed.test.ts",
      named: "nothing that people write can break out of its element",
    },
  },
  {
    rows: [16],
    does: "Whoever answered or put something forward is shown with their server",
    without: [
      { file: `${decisions}/pages/person-name.tsx`, text: "handle={person.handle}", becomes: "handle={undefined}" },
    ],
    shownBy: { ...names, named: "is shown with the server they come from, whatever they call themselves" },
  },
  {
    rows: [20],
    does: "Who may answer is fixed when a proposal opens: an account that nobody made a member counts nothing",
    without: [
      {
        file: `${decisions}/commands/proposals/give-stance.ts`,
        text: "const why = await whyElector(context.db, proposal.id, person);",
        becomes: 'const why = (await whyElector(context.db, proposal.id, person)) ?? "member";',
      },
    ],
    shownBy: { ...votes, named: "count nothing, however many a server invents, and each is told why" },
  },
  {
    rows: [22],
    does: "A person has one stance on a proposal, however many arrive at once",
    without: [
      {
        file: `${decisions}/store/migrations/0010-proposals.ts`,
        // A table without a key keeps its rows in the usual way.
        text: '.addPrimaryKeyConstraint("stances_key", ["proposal_id", "person_id"]),\n      engine,',
        becomes: ',\n      "postgres",',
      },
      {
        file: `${decisions}/store/migrations/0010-proposals.ts`,
        text: '.addPrimaryKeyConstraint("earlier_stances_key", ["proposal_id", "person_id", "place"])',
        becomes: "",
      },
      {
        file: `${decisions}/store/proposals/stances.write.ts`,
        text: '.onConflict((conflict) => conflict.columns(["proposal_id", "person_id"]).doUpdateSet(stance)),',
        becomes: ",",
      },
    ],
    shownBy: { ...votes, named: "is none: two hundred at once" },
  },
  {
    rows: [23],
    does: "A proposal takes no answer that arrives at its closing time or later, whether it is counted or not",
    without: [
      {
        file: `${decisions}/commands/proposals/give-stance.ts`,
        text: "if (Temporal.Instant.compare(context.arrivedAt, closedAt) >= 0) {",
        becomes: "if (closedAt === undefined) {",
      },
    ],
    shownBy: { ...votes, named: "is late when it arrives at the closing, whatever it says" },
  },
  {
    rows: [23],
    does: "A proposal is counted when all that arrived before is acted on, a crash or not",
    without: [{ file: "src/main/work.ts", text: "await federation?.actedOn(due.due, stopping.signal);", becomes: "" }],
    shownBy: {
      project: "federation-sqlite",
      file: `${decisions}/federation/late-worker.fed.test.ts`,
      named: "votes that were acknowledged in time count",
    },
  },
  {
    rows: [24],
    does: "A secret ballot is given on the web alone, where no other server sees it",
    without: [
      {
        file: `${decisions}/commands/proposals/give-stance.ts`,
        text: 'return open.ok && open.value.proposal.secrecy === "secret" ? refused({ kind: "secret-on-the-web" }) : open;',
        becomes: "return open;",
      },
    ],
    shownBy: { ...secret, named: "is not taken by reply, by native poll or under a name" },
  },
  {
    rows: [24],
    does: "The log names nobody beside a secret ballot",
    without: [
      {
        file: `${decisions}/commands/secret/cast-ballot.ts`,
        text: 'context.emitUnnamed({ name: "ballot-received"',
        becomes: 'context.emit({ name: "ballot-received"',
      },
    ],
    shownBy: { ...secret, named: "names nobody in the log beside a ballot received" },
  },
  {
    rows: [24],
    does: "A secret ballot is sealed while people vote, and as long as any other",
    without: [{ file: `${decisions}/commands/secret/seals.ts`, text: "text + padding", becomes: "padding && text" }],
    shownBy: {
      project: "rules",
      file: `${decisions}/commands/secret/seals.test.ts`,
      named: "is as long as any other",
    },
  },
  {
    rows: [24],
    does: "The places of rows do not tell who voted when: they are written anew when they are counted",
    without: [
      {
        file: `${decisions}/commands/secret/open-box.ts`,
        text: "await rewriteMarks(context.db, proposal.id);",
        becomes: "",
      },
      {
        file: `${decisions}/commands/secret/open-box.ts`,
        text: "ballots.toSorted((one, other) => (one.digest < other.digest ? -1 : 1))",
        becomes: "ballots",
      },
    ],
    shownBy: {
      ...secret,
      project: "store-postgres",
      named: "lies in the order of digests and of people's ids, not in that of voting",
    },
  },
  {
    rows: [24],
    does: "What few people said in secret is not published",
    without: [
      {
        file: `${decisions}/commands/proposals/close-proposal.ts`,
        text: "const isWithheld = isSecret && sumOf(own) < fewestPublished;",
        becomes: "const isWithheld = isSecret && sumOf(own) < 0;",
      },
    ],
    shownBy: { ...secret, named: "among fewer than five leaves the decision alone" },
  },
  {
    rows: [24, 42],
    does: "Nothing is left in the files by which a seal could be broken once it is counted",
    without: [
      {
        file: `${decisions}/commands/secret/sweep-boxes.ts`,
        text: 'await database.sweep(["secret_boxes", "sealed_ballots", "ballot_marks"]);',
        becomes: "void database;",
      },
    ],
    shownBy: {
      project: store,
      file: `${decisions}/commands/secret/traces-on-disk.sqlite.test.ts`,
      named: "once counted neither key nor seal",
    },
  },
  {
    rows: [24, 42],
    does: "The receipt that a command keeps holds no ballot",
    without: [
      {
        file: `${decisions}/commands/secret/cast-ballot.ts`,
        text: "return accepted({});",
        becomes: "return accepted({ ballot: ballot.value } as never);",
      },
    ],
    shownBy: { ...secret, named: "has no row with both a person and a ballot, and no time beside either" },
  },
  {
    rows: [25],
    does: "A vote in a proposal is passed on to nobody, however loudly it is cast",
    without: [
      {
        file: "src/communities/federation/inbox.ts",
        text: String.raw`if (isOurs && !/^\/(?:messages|announcements)\//.test(replied.pathname)) return undefined;`,
        becomes: "if (isOurs && replied === null) return undefined;",
      },
    ],
    shownBy: { ...votes, named: "is neither a post of the thread nor passed on" },
  },
  {
    rows: [26],
    does: "A post of a thread is changed and deleted by its author alone, whoever else its server has",
    without: [
      {
        file: `${decisions}/commands/threads/post-standing.ts`,
        text: 'return found.post.authorId === person ? undefined : { kind: "not-your-post" };',
        becomes: "return undefined;",
      },
    ],
    shownBy: { ...threads, named: "is neither edited nor deleted by anybody else of its server" },
  },
  {
    rows: [26],
    does: "A proposal is closed and taken back by whoever put it forward and by stewards, and by nobody else",
    without: [
      {
        file: `${decisions}/commands/standing.ts`,
        text: 'return (await isSteward(context.db, about.communityId, person)) ? undefined : { kind: "not-the-author" };',
        becomes: "return undefined;",
      },
    ],
    shownBy: {
      project: store,
      file: `${decisions}/commands/proposals/proposals.store.test.ts`,
      named: "is closed or taken back by its author and stewards alone",
    },
  },
  {
    rows: [27],
    does: "Consent is given to the version that was read",
    without: [
      {
        file: `${decisions}/commands/consent/answer-consent.ts`,
        text: 'if (input.version !== 0 && input.version !== consent.version) return refused({ kind: "version-replaced" });',
        becomes: "",
      },
    ],
    shownBy: {
      ...consent,
      named: "is integrated into a version that its objector confirms, and the circle is asked anew",
    },
  },
  {
    rows: [37],
    does: "The table of ballots is written without formulas",
    without: [
      {
        file: `${decisions}/pages/published/published-routes.tsx`,
        text: "return csvFrom([head, ...rows]);",
        becomes: 'return [head, ...rows].map((row) => row.join(",")).join("\\r\\n");',
      },
    ],
    shownBy: { ...names, named: "is a text in the table of ballots" },
  },
  {
    rows: [41],
    does: "Whoever counts published ballots again finds one that was changed",
    without: [
      {
        file: `${decisions}/model/recount/recount.ts`,
        text: 'if (!alike({ ...tally }, { ...file.tally })) return "other-count";',
        becomes: "",
      },
    ],
    shownBy: {
      project: "rules",
      file: `${decisions}/model/recount/recount.test.ts`,
      named: "a flipped ballot is found",
    },
  },
  {
    rows: [41],
    does: "The log notes the digest of the list of secret ballots, so that no other list can take its place",
    without: [
      { file: `${decisions}/commands/secret/open-box.ts`, text: "digest: digestOfList(list)", becomes: 'digest: ""' },
    ],
    shownBy: { ...secret, named: "and notes the digest of the list" },
  },
];
