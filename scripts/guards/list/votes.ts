import type { Guard } from "../guard.ts";

const kernel = "src/kernel";
const inbox = `${kernel}/federation/inbox`;
const votes = { project: "store-sqlite", file: "src/gatherings/federation/votes.store.test.ts" } as const;
const acts = { project: "federation-sqlite", file: `${inbox}/inbox-acts.fed.test.ts` } as const;
const execution = { project: "store-sqlite", file: `${kernel}/commands/execute.store.test.ts` } as const;
const moves = {
  project: "store-sqlite",
  file: "src/accounts/commands/people/move-identity.store.test.ts",
} as const;

/** What counts once, and what counts at all. */
export const voteGuards: readonly Guard[] = [
  {
    rows: [6, 22],
    does: "An act that was answered is answered the same again, and does nothing",
    without: [
      {
        file: `${kernel}/commands/execute.ts`,
        text: "if (first !== undefined) return { answer: first, events: [] };",
        becomes: "",
      },
      {
        file: `${kernel}/commands/execute.ts`,
        text: "if (!(await keepReceipt(transaction, key, answer, setting.now))) throw new AnsweredMeanwhile();",
        becomes: "await keepReceipt(transaction, key, answer, setting.now);",
      },
    ],
    shownBy: { ...execution, named: "the same key arriving twice gives the first answer and writes nothing" },
  },
  {
    rows: [6],
    does: "A refusal is remembered too, so that it cannot be tried until it succeeds",
    without: [
      {
        file: `${kernel}/commands/execute.ts`,
        text: 'if (by.origin.from === "web") return answer;',
        becomes: "if (by !== undefined) return answer;",
      },
    ],
    shownBy: { ...execution, named: "a refused activity that comes again is refused again" },
  },
  {
    rows: [6],
    does: "An activity is one act by its id, at whichever inbox and however often it arrives",
    without: [
      {
        file: `${inbox}/router.ts`,
        text: 'const origin = { from: "federated", key: activity.id } as const;',
        becomes: 'const origin = { from: "federated", key: activity.id + Math.random() } as const;',
      },
      { file: `${kernel}/federation/federation.ts`, text: "key: activity.id,", becomes: "" },
    ],
    shownBy: { ...acts, named: "the same activity at the personal and the shared inbox, and again later, is one act" },
  },
  {
    rows: [6],
    does: "A vote that is sent again after its person answered otherwise changes nothing",
    without: [
      {
        file: `${inbox}/router.ts`,
        text: 'const origin = { from: "federated", key: activity.id } as const;',
        becomes: 'const origin = { from: "federated", key: activity.id + Math.random() } as const;',
      },
      {
        file: "src/gatherings/model/availability.ts",
        text: "if (votesOfPoll.some((vote) => vote.chosen === answer.chosen)) return known;",
        becomes: "",
      },
    ],
    shownBy: { ...votes, named: "after its person answered otherwise changes nothing" },
  },
  {
    rows: [6],
    does: "A vote that is sent again after the closing is the one that was counted",
    without: [
      {
        file: `${inbox}/router.ts`,
        text: 'const origin = { from: "federated", key: activity.id } as const;',
        becomes: 'const origin = { from: "federated", key: activity.id + Math.random() } as const;',
      },
    ],
    shownBy: { ...votes, named: "after the closing is the one that was counted" },
  },
  {
    rows: [22],
    does: "A person has one answer in a poll, however many arrive at once",
    without: [
      {
        file: "src/gatherings/store/migrations/0001-gatherings.ts",
        // A table without a key keeps its rows in the usual way.
        text: '.addPrimaryKeyConstraint("scheduling_answerers_key", ["poll_id", "person_id"]),\n      engine,',
        becomes: ',\n      "postgres",',
      },
      {
        file: "src/gatherings/store/polls.write.ts",
        text: '.onConflict((conflict) =>\n      conflict.columns(["poll_id", "person_id"]).doUpdateSet({ answered_at, note, native_votes }),\n    )',
        becomes: "",
      },
    ],
    shownBy: { ...votes, named: "is none: two hundred at once" },
  },
  {
    rows: [22],
    does: "An account that moved is the same person, and nobody under its old name",
    without: [
      {
        file: "src/accounts/commands/people/move-identity.ts",
        text: "await moveActorIdentity(context.db, from, to);",
        becomes: "",
      },
    ],
    shownBy: { ...moves, named: "is the same person under its new name, and nobody under its old one" },
  },
  {
    rows: [22],
    does: "Two people who turn out to be one by a move have one standing",
    without: [
      {
        file: "src/accounts/commands/people/move-identity.ts",
        text: "await joinInto(context, personalData, mover, there);",
        becomes: "",
      },
    ],
    shownBy: { ...moves, named: "and its standing counts once" },
  },
  {
    rows: [22],
    does: "A move takes nobody's place who signed in themselves",
    without: [
      {
        file: "src/accounts/commands/people/move-identity.ts",
        text: 'if (!isOnlyMet || isSuspended) return refused({ kind: "move-needs-signing-in" });',
        becomes: "",
      },
    ],
    shownBy: { ...moves, named: "to somebody who has signed in here takes nobody's place" },
  },
  {
    rows: [22, 26],
    does: "A move counts only when the new account says that it was the old one",
    without: [
      {
        file: `${inbox}/router.ts`,
        text: "alsoKnownAs.includes(actor.uri) ? { ...activity, movedTo: found.value.actor } : undefined",
        becomes: "alsoKnownAs ? { ...activity, movedTo: found.value.actor } : undefined",
      },
    ],
    shownBy: { ...acts, named: "a move counts when both accounts say so" },
  },
  {
    rows: [23],
    does: "A poll takes no answer that arrives at its closing time or later",
    without: [
      {
        file: "src/gatherings/commands/open-poll.ts",
        text: "if (Temporal.Instant.compare(context.arrivedAt, closedAt) >= 0) {",
        becomes: "if (closedAt === undefined) {",
      },
    ],
    shownBy: { ...votes, named: "that arrives at the closing time is late and told so" },
  },
  {
    rows: [23],
    does: "An answer counts by when it arrived here, not by when it is acted on",
    without: [{ file: `${inbox}/router.ts`, text: ", arrivedAt: activity.receivedAt };", becomes: " };" }],
    shownBy: { ...votes, named: "that arrived in time counts, however late it is acted on" },
  },
  {
    rows: [23],
    does: "A session takes no answer that arrives after it began",
    without: [
      {
        file: "src/gatherings/commands/answer-rsvp.ts",
        text: "Temporal.Instant.compare(session.startsAt, now) > 0",
        becomes: "Temporal.Instant.compare(session.startsAt, now) > -2",
      },
      {
        file: "src/gatherings/model/apply-rsvp.ts",
        text: "if (Temporal.Instant.compare(request.receivedAt, rules.startsAt) >= 0) {",
        becomes: "if (request.receivedAt === undefined) {",
      },
    ],
    shownBy: { ...votes, named: "who comes to a session counts when it arrived before the session began" },
  },
  {
    rows: [23],
    does: "What a sender says of the time is not looked at: our time of receipt is kept",
    without: [
      {
        file: `${inbox}/intake.ts`,
        text: "await options.keep(rolledUp(activity.value, signer.value.actor, receivedAt, undefined));",
        becomes:
          "await options.keep(rolledUp(activity.value, signer.value.actor, activity.value.object?.published ?? receivedAt, undefined));",
      },
    ],
    shownBy: { ...acts, named: "our time of receipt counts, whatever the sender writes" },
  },
  {
    rows: [25],
    does: "A vote is no post: a community passes on nothing that answers one of our polls",
    without: [
      {
        file: "src/communities/federation/inbox.ts",
        text: String.raw`if (isOurs && !/^\/(?:messages|announcements)\//.test(replied.pathname)) return undefined;`,
        becomes: "if (isOurs && replied === null) return undefined;",
      },
    ],
    shownBy: { ...votes, named: "is passed on to nobody, though it is public and mentions the community" },
  },
];
