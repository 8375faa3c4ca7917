import type { CommandContext } from "../../../kernel/commands/command.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { answerCounts } from "../../store/consent/rounds.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { citeDecisions } from "../register/cite-decisions.ts";
import { enterDecision } from "../register/enter-decision.ts";

/**
 * Writes down what a circle consented to, word for word, with its hash, its term and the day of its review; what it changes is
 * superseded.
 */
export async function adopt(context: CommandContext, consent: Consent): Promise<void> {
  const version = await versionOf(context.db, consent.id, consent.version);
  if (version === undefined) throw new Error(`the consent process ${consent.id} has no version ${consent.version}`);
  const thread = await threadById(context.db, consent.threadId);
  if (thread === undefined) throw new Error(`the consent process ${consent.id} has no thread`);
  const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
  const counts = await answerCounts(context.db, round);
  const today = context.now.toZonedDateTimeISO(consent.zone).toPlainDate();
  const startsOn = consent.startsOn === undefined ? today : later(consent.startsOn, today);
  const id = context.ids.next<"decision">();
  const { title, text, measures, responsible, termMonths } = version;
  await enterDecision(context, {
    id,
    communityId: consent.communityId,
    threadId: consent.threadId,
    consentId: consent.id,
    proposalId: undefined,
    audience: thread.audience,
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
  await citeDecisions(context, "decision", { about: id, threadId: consent.threadId, text: `${text}\n${consent.need}` });
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
