import { z } from "zod";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { judged, type Judgements } from "../../model/consent/objections.ts";
import { isOneVoice } from "../../model/consent/speaker.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import { remarksOn, type Objection } from "../../store/consent/objections.read.ts";
import { writeRemark } from "../../store/consent/objections.write.ts";
import { idInput } from "../inputs.ts";
import { aboutConsent, wordsInput } from "./consent-inputs.ts";
import { mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { openRecord } from "./open-record.ts";
import { proceed } from "./proceed.ts";
import { settle } from "./settle.ts";

/**
 * In the test a member says whether a record is an objection indeed or a concern: is it tied to the aim, reasoned, about this proposal?
 * One who sees an objection is enough; a concern takes the circle. The objector has a way of their own.
 *
 * Refuses as {@link openRecord} does, and `not-your-own-objection`.
 */
export const judgeObjection = defineCommand({
  name: "decisions/judge-objection",
  input: z.object({ ...aboutConsent, objectionId: idInput, verdict: z.enum(["stands", "concern"]), words: wordsInput }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(
    context,
    input,
  ): Promise<Result<Record<string, never>, ConsentRefusal | { readonly kind: "not-your-own-objection" }>> {
    const record = await openRecord(context, input, ["test"]);
    if (!record.ok) return record;
    const { consent, objection, person, speaker } = record.value;
    if (isOneVoice(objection, speaker)) return refused({ kind: "not-your-own-objection" });
    if (objection.state !== "untested") return refused({ kind: "consent-not-now" });
    const remark = { objectionId: objection.id, ...speaker, kind: input.verdict, words: input.words } as const;
    await writeRemark(context.db, { ...remark, saidAt: context.now });
    context.emit({
      name: "objection-judged",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, objection: objection.id, person },
    });
    const state = judged(await judgementsOn(context, consent, objection), consent.rule, consent.eligible);
    if (state !== undefined) await settle(context, consent, objection, { state, by: "circle" });
    await proceed(context, consent.id);
    return accepted({});
  },
});

async function judgementsOn(context: CommandContext, consent: Consent, objection: Objection): Promise<Judgements> {
  const remarks = (await remarksOn(context.db, [objection.id])).filter(({ kind }) => kind !== "adds");
  const concerns = remarks.filter(({ kind }) => kind === "concern");
  let concernByOthers = 0;
  for (const { personId } of concerns) {
    const facilitates = await isSteward(context.db, consent.communityId, personId);
    if (!facilitates && personId !== consent.authorId) concernByOthers += 1;
  }
  return { stands: remarks.length - concerns.length, concern: concerns.length, concernByOthers };
}
