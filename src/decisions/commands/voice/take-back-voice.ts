import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { handedBy, handedById } from "../../store/voice/handed.read.ts";
import { writeEnded } from "../../store/voice/handed.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { mustBeSomebody } from "./voice-standing.ts";

/**
 * Somebody takes their voice back at once: one of those they handed over or offered, or, without naming one, all of them in the
 * community. Taking back what has ended changes nothing. Refuses `not-found` for a voice that is not theirs.
 */
export const takeBackVoice = defineCommand({
  name: "decisions/take-back-voice",
  input: z.object({ communityId: communityInput, voiceId: idInput.or(z.literal("")).default("") }),
  chain: (input) => input.communityId,
  authorise: mustBeSomebody,
  async run(
    context,
    input,
  ): Promise<
    Result<{ readonly understood: "voice-taken-back" | "no-voice-out"; readonly voices: number }, StandingRefusal>
  > {
    const person = actingPerson(context) as PersonId;
    const out = await handedBy(context.db, input.communityId, person, context.now);
    const meant = input.voiceId === "" ? out : out.filter(({ id }) => id === input.voiceId);
    const isTheirs = input.voiceId === "" || (await handedById(context.db, input.voiceId))?.giver === person;
    if (!isTheirs) return refused({ kind: "not-found" });
    for (const { id, giver, holder, scope } of meant) {
      await writeEnded(context.db, id, context.now);
      context.emit({ name: "voice-taken-back", version: 1, payload: { voice: id, from: giver, to: holder, scope } });
    }
    return accepted({ understood: meant.length === 0 ? "no-voice-out" : "voice-taken-back", voices: meant.length });
  },
});
