import type { AnyRefusal, Result } from "../../../kernel/base/result.ts";
import type { DirectReply, InboxReading, ReceivedActivity } from "../../../kernel/federation/received.ts";
import { consentById } from "../../store/consent/consents.read.ts";
import { consentAsked, matterOfAnswer } from "./asked-consent.ts";
import { consentUrl } from "./consent-addresses.ts";

const understoodWords = new Set([
  "clear",
  "pass",
  "question",
  "reaction",
  "consent",
  "concern",
  "objection",
  "yes",
  "no",
  "keep",
  "change",
  "end",
]);

const refusals = new Set(["consent-not-now", "version-replaced", "not-on-the-list", "kept-out", "unreadable-stance"]);

/**
 * What is said to whoever answered from elsewhere: what was understood, so that they can correct it, or why it was not taken. A vote in a
 * poll is shown there already, and who must still say why is asked by a message of its own.
 */
export async function answerAboutConsent(
  activity: ReceivedActivity,
  answer: Result<unknown, AnyRefusal>,
  reading: InboxReading,
): Promise<DirectReply | undefined> {
  const asked = await consentAsked(activity, reading);
  const consent = asked === undefined ? undefined : await consentById(reading.read, asked.matter.consentId);
  if (asked === undefined || consent === undefined) return undefined;
  const values = { title: consent.title, page: consentUrl(reading.origin, consent.id) };
  const from = consent.communityId;
  const about = matterOfAnswer(asked.matter);
  const said = about === undefined ? { from } : { from, about };
  if (!answer.ok) {
    const kind = refusals.has(answer.refusal.kind) ? answer.refusal.kind : "not-taken";
    return { ...said, key: `decisions.consent.reply.${kind}`, values };
  }
  const understood = understoodIn(answer.value);
  if (activity.object?.name !== undefined || understood === undefined) return undefined;
  return { ...said, key: `decisions.consent.reply.${understood}`, values };
}

function understoodIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("waits" in value && value.waits === true) return undefined;
  const said = "understood" in value ? value.understood : "answer" in value ? value.answer : undefined;
  return typeof said === "string" && understoodWords.has(said) ? said : undefined;
}
