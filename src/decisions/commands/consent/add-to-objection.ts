import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { writeRemark } from "../../store/consent/objections.write.ts";
import { idInput } from "../inputs.ts";
import { aboutConsent } from "./consent-inputs.ts";
import { mayTakePart, type ConsentRefusal } from "./consent-standing.ts";
import { openRecord } from "./open-record.ts";

/** While objections are gathered, others of the circle add what they know to a record. Refuses as {@link openRecord} does. */
export const addToObjection = defineCommand({
  name: "decisions/add-to-objection",
  input: z.object({ ...aboutConsent, objectionId: idInput, words: z.string().trim().min(1).max(2_000) }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<Record<string, never>, ConsentRefusal>> {
    const record = await openRecord(context, input, ["objections", "test", "integrate"]);
    if (!record.ok) return record;
    const { consent, objection, person, speaker } = record.value;
    const remark = { objectionId: objection.id, ...speaker, kind: "adds", words: input.words } as const;
    await writeRemark(context.db, { ...remark, saidAt: context.now });
    context.emit({
      name: "objection-added-to",
      version: 1,
      payload: { thread: consent.threadId, proposal: consent.id, objection: objection.id, person },
    });
    return accepted({});
  },
});
