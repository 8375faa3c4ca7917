import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOneVoice } from "../../model/consent/speaker.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import { writeConfirmation } from "../../store/consent/objections.write.ts";
import { aboutConsent, wayInput, wordsInput } from "./consent-inputs.ts";
import { electorIn, mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { proceed } from "./proceed.ts";

/**
 * Whoever objected says whether the new version will do, for now; when all have said yes, the circle is asked for its consent to it.
 *
 * Refuses `only-the-objector`, `consent-not-now` while there is no new version, and as {@link electorIn} does.
 */
export const confirmVersion = defineCommand({
  name: "decisions/confirm-version",
  input: z.object({ ...aboutConsent, will: z.enum(["yes", "no"]), words: wordsInput, by: wayInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly understood: string }, ConsentRefusal | { readonly kind: "only-the-objector" }>> {
    const acting = await electorIn(context, input, ["integrate"]);
    if (!acting.ok) return acting;
    const { consent, person, speaker } = acting.value;
    const own = (await openObjections(context.db, consent.id)).filter((each) => isOneVoice(each, speaker));
    if (own.length === 0) return refused({ kind: "only-the-objector" });
    if (own.every(({ version }) => version >= consent.version)) return refused({ kind: "consent-not-now" });
    const said = { version: consent.version, will: input.will === "yes", at: context.now };
    for (const { id } of own) await writeConfirmation(context.db, id, said);
    context.emit({
      name: "consent-version-confirmed",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, person, will: input.will },
    });
    await proceed(context, consent.id);
    return accepted({ understood: input.will });
  },
});
