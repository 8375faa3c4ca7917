import { createHash } from "node:crypto";
import { answerAsGuest } from "../decisions/commands/voice/answer-as-guest.ts";
import { answerVoice } from "../decisions/commands/voice/answer-voice.ts";
import { handOverVoice } from "../decisions/commands/voice/hand-over-voice.ts";
import { inviteGuest } from "../decisions/commands/voice/invite-guest.ts";
import { recordStance } from "../decisions/commands/voice/record-stance.ts";
import { openProposals } from "../decisions/store/proposals/proposals.read.ts";
import type { Actor } from "../kernel/commands/command.ts";
import { demoSteward } from "./seed-cast.ts";
import type { Stage } from "./seed-stage.ts";

/** Those of the league who cannot be there: two whose voices go from hand to hand, one who called, and a guest who is heard. */
export async function seedVoices(stage: Stage): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  await handOver(stage, "Noa Lindqvist", "Lucía Prado");
  await handOver(stage, "Lucía Prado", "Jonas Weide");
  await handOver(stage, "Amadou Keïta", "Tess Harrow", "money");
  const open = await openProposals(application.read, communityId, { audiences: ["everyone"], limit: 50 });
  const trial = open.find(({ title }) => title === "Try a shared moderator for three months");
  if (trial === undefined) throw new Error("nothing is open that a guest could be asked about");
  const about = { communityId, proposalId: trial.id };
  const steward = actorOf(demoSteward.name);
  const person = idOf(actorOf("Pietro Salvi"));
  const note = "He called from the train: yes, with a look after one month.";
  await run(recordStance, { ...about, person, ballot: { choice: 0 }, note }, steward);
  // Whoever visits the demo is shown a link of their own when they invite a guest; this one's is nobody's.
  const tokenHash = createHash("sha256").update(application.ids.unordered()).digest("hex");
  await run(inviteGuest, { ...about, name: "Rosa Quill", standing: "advisory", tokenHash }, steward);
  const answer = {
    ballot: { choice: 0 },
    reason: "We did the same at our server. The third month was the one that counted.",
  };
  await run(answerAsGuest, { ...about, tokenHash, ...answer }, { kind: "visitor" });
}

/** Somebody hands their voice over for everything or one topic, and the other takes it. */
async function handOver({ run, actorOf, communityId }: Stage, giver: string, holder: string, topic = "") {
  const taker = actorOf(holder);
  const scope = topic === "" ? "community" : "topic";
  const offer = { communityId, holder: idOf(taker), scope, topic } as const;
  const { voiceId } = await run(handOverVoice, offer, actorOf(giver));
  await run(answerVoice, { communityId, voiceId, answer: "yes" }, taker);
}

function idOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Error("only people hand their voice over");
  return actor.personId;
}
