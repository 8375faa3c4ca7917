import type { ElectorateKind } from "../electorate/electorate.ts";
import type { SilenceKind } from "../consent/silence.ts";
import type { Bylaws } from "./bylaws.ts";

/** The way of a matter that is decided by consent, in rounds; also its method’s name in a charter, where no method counts. */
export const consentWay = "consent";

/** Whom a matter asks for consent: anybody but people named one by one, who are of one proposal alone. */
export type AskedForConsent = Exclude<ElectorateKind, "people">;
export const askedForConsent: readonly Exclude<AskedForConsent, "circle">[] = ["members", "stewards", "organisations"];

/** The settings of a matter that is decided by consent; its `days` are those of the consent round, its quorum that of silence. */
export type ConsentSettings = {
  readonly silence: SilenceKind;
  readonly clarifyDays: number;
  readonly reactDays: number;
  readonly asks: AskedForConsent;
  /** Empty where no circle is asked. */
  readonly circleId: string;
  /** As the circle was called when the charter was written. */
  readonly circleName: string;
};

/** The rules of a process under a charter, by the names that a draft gives them. */
export interface ConsentRules {
  readonly silence: SilenceKind;
  readonly quorumPercent: number;
  readonly clarifyDays: number;
  readonly reactDays: number;
  readonly consentDays: number;
  readonly electorate: AskedForConsent;
  readonly circleId: string;
  readonly circleName: string;
}

/** The rules of a process about a matter; undefined for one that is counted. */
export function consentRulesOf(bylaws: Bylaws): ConsentRules | undefined {
  if (bylaws.method !== consentWay) return undefined;
  const { silence, clarifyDays, reactDays, asks, circleId, circleName } = bylaws.settings as ConsentSettings;
  const { quorumPercent, days: consentDays } = bylaws;
  return { silence, quorumPercent, clarifyDays, reactDays, consentDays, electorate: asks, circleId, circleName };
}
