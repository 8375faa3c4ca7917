import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { castBallot } from "../decisions/commands/secret/cast-ballot.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

/** What the league decides in secret: one vote that is counted, with its list of ballots, and one that waits. */
export async function seedSecretVotes(stage: Stage, threadId: string): Promise<void> {
  const { run, actorOf, communityId } = stage;
  const counted = await put(stage, threadId, {
    title: "Pay the shared moderator from next month on",
    text: "Some of us host with people who would rather not pay. So that nobody has to explain themselves to a neighbour, we vote in secret.",
    turnout: "listed",
  });
  await vote(stage, counted, [
    ["Tess Harrow", 0],
    ["Jonas Weide", 0],
    ["Lucía Prado", 0],
    ["Amadou Keïta", 1],
    ["Noa Lindqvist", 0],
    ["Pietro Salvi", 2],
    ["Kiri Tamahori", 0],
  ]);
  await run(closeProposal, { communityId, proposalId: counted }, actorOf(demoSteward.name));
  const open = await put(stage, threadId, {
    title: "Keep the moderator of the trial",
    text: "It is about one person’s work, so we vote in secret: yes or no to going on together.",
    turnout: "hidden",
  });
  await vote(stage, open, [
    ["Jonas Weide", 0],
    ["Noa Lindqvist", 0],
    ["Maëlle Kerdoncuff", 2],
  ]);
}

async function put(
  { application, run, actorOf, communityId }: Stage,
  threadId: string,
  said: { readonly title: string; readonly text: string; readonly turnout: "hidden" | "listed" },
): Promise<string> {
  const closesAt = application
    .clock()
    .add({ hours: 24 * 5 })
    .round("minute")
    .toString();
  const rules = { method: "stance", settings: { blocks: "none" }, secrecy: "secret", zone, closesAt } as const;
  const { proposalId } = await run(
    openProposal,
    { communityId, threadId, ...said, ...rules },
    actorOf(demoSteward.name),
  );
  return proposalId;
}

async function vote(
  { application, run, actorOf, communityId }: Stage,
  proposalId: string,
  ballots: readonly (readonly [name: string, choice: number])[],
): Promise<void> {
  for (const [name, choice] of ballots) {
    const code = application.ids.unordered().replaceAll("-", "");
    await run(castBallot, { communityId, proposalId, ballot: { choice }, code }, actorOf(name));
  }
}
