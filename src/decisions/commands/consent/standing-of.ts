import type { Database } from "../../../kernel/database/database.ts";
import type { Standing } from "../../model/consent/leading-on.ts";
import type { RoundKind } from "../../model/consent/rounds.ts";
import { daysAfter, mostClarifyDays } from "../../model/consent/timeouts.ts";
import { versionOf, type Consent } from "../../store/consent/consents.read.ts";
import { openObjections } from "../../store/consent/objections.read.ts";
import { answerCounts, countOpenQuestions } from "../../store/consent/rounds.read.ts";

/** All that decides whether a process goes on, as of an instant. */
export async function standingOf(db: Database, consent: Consent, at: Temporal.Instant): Promise<Standing> {
  const round = roundOfState[consent.state];
  const [counts, openQuestions, objections, version] = await Promise.all([
    round === undefined
      ? new Map<string, number>()
      : answerCounts(db, {
          consentId: consent.id,
          kind: round,
          answersTo: round === "consent" ? consent.version : 1,
        }),
    consent.state === "clarify" ? countOpenQuestions(db, consent.id) : 0,
    openObjections(db, consent.id),
    versionOf(db, consent.id, consent.version),
  ]);
  const qualified = objections.filter(({ state }) => state === "qualified");
  const said = qualified.filter(({ confirmed }) => confirmed?.version === consent.version);
  return {
    state: consent.state,
    timeIsOver: hasCome(consent.dueAt, at),
    longestTimeIsOver: consent.state === "clarify" && hasCome(daysAfter(consent.stateSince, mostClarifyDays), at),
    rule: consent.rule,
    eligible: consent.eligible,
    spoke: [...counts.values()].reduce((sum, count) => sum + count, 0),
    openQuestions,
    consents: counts.get("consent") ?? 0,
    concerns: counts.get("concern") ?? 0,
    withoutReason: Math.max(0, (counts.get("objection") ?? 0) - objections.length),
    timeWasGiven: consent.timeGiven,
    untested: objections.length - qualified.length,
    qualified: qualified.length,
    hasNewVersion: consent.cycle > 0 && version?.cycle === consent.cycle,
    confirmed: said.filter(({ confirmed }) => confirmed?.will === true).length,
    refused: said.filter(({ confirmed }) => confirmed?.will === false).length,
  };
}

const roundOfState: Readonly<Partial<Record<Consent["state"], RoundKind>>> = {
  clarify: "clarify",
  react: "react",
  consent: "consent",
};

function hasCome(instant: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  return instant !== undefined && Temporal.Instant.compare(now, instant) >= 0;
}
