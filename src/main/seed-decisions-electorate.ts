import { keepCircle } from "../circles/commands/keep-circle.ts";
import { addClass } from "../communities/commands/standing/add-class.ts";
import { addOrganisation } from "../communities/commands/standing/add-organisation.ts";
import { nameDelegate } from "../communities/commands/standing/name-delegate.ts";
import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

const coops = [
  ["Allmende eG", "allmende.example", ["Jonas Weide"]],
  ["Baobab", "baobab.example", ["Amadou Keïta"]],
  ["Commons Society", "commons.example", ["Tess Harrow"]],
  ["Comuna Cooperativa", "comuna.example", ["Lucía Prado"]],
  ["Fjord Samvirke", "fjord.example", ["Noa Lindqvist"]],
  ["Frutteto", "frutteto.example", ["Pietro Salvi"]],
] as const;

/** How the league asks its co-ops, one voice each: a vote that waits for the last of them, and one that can still be challenged. */
export async function seedElectorates(stage: Stage, threadId: string): Promise<void> {
  const { run, actorOf, communityId } = stage;
  const steward = actorOf(demoSteward.name);
  await run(addClass, { communityId, name: "Friend of the league", votes: false }, steward);
  const money = "@jonas@allmende.example\n@lucia@comuna.example\n@noa@fjord.example";
  await run(
    keepCircle,
    { communityId, name: "Money", aim: "Looks after what the servers pay in.", people: money },
    steward,
  );
  for (const [name, host, delegates] of coops) {
    const { organisationId } = await run(addOrganisation, { communityId, name, host }, steward);
    for (const person of delegates) {
      await run(nameDelegate, { communityId, organisationId, person, decidedBy: "General assembly" }, steward);
    }
  }
  const open = await put(stage, threadId, {
    title: "Which server hosts the league’s backups",
    text: "Each co-op has one voice, whatever its size. We keep the copies for a year, then we ask again.",
    method: "single-choice",
    options: ["Allmende eG", "Fjord Samvirke", "A rented machine"],
  });
  await answer(stage, open, [
    ["Jonas Weide", 1, "Fjord has the room, and we would rather not look after ourselves."],
    ["Lucía Prado", 1, ""],
    ["Tess Harrow", 2, "Neither of us should hold everybody’s copies."],
    ["Amadou Keïta", 0, ""],
  ]);
  const decided = await put(stage, threadId, {
    title: "Let Satoyama join the league",
    text: "Yuki’s server asks to join. Each co-op has one voice.",
    method: "stance",
    challengeDays: 5,
  });
  await answer(stage, decided, [
    ["Jonas Weide", 0, ""],
    ["Noa Lindqvist", 0, "Warmly."],
    ["Pietro Salvi", 0, ""],
    ["Tess Harrow", 1, "Our assembly meets next week only."],
  ]);
  await run(closeProposal, { communityId, proposalId: decided }, steward);
}

async function put(
  { application, run, actorOf, communityId }: Stage,
  threadId: string,
  said: Readonly<Record<string, unknown>> & { readonly title: string; readonly method: string },
): Promise<string> {
  const closesAt = application
    .clock()
    .add({ hours: 24 * 6 })
    .round("minute")
    .toString();
  const input = { communityId, threadId, electorate: "organisations" as const, zone, closesAt, ...said };
  return (await run(openProposal, input, actorOf(demoSteward.name))).proposalId;
}

async function answer(
  { run, actorOf, communityId }: Stage,
  proposalId: string,
  stances: readonly (readonly [name: string, choice: number, reason: string])[],
): Promise<void> {
  for (const [name, choice, reason] of stances) {
    await run(giveStance, { communityId, proposalId, ballot: { choice }, reason, by: "web" }, actorOf(name));
  }
}
