import { addOption } from "../decisions/commands/lifecycle/add-option.ts";
import { closeEarly } from "../decisions/commands/lifecycle/close-early.ts";
import { extendProposal } from "../decisions/commands/lifecycle/extend-proposal.ts";
import { keepTemplate } from "../decisions/commands/lifecycle/keep-template.ts";
import { reopenProposal } from "../decisions/commands/lifecycle/reopen-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** A place to meet that people add to and get more time for, a question opened again, and a template for spending. */
export async function seedLives(stage: Stage): Promise<void> {
  const { threadId } = await stage.run(
    openThread,
    {
      communityId: stage.communityId,
      title: "Where we meet in spring",
      text: "Once a year we sit at one table. Which town, and which weekend?",
      language: "en",
    },
    stage.actorOf("Noa Lindqvist"),
  );
  await seedTowns(stage, threadId);
  await seedWeekend(stage, threadId);
  await seedSpending(stage, threadId);
}

/** Approval among towns: some were added by those who answer, and two weeks were too short. */
async function seedTowns(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const now = application.clock();
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "Choose the town",
      text: "Tick every town you could reach by train in a day. If yours is missing, add it.",
      method: "approval",
      options: ["Lyon", "Basel", "Bologna"],
      adding: "voters",
      shuffles: "yes",
      zone,
      closesAt: inDays(now, 9),
    },
    actorOf("Noa Lindqvist"),
  );
  const about = { communityId, proposalId };
  await answer(stage, about, [
    ["Tess Harrow", { choices: [0, 1] }],
    ["Jonas Weide", { choices: [1] }],
    ["Pietro Salvi", { choices: [1, 2] }],
  ]);
  await run(addOption, { ...about, option: "Strasbourg" }, actorOf("Maëlle Kerdoncuff"));
  await answer(stage, about, [["Maëlle Kerdoncuff", { choices: [1, 3] }]]);
  const more = { closesAt: inDays(now, 16), reason: "The new timetable comes out next week. Let us look at it first." };
  await run(extendProposal, { ...about, ...more }, actorOf("Noa Lindqvist"));
}

/** A question that was counted, then opened again, since some could not answer. */
async function seedWeekend(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "The second weekend of May",
      text: "Friday evening to Sunday noon.",
      method: "stance",
      settings: { blocks: "none" },
      reasons: "required-when-disagreeing",
      quorumPercent: 40,
      reminds: "all",
      zone,
      closesAt: inDays(application.clock(), 7),
    },
    actorOf(demoSteward.name),
  );
  const about = { communityId, proposalId };
  await answer(stage, about, [
    ["Tess Harrow", { choice: 0 }],
    ["Lucía Prado", { choice: 0 }],
    ["Kiri Tamahori", { choice: 2 }, "It is the week of our own assembly."],
  ]);
  const steward = actorOf(demoSteward.name);
  await run(closeEarly, { ...about, reason: "The hall needs to know by tonight." }, steward);
  const reason = "The hall gave us another week, and two servers could not reach us on Sunday.";
  await run(reopenProposal, { ...about, closesAt: inDays(application.clock(), 6), reason }, steward);
  await answer(stage, about, [["Jonas Weide", { choice: 0 }]]);
}

/** How the league decides about money, to begin with whenever it comes up. */
async function seedSpending(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const steward = actorOf(demoSteward.name);
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "Rent the hall for 240 euros",
      text: "For two days, with heating. The fund has 1,900 euros.",
      method: "stance",
      settings: { share: "75 %", reach: "at-least", blocks: "none" },
      quorumPercent: 30,
      zone,
      closesAt: inDays(application.clock(), 10),
    },
    steward,
  );
  const about = { communityId, proposalId };
  await answer(stage, about, [
    ["Tess Harrow", { choice: 0 }],
    ["Amadou Keïta", { choice: 0 }],
    ["Pietro Salvi", { choice: 2 }, "The parish hall is free."],
  ]);
  const text =
    "What is it for?\n\nWhat does it cost, and what is left?\n\nWho buys it, and by when?\n\nWhat do we do if it is refused?";
  await run(keepTemplate, { ...about, name: "Spending over 200 euros", text }, steward);
}

type Said = readonly [
  name: string,
  ballot: { readonly choice: number } | { readonly choices: number[] },
  reason?: string,
];

async function answer(
  { run, actorOf }: Stage,
  about: { readonly communityId: string; readonly proposalId: string },
  answers: readonly Said[],
): Promise<void> {
  for (const [name, ballot, reason = ""] of answers) {
    await run(giveStance, { ...about, ballot, reason, by: "web" }, actorOf(name));
  }
}

function inDays(now: Temporal.Instant, days: number): string {
  return now
    .add({ hours: 24 * days })
    .round("minute")
    .toString();
}
