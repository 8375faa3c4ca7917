import type { CommandContext } from "../../../kernel/commands/command.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { decisionById } from "../../store/consent/adopted.read.ts";
import { insertDecision, moveDecision } from "../../store/consent/adopted.write.ts";
import { answerCounts } from "../../store/consent/rounds.read.ts";
import { followDecision } from "./follow-decision.ts";

/**
 * Writes down what a circle consented to, word for word, with its hash, its term and the day of its review; what it changes is
 * superseded.
 */
export async function adopt(context: CommandContext, consent: Consent): Promise<void> {
  const version = await versionOf(context.db, consent.id, consent.version);
  if (version === undefined) throw new Error(`the consent process ${consent.id} has no version ${consent.version}`);
  const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
  const counts = await answerCounts(context.db, round);
  const today = context.now.toZonedDateTimeISO(consent.zone).toPlainDate();
  const startsOn = consent.startsOn === undefined ? today : later(consent.startsOn, today);
  const id = context.ids.next<"decision">();
  const { title, text, measures, responsible, termMonths } = version;
  await insertDecision(context.db, {
    id,
    communityId: consent.communityId,
    threadId: consent.threadId,
    consentId: consent.id,
    version: version.version,
    versionHash: version.hash,
    title,
    text,
    measures,
    responsible,
    termMonths,
    zone: consent.zone,
    eligible: consent.eligible,
    answered: [...counts.values()].reduce((sum, count) => sum + count, 0),
    adoptedAt: context.now,
    startsOn,
    reviewOn: startsOn.add({ months: termMonths }),
    endsOn: consent.endsOn,
    supersedes: consent.supersedes,
  });
  context.emit({
    name: "decision-adopted",
    version: 1,
    payload: { thread: consent.threadId, proposal: consent.id, decision: id, hash: version.hash },
  });
  await supersede(context, consent, id);
  await followDecision(context, id);
}

async function supersede(context: CommandContext, consent: Consent, by: string): Promise<void> {
  const old = consent.supersedes === undefined ? undefined : await decisionById(context.db, consent.supersedes);
  if (old === undefined || old.communityId !== consent.communityId) return;
  await moveDecision(context.db, old.id, { state: "superseded", supersededBy: by });
  context.emit({
    name: "decision-superseded",
    version: 1,
    payload: { thread: old.threadId, proposal: old.consentId, decision: old.id, by },
  });
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
