import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { ConsentState } from "../../model/consent/states.ts";
import { objectionById, type Objection } from "../../store/consent/objections.read.ts";
import { electorIn, type AboutConsent, type ConsentRefusal, type SpeakingIn } from "./consent-standing.ts";

/** A record that is not settled, and who acts on it. Refuses as {@link electorIn} does, and `not-found` for another process's record. */
export async function openRecord(
  context: CommandContext,
  about: AboutConsent & { readonly objectionId: string },
  states: readonly ConsentState[],
): Promise<Result<SpeakingIn & { readonly objection: Objection }, ConsentRefusal>> {
  const acting = await electorIn(context, about, states);
  if (!acting.ok) return acting;
  const objection = await objectionById(context.db, about.objectionId);
  if (objection?.consentId !== acting.value.consent.id) return refused({ kind: "not-found" });
  const isOpen = objection.state === "untested" || objection.state === "qualified";
  return isOpen ? accepted({ ...acting.value, objection }) : refused({ kind: "consent-not-now" });
}
