import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { TestedBy } from "../../model/consent/objections.ts";
import type { Consent } from "../../store/consent/consents.read.ts";
import type { Objection } from "../../store/consent/objections.read.ts";
import { settleObjection } from "../../store/consent/objections.write.ts";
import { writeAnswer } from "../../store/consent/rounds.write.ts";

/**
 * Settles a record: an objection indeed, a concern, or taken back. What its objector answered follows it, since no objection stands
 * against that version any more.
 */
export async function settle(
  context: CommandContext,
  consent: Consent,
  objection: Objection,
  as: { readonly state: "qualified" | "concern" | "withdrawn"; readonly by: TestedBy },
): Promise<void> {
  await settleObjection(context.db, objection.id, { ...as, at: context.now });
  if (as.state !== "qualified") {
    const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
    await writeAnswer(context.db, round, {
      personId: objection.personId,
      onBehalfOf: objection.onBehalfOf,
      answer: as.state === "concern" ? "concern" : "consent",
      words: as.state === "concern" ? objection.statement : "",
      givenAt: context.now,
      by: "web",
    });
  }
  context.emit({
    name: "objection-settled",
    version: 1,
    payload: {
      thread: consent.threadId,
      proposal: consent.id,
      objection: objection.id,
      person: objection.personId,
      state: as.state,
      by: as.by,
    },
  });
}
