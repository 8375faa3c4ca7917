import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { handingRefusal, type HandingRefusal } from "../../model/voice/handed-voices.ts";
import { handedBy, mostVoicesIn, voicesInForce, type Handed } from "../../store/voice/handed.read.ts";
import { writeAccepted, writeEnded } from "../../store/voice/handed.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { areMembers, mustBeSomebody, voiceOf } from "./voice-standing.ts";

/** What came of an answer: the voice is taken from now on, or it is not, or not any more. */
export type VoiceAnswered = { readonly understood: "voice-taken" | "voice-declined" | "voice-laid-down" };

export type AnswerVoiceRefusal =
  | StandingRefusal
  | HandingRefusal
  | { readonly kind: "voices-not-handed-over" }
  | { readonly kind: "voice-ended" };

/**
 * Whoever is offered a voice takes it or does not; whoever holds one lays it down by saying no later.
 *
 * Refuses `not-found` for a voice that is offered to somebody else, `voice-ended` for one that was taken back or ran out, and what the
 * community's limits refuse by now.
 */
export const answerVoice = defineCommand({
  name: "decisions/answer-voice",
  input: z.object({ communityId: communityInput, voiceId: idInput, answer: z.enum(["yes", "no"]) }),
  chain: (input) => input.communityId,
  authorise: mustBeSomebody,
  async run(context, input): Promise<Result<VoiceAnswered, AnswerVoiceRefusal>> {
    const voice = await voiceOf(context, input);
    if (voice === undefined) return refused({ kind: "voice-ended" });
    if (voice.holder !== actingPerson(context)) return refused({ kind: "not-found" });
    if (input.answer === "no") return accepted(await letGo(context, voice));
    if (voice.acceptedAt !== undefined) return accepted({ understood: "voice-taken" });
    const refusal = await takingRefusal(context, voice);
    if (refusal !== undefined) return refused(refusal);
    // One voice for each thing it holds for: what was handed to somebody else before ends where this begins.
    for (const before of await handedBy(context.db, voice.communityId, voice.giver, context.now)) {
      const isReplaced = before.scope === voice.scope && before.subject === voice.subject && before.id !== voice.id;
      if (isReplaced) await writeEnded(context.db, before.id, context.now);
    }
    await writeAccepted(context.db, voice.id, context.now);
    emit(context, "voice-taken", voice);
    return accepted({ understood: "voice-taken" });
  },
});

async function letGo(context: CommandContext, voice: Handed): Promise<VoiceAnswered> {
  const understood = voice.acceptedAt === undefined ? "voice-declined" : "voice-laid-down";
  await writeEnded(context.db, voice.id, context.now);
  emit(context, understood, voice);
  return { understood };
}

async function takingRefusal(context: CommandContext, voice: Handed): Promise<AnswerVoiceRefusal | undefined> {
  const most = await mostVoicesIn(context.db, voice.communityId);
  if (most === 0) return { kind: "voices-not-handed-over" };
  const pair = [voice.giver as PersonId, voice.holder as PersonId] as const;
  if (!(await areMembers(context, voice.communityId, pair))) return { kind: "only-members" };
  const inForce = await voicesInForce(context.db, voice.communityId, context.now);
  const beside = inForce.filter(
    ({ giver, scope, subject }) => giver !== voice.giver || scope !== voice.scope || subject !== voice.subject,
  );
  return handingRefusal(beside, voice, most);
}

function emit(context: CommandContext, name: string, voice: Handed): void {
  context.emit({
    name,
    version: 1,
    payload: { voice: voice.id, from: voice.giver, to: voice.holder, scope: voice.scope },
  });
}
