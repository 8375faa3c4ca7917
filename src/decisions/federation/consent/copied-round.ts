import type { Application } from "../../../kernel/application.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import { speakerOn } from "../../commands/consent/speakers.ts";
import { electorateOf } from "../../model/consent/rounds.ts";
import type { PersonId } from "../../model/thread.ts";
import { consentById } from "../../store/consent/consents.read.ts";
import { composedRound, type AskedRound } from "./composed-round.ts";

/** The copy of what asks in a round that one person gets; undefined for whoever it does not ask now. */
export async function copiedRound(
  application: Application,
  asked: AskedRound,
  personId: string,
): Promise<ActivityDocument | undefined> {
  const consent = await consentById(application.read, asked.consentId);
  if (consent === undefined) return undefined;
  const list = {
    communityId: consent.communityId,
    listId: electorateOf(consent.id, asked.kind, asked.number),
  };
  const speaker = await speakerOn(application.read, list, personId as PersonId, application.clock());
  return speaker === undefined ? undefined : composedRound(application, asked, speaker);
}
