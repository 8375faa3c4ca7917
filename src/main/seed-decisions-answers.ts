import { bringFile } from "../decisions/commands/attachments/bring-file.ts";
import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { editPost } from "../decisions/commands/threads/edit-post.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

type Ballot = { choices: number[] | "none" } | number[][];
type Answers = readonly (readonly [string, Ballot])[];

/** Answers that name so many options and no more, some that want none of these, and two who are elected at once. */
export async function seedAnswers(stage: Stage, threadId: string): Promise<void> {
  await seedWays(stage, threadId);
  await seedKeys(stage, threadId);
  await seedHours(stage, threadId);
  await seedAddedFile(stage, threadId);
}

/** Closed: at most two ways, or none of these. */
async function seedWays(stage: Stage, threadId: string): Promise<void> {
  const about = await ask(stage, threadId, 4, {
    title: "How the moderator can be reached",
    text: "Approve at most two ways: nobody can watch four of them. If none of these would do for your server, say so.",
    method: "approval",
    options: ["A shared mailbox", "Direct messages", "A chat room", "By telephone"],
    settings: { seats: 2, most: 2, none: true },
  });
  await answer(stage, about, [
    ["Tess Harrow", { choices: [0, 1] }],
    ["Jonas Weide", { choices: [0] }],
    ["Lucía Prado", { choices: [0, 2] }],
    ["Noa Lindqvist", { choices: [1, 2] }],
    ["Kiri Tamahori", { choices: [0, 1] }],
    ["Pietro Salvi", { choices: "none" }],
    ["Maëlle Kerdoncuff", { choices: [1] }],
  ]);
  await stage.run(closeProposal, about, stage.actorOf(demoSteward.name));
}

/** Closed: two of four by transferable vote, who reach the quota at once with equal votes. */
async function seedKeys(stage: Stage, threadId: string): Promise<void> {
  const about = await ask(stage, threadId, 4, {
    title: "Two who keep the moderator’s keys",
    text: "They hand out the accounts and take them back. Rank up to three; whoever is named first calls the first meeting.",
    method: "scottish-stv",
    options: ["Kiri Tamahori", "Jonas Weide", "Lucía Prado", "Noa Lindqvist"],
    settings: { seats: 2, most: 3 },
  });
  await answer(stage, about, [
    ["Tess Harrow", [[0], [2]]],
    ["Kiri Tamahori", [[0], [1], [3]]],
    ["Amadou Keïta", [[0]]],
    ["Jonas Weide", [[1], [0]]],
    ["Maëlle Kerdoncuff", [[1], [3]]],
    ["Pietro Salvi", [[1]]],
    ["Noa Lindqvist", [[2]]],
    ["Lucía Prado", [[2], [3]]],
  ]);
  await stage.run(closeProposal, about, stage.actorOf(demoSteward.name));
}

/** Open: two or three of five. */
async function seedHours(stage: Stage, threadId: string): Promise<void> {
  const about = await ask(stage, threadId, 6, {
    title: "What a shared moderator does first",
    text: "Choose two or three, so that ten hours are enough for each.",
    method: "multiple-choice",
    options: [
      "Answer reports at night",
      "Write our block list down",
      "Teach newcomers",
      "Talk to other servers",
      "Translate",
    ],
    settings: { fewest: 2, most: 3, seats: 2, none: true },
  });
  await answer(stage, about, [
    ["Tess Harrow", { choices: [0, 1] }],
    ["Lucía Prado", { choices: [0, 3, 4] }],
    ["Kiri Tamahori", { choices: [1, 2] }],
  ]);
}

/** Somebody adds to a post what they had forgotten. */
async function seedAddedFile({ run, actorOf, communityId }: Stage, threadId: string): Promise<void> {
  const lucia = actorOf("Lucía Prado");
  const text = "I counted our reports of a month by the hour of the day.";
  const { postId } = await run(writePost, { communityId, threadId, text }, lucia);
  const bytes = Buffer.from("hour,reports\n22,14\n23,19\n0,21\n1,12\n2,9\n").toString("base64");
  const file = {
    communityId,
    threadId,
    name: "reports-by-hour.csv",
    mediaType: "application/octet-stream",
    bytes,
  } as const;
  const { attachmentId } = await run(bringFile, file, lucia);
  const attached = [{ id: attachmentId }];
  await run(editPost, { communityId, threadId, postId, text: `${text} The numbers are below.`, attached }, lucia);
}

interface About {
  readonly communityId: string;
  readonly proposalId: string;
}

async function ask(stage: Stage, threadId: string, days: number, said: Asked): Promise<About> {
  const { application, run, actorOf, communityId } = stage;
  const closesAt = application
    .clock()
    .add({ hours: 24 * days })
    .round("minute")
    .toString();
  const { options, ...rest } = said;
  const input = { ...rest, options: [...options], communityId, threadId, zone, closesAt };
  return { communityId, proposalId: (await run(openProposal, input, actorOf(demoSteward.name))).proposalId };
}

interface Asked {
  readonly title: string;
  readonly text: string;
  readonly method: string;
  readonly options: readonly string[];
  readonly settings: Record<string, number | boolean>;
}

async function answer({ run, actorOf }: Stage, about: About, answers: Answers): Promise<void> {
  for (const [name, ballot] of answers) await run(giveStance, { ...about, ballot, by: "web" }, actorOf(name));
}
