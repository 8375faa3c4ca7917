import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { RoundKind } from "../../model/consent/rounds.ts";
import type { Consent } from "../../store/consent/consents.read.ts";

/** The log says that somebody answered, and never what. */
export function tellOfAnswer(
  context: CommandContext,
  consent: Pick<Consent, "id" | "threadId">,
  answer: { readonly round: RoundKind; readonly person: string; readonly by: string },
): void {
  context.emit({
    name: "consent-answered",
    version: 1,
    payload: { thread: consent.threadId, proposal: consent.id, ...answer },
  });
}
