import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { stateOutcome } from "../decisions/commands/proposals/state-outcome.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { demoSteward } from "./seed-cast.ts";
import { seedAnswers } from "./seed-decisions-answers.ts";
import { seedAttachments } from "./seed-decisions-attachments.ts";
import { seedCharter } from "./seed-decisions-charter.ts";
import { seedRequests } from "./seed-decisions-requests.ts";
import { seedOpinions } from "./seed-decisions-opinions.ts";
import { seedThreads } from "./seed-decisions-threads.ts";
import { seedSecretVotes } from "./seed-decisions-secret.ts";
import { seedLives } from "./seed-decisions-lifecycle.ts";
import { seedRegister } from "./seed-decisions-register.ts";
import { seedElectorates } from "./seed-decisions-electorate.ts";
import { seedConsents } from "./seed-decisions-consent.ts";
import { seedConsentOfCoops } from "./seed-decisions-consent-voices.ts";
import { seedVoices } from "./seed-decisions-voice.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** What the league talks over: one proposal decided, one waiting for answers. */
export async function seedDecisions(stage: Stage): Promise<void> {
  await seedThreads(stage);
  await seedAttachments(stage);
  const thread = await seedThread(stage);
  await seedDecided(stage, thread);
  await seedRanked(stage, thread);
  await seedOpen(stage, thread);
  await seedOpinions(stage, thread);
  await seedSecretVotes(stage, thread);
  await seedConsents(stage, thread);
  await seedLives(stage);
  await seedRegister(stage);
  await seedCharter(stage, thread);
  await seedRequests(stage, thread);
  await seedVoices(stage);
  await seedElectorates(stage, thread);
  await seedAnswers(stage, thread);
  await seedConsentOfCoops(stage, thread);
}

async function seedThread({ run, actorOf, communityId }: Stage): Promise<string> {
  const { threadId, postId } = await run(
    openThread,
    {
      communityId,
      title: "A shared moderator for small servers",
      text: "Four of us moderate alone, at night, beside a job. Could the league pay somebody a few hours a week?\n\nWhat would you need to trust such a person with your reports?",
      language: "en",
    },
    actorOf("Tess Harrow"),
  );
  const said = [
    ["Jonas Weide", "We would want to choose who it is, and to be able to say no to single servers."],
    ["Lucía Prado", "Two languages at least. Most of our reports are in Spanish."],
    [demoSteward.name, "I have put it as a proposal, with a trial of three months first."],
  ] as const;
  for (const [name, text] of said) {
    await run(writePost, { communityId, threadId, parentId: postId, text }, actorOf(name));
  }
  return threadId;
}

async function seedDecided({ application, run, actorOf, communityId }: Stage, threadId: string): Promise<void> {
  const steward = actorOf(demoSteward.name);
  const closesAt = inDays(application.clock(), 8);
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "Ask every server what it could pay",
      text: "Before we promise anybody anything: each server says by the end of the month what it could pay, from nothing to fifty euros.",
      method: "stance",
      zone,
      closesAt,
      quorumPercent: 20,
    },
    steward,
  );
  const about = { communityId, proposalId };
  for (const [name, choice, reason] of [
    ["Jonas Weide", 0, "It costs nothing to ask."],
    ["Lucía Prado", 0, ""],
    ["Amadou Keïta", 1, "We have no account yet."],
    ["Noa Lindqvist", 0, ""],
    ["Pietro Salvi", 2, "Some will feel pressed to name a sum."],
  ] as const) {
    await run(giveStance, { ...about, ballot: { choice }, reason, by: "web" }, actorOf(name));
  }
  await run(closeProposal, about, steward);
  const statement =
    "We ask every server, and write down only sums, not names. Pietro’s worry comes back when we look at the answers.";
  await run(stateOutcome, { ...about, statement }, steward);
}

async function seedRanked({ application, run, actorOf, communityId }: Stage, threadId: string): Promise<void> {
  const steward = actorOf(demoSteward.name);
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "Which hours matter most",
      text: "A shared moderator cannot be there all day. Rank the hours in which you need somebody.",
      method: "irv",
      options: ["Nights", "Weekends", "Early mornings", "Holidays"],
      zone,
      closesAt: inDays(application.clock(), 5),
    },
    steward,
  );
  const about = { communityId, proposalId };
  const rankings: readonly (readonly [string, number[][]])[] = [
    ["Tess Harrow", [[0], [1]]],
    ["Jonas Weide", [[1], [0], [3]]],
    ["Lucía Prado", [[1], [3]]],
    ["Amadou Keïta", [[2], [0]]],
    ["Noa Lindqvist", [[0], [2], [1]]],
    ["Kiri Tamahori", [[3], [1]]],
  ];
  for (const [name, ballot] of rankings) {
    await run(giveStance, { ...about, ballot, by: "web" }, actorOf(name));
  }
  await run(closeProposal, about, steward);
}

async function seedOpen({ application, run, actorOf, communityId }: Stage, threadId: string): Promise<void> {
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "Try a shared moderator for three months",
      text: "Ten hours a week, paid from what the servers named, for three months from the day somebody is found. After two months we look at what it changed.",
      method: "stance",
      settings: { share: "75 %", reach: "at-least", blocks: "stops-unless", blockShare: "95 %" },
      zone,
      closesAt: inDays(application.clock(), 6),
      quorumPercent: 50,
    },
    actorOf(demoSteward.name),
  );
  for (const [name, choice, reason] of [
    ["Tess Harrow", 0, "I could sleep again."],
    ["Jonas Weide", 0, "With the right to say no to single reports."],
    ["Kiri Tamahori", 1, ""],
    ["Maëlle Kerdoncuff", 2, "Three months are too short to learn our servers."],
  ] as const) {
    await run(giveStance, { communityId, proposalId, ballot: { choice }, reason, by: "web" }, actorOf(name));
  }
}

function inDays(now: Temporal.Instant, days: number): string {
  return now
    .add({ hours: 24 * days })
    .round("minute")
    .toString();
}
