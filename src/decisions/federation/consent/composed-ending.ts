import type { Application } from "../../../kernel/application.ts";
import { addressing, worldAudience } from "../../../kernel/federation/documents/addressing.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { decisionOfConsent, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { actorUrl } from "../addresses.ts";
import { voiceIn } from "../voice.ts";
import { consentOutcomeUrl, consentUrl, roundUrl } from "./consent-addresses.ts";

/** What came of a process the world may read, as a Note in answer to what asked; undefined before it has ended. */
export async function composedEnding(
  application: Application,
  consentId: string,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const consent = await consentById(read, consentId);
  const thread = consent === undefined ? undefined : await threadById(read, consent.threadId);
  // What a proposal decided is told by its own outcome, and by the record of the decision.
  if (consent?.proposalId !== undefined) return undefined;
  if (consent?.endedAt === undefined || consent.eligible === 0 || thread?.audience !== "everyone") return undefined;
  const decision = await decisionOfConsent(read, consent.id);
  const t = voiceIn(application, thread.language, consent.zone);
  const actor = actorUrl(origin, consent.communityId);
  const url = consentUrl(origin, consent.id);
  const content = htmlFromParagraphs([
    t("decisions.fediverse.closed", { title: consent.title }),
    ...(decision === undefined ? endingInWords(consent, t) : decisionInWords(decision, t)),
    url,
  ]);
  return {
    id: consentOutcomeUrl(origin, consent.id),
    type: "Note",
    attributedTo: actor,
    url,
    inReplyTo: consent.turn === 0 ? undefined : roundUrl(origin, consent.id, { kind: "consent", number: consent.turn }),
    content,
    contentMap: { [thread.language]: content },
    published: consent.endedAt.toString(),
    ...addressing(worldAudience(actor)),
  };
}

function endingInWords(consent: Consent, t: Translator): readonly string[] {
  const how = t(`decisions.consent.ended.${consent.state}`);
  return consent.endingReason === "" ? [how] : [how, consent.endingReason];
}

function decisionInWords(decision: AdoptedDecision, t: Translator): readonly string[] {
  return [
    t(`decisions.consent.decision.${decision.state}`, { review: t.weekdayDate(decision.reviewOn) }),
    decision.text,
    t("decisions.fediverse.turnout", { answered: decision.answered, eligible: decision.eligible }),
  ];
}
