import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isOneVoice } from "../../model/consent/speaker.ts";
import { idInput } from "../inputs.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { openRecord } from "./open-record.ts";
import { proceed } from "./proceed.ts";
import { settle } from "./settle.ts";

/** Whoever objected takes their objection back, or lets it be a concern. Refuses `only-the-objector`, and as {@link openRecord} does. */
export const settleOwnObjection = defineCommand({
  name: "decisions/settle-own-objection",
  input: z.object({ ...aboutConsent, objectionId: idInput, as: z.enum(["withdrawn", "concern"]) }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<Record<string, never>, ConsentRefusal | { readonly kind: "only-the-objector" }>> {
    const record = await openRecord(context, input, ["objections", "test", "integrate"]);
    if (!record.ok) return record;
    const { consent, objection, speaker } = record.value;
    if (!isOneVoice(objection, speaker)) return refused({ kind: "only-the-objector" });
    await settle(context, consent, objection, { state: input.as, by: "objector" });
    await proceed(context, consent.id);
    return accepted({});
  },
});
