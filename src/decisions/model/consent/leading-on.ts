import { isHeard, type SilenceRule } from "./silence.ts";
import type { ConsentState, ConsentStep } from "./states.ts";

/** All that decides whether a process goes on. Numbers are numbers of people, unless they say otherwise. */
export interface Standing {
  readonly state: ConsentState;
  /** Whether the time of the state is over. */
  readonly timeIsOver: boolean;
  /** Whether even the longest time of the round of questions is over. */
  readonly longestTimeIsOver: boolean;
  readonly rule: SilenceRule;
  readonly eligible: number;
  /** In the present round of questions or reactions: who is clear, reacted or passed. */
  readonly spoke: number;
  /** Questions nobody has answered. */
  readonly openQuestions: number;
  /** Answers to the present version. */
  readonly consents: number;
  readonly concerns: number;
  /** Said they object and have not yet said why. */
  readonly withoutReason: number;
  /** Whether somebody has asked for more time in this round. */
  readonly timeWasGiven: boolean;
  /** Records of objections of this cycle by where they stand. */
  readonly untested: number;
  readonly qualified: number;
  /** Whether a version was written since the objections qualified. */
  readonly hasNewVersion: boolean;
  /** Of the qualified objections: whose objector says the new version will do, and whose says it will not. */
  readonly confirmed: number;
  readonly refused: number;
}

/** What comes next by itself: a step, or more time for those who object and have not yet said why. */
export type Next = ConsentStep | "give-time";

/**
 * What leads a process on by itself, as things stand: undefined when it waits. Consent is the absence of a reasoned objection, so it is
 * never found while one stands: `adopt` comes from the state `consent` alone, and only when the circle was heard.
 */
export function nextOf(standing: Standing): Next | undefined {
  switch (standing.state) {
    case "present":
      return standing.timeIsOver ? "open-rounds" : undefined;
    case "clarify":
      return questionsAreOver(standing) ? "to-reactions" : undefined;
    case "react":
      return standing.timeIsOver || allSpoke(standing) ? "to-amending" : undefined;
    case "amend":
      return standing.timeIsOver ? "to-consent" : undefined;
    case "consent":
      return nextOfConsent(standing);
    case "objections":
      if (standing.untested === 0 && standing.qualified === 0) return "back-to-consent";
      return standing.timeIsOver ? "to-test" : undefined;
    case "test":
      return nextOfTest(standing);
    case "integrate":
      return nextOfIntegration(standing);
    case "draft":
    case "adopted":
    case "failed-quorum":
    case "withdrawn":
    case "parked":
    case "referred":
    case "other-method":
      return undefined;
  }
}

function allSpoke({ spoke, eligible }: Standing): boolean {
  return spoke >= eligible;
}

/** Every member is clear or passed and no question is open, or time; an open question holds it, but not for ever. */
function questionsAreOver(standing: Standing): boolean {
  if (standing.longestTimeIsOver) return true;
  return standing.openQuestions === 0 && (standing.timeIsOver || allSpoke(standing));
}

function nextOfConsent(standing: Standing): Next | undefined {
  const { consents, concerns, eligible, rule, withoutReason } = standing;
  if (standing.untested + standing.qualified > 0) return "object";
  const answered = consents + concerns;
  if (answered >= eligible) return "adopt";
  if (!standing.timeIsOver) return undefined;
  // An objection of which only the reason is missing gets the time it could have asked for.
  if (withoutReason > 0 && !standing.timeWasGiven) return "give-time";
  // Without a reason it stops nothing, but it was an answer; it is kept as a concern.
  return isHeard(rule, answered + withoutReason, eligible) ? "adopt" : "lack";
}

/** What nobody rejected when the time is over stays an objection: silence never tests one away. */
function nextOfTest({ untested, qualified, timeIsOver }: Standing): Next | undefined {
  if (untested === 0) return qualified > 0 ? "to-integration" : "back-to-consent";
  return timeIsOver ? "to-integration" : undefined;
}

function nextOfIntegration({ qualified, hasNewVersion, confirmed, refused, timeIsOver }: Standing): Next | undefined {
  if (qualified === 0) return "back-to-consent";
  if (hasNewVersion && confirmed >= qualified) return "back-to-consent";
  if (!timeIsOver) return undefined;
  // Objectors who said nothing of the new version can still object to it in the consent round.
  return hasNewVersion && refused === 0 ? "back-to-consent" : "park";
}
