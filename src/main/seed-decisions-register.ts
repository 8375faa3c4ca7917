import { answerReview } from "../decisions/commands/consent/answer-review.ts";
import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { answerTask } from "../decisions/commands/register/answer-task.ts";
import { proposeTask } from "../decisions/commands/register/propose-task.ts";
import { recordDecision } from "../decisions/commands/register/record-decision.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { decisionById } from "../decisions/store/consent/adopted.read.ts";
import { demoCommunities, demoSteward } from "./seed-cast.ts";
import { dayFromNow, zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

const steward = demoSteward.name;

/** What the league has decided over the years, some of it before it came here: a decision in each state of its life. */
export async function seedRegister(stage: Stage): Promise<void> {
  const { communityId, run, actorOf, application } = stage;
  const opening = {
    communityId,
    title: "What we agreed, gathered in one place",
    text: "Some of our agreements lie in minutes, some in mails, one on a napkin. Let us say yes or no to each once more, and write down what holds.",
    language: "en",
  };
  const { threadId } = await run(openThread, opening, actorOf(steward));
  const day = (days: number) => dayFromNow(stage, days).toString();
  const first = await decided(stage, threadId, {
    title: "Dues by what a server can pay",
    text: "Each server pays between nothing and forty euros a month, as it says itself once a year.",
    responsible: "Jonas Weide",
    startsOn: day(-500),
    termMonths: 12,
  });
  await decided(stage, threadId, {
    title: "Dues by what a server can pay, twice a year",
    text: "Each server pays between nothing and sixty euros a month, as it says itself twice a year. Nobody is asked why.",
    responsible: "Jonas Weide",
    measures: "How many servers pay less than they did, and how many left.",
    need: `Costs rose by half since we agreed on ${new URL(`/decisions/${first}`, application.origin).href}.`,
    termMonths: 12,
    replaces: first,
  });
  const asked = await decided(stage, threadId, {
    title: "A shared list of servers we do not federate with",
    text: "We keep one list, with a reason and two names for each server on it. A server stays on it for a year at most.",
    responsible: "The moderation circle",
    measures: "How many servers came off the list, and whether anybody was surprised.",
    startsOn: day(-200),
    termMonths: 6,
  });
  for (const name of ["Tess Harrow", "Noa Lindqvist"]) await reviews(stage, asked, name, "keep");
  await decided(stage, threadId, {
    title: "Minutes in two languages",
    text: "Whoever writes the minutes writes them in their own language, and somebody else puts them into another within a week.",
    startsOn: day(-460),
    termMonths: 12,
  });
  await decided(stage, threadId, {
    title: "A common backup in another country",
    text: "From next month each server keeps a sealed backup with another one, in another country.",
    responsible: "Yuki Aramaki",
    startsOn: day(20),
    termMonths: 6,
  });
  await decided(stage, threadId, {
    title: "Free places for newcomers in the first year",
    text: "Servers that join pay nothing in their first year.",
    startsOn: day(-400),
    termMonths: 6,
    endsOn: day(-10),
  });
  await wanted(stage, threadId, "end", {
    title: "A weekly call on Mondays",
    text: "We meet every Monday at seven for an hour, whether there is something to say or not.",
    startsOn: day(-190),
    termMonths: 6,
  });
  await wanted(stage, threadId, "change", {
    title: "Reports are answered within a day",
    text: "Whoever runs a server answers a report from another one within a day.",
    startsOn: day(-190),
    termMonths: 6,
  });
  await seedTasks(stage, asked);
  const cites = `The list is what we agreed on here: ${new URL(`/decisions/${asked}`, application.origin).href}. Does it help anybody with the nights?`;
  await run(writePost, { communityId, threadId, text: cites }, actorOf("Kiri Tamahori"));
}

interface Recorded {
  readonly title: string;
  readonly text: string;
  readonly termMonths: number;
  readonly responsible?: string;
  readonly measures?: string;
  readonly need?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly replaces?: string;
}

/** A proposal that the league says yes to, written down as a decision. Gives the decision's id. */
async function decided(stage: Stage, threadId: string, recorded: Recorded): Promise<string> {
  const { communityId, run, actorOf, application } = stage;
  const closesAt = application
    .clock()
    .add({ hours: 24 * 3 })
    .round("minute")
    .toString();
  const { title, text } = recorded;
  const put = { communityId, threadId, title, text, method: "stance", zone, closesAt };
  const { proposalId } = await run(openProposal, put, actorOf(steward));
  const about = { communityId, proposalId };
  for (const name of ["Tess Harrow", "Jonas Weide", "Lucía Prado"]) {
    await run(giveStance, { ...about, ballot: { choice: 0 }, reason: "", by: "web" }, actorOf(name));
  }
  await run(closeProposal, about, actorOf(steward));
  return (await run(recordDecision, { ...about, ...recorded }, actorOf(steward))).decisionId;
}

/** A decision that is due for review, and of which everybody says the same. */
async function wanted(stage: Stage, threadId: string, answer: "change" | "end", recorded: Recorded): Promise<void> {
  const decision = await decided(stage, threadId, recorded);
  for (const name of [steward, ...(demoCommunities[0]?.members ?? [])]) await reviews(stage, decision, name, answer);
}

async function reviews(stage: Stage, id: string, name: string, answer: "keep" | "change" | "end"): Promise<void> {
  const decision = await decisionById(stage.application.read, id);
  const about = { communityId: stage.communityId, consentId: decision?.consentId ?? "" };
  await stage.run(answerReview, { ...about, answer }, stage.actorOf(name));
}

/** Who carries the list out: one thing done, one open, one asked of the steward. */
async function seedTasks(stage: Stage, decisionId: string): Promise<void> {
  const { communityId, run, actorOf } = stage;
  const about = { communityId, decisionId };
  const due = (days: number) => dayFromNow(stage, days).toString();
  const { taskId } = await run(
    proposeTask,
    { ...about, what: "Put the list where every server can fetch it", due: due(3) },
    actorOf("Yuki Aramaki"),
  );
  await run(answerTask, { communityId, taskId, act: "finish" }, actorOf("Yuki Aramaki"));
  await run(
    proposeTask,
    { ...about, what: "Ask the servers on it whether anything has changed", due: due(12) },
    actorOf("Tess Harrow"),
  );
  const person = actorOf(steward);
  const ownerId = person.kind === "person" ? person.personId : "";
  const what = "Write to the two servers that were never told why";
  await run(proposeTask, { ...about, what, ownerId, due: due(7) }, actorOf("Noa Lindqvist"));
}
