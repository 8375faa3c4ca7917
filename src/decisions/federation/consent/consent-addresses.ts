import { roundKinds, type RoundKind } from "../../model/consent/rounds.ts";

/** Where the things of consent processes live: each at the address of its page, with ids that never change. */

export function consentUrl(origin: URL, consentId: string): string {
  return new URL(`/consents/${consentId}`, origin).href;
}

/** What asks the circle in a round: a native poll, or a Note. `personId` is set for the copy sent to one person. */
export function roundUrl(
  origin: URL,
  consentId: string,
  round: { readonly kind: RoundKind; readonly number: number },
  personId?: string,
): string {
  const url = `${consentUrl(origin, consentId)}/rounds/${round.kind}/${round.number}`;
  return personId === undefined ? url : `${url}/for/${personId}`;
}

/** The Note that says what came of a process. */
export function consentOutcomeUrl(origin: URL, consentId: string): string {
  return `${consentUrl(origin, consentId)}/outcome`;
}

/** What an address of ours is about: a process, and where it asks something, the round. */
export interface ConsentMatter {
  readonly consentId: string;
  readonly round: { readonly kind: RoundKind; readonly number: number } | undefined;
}

const id = "([0-9a-f-]{36})";
const ofConsent = new RegExp(`^/consents/${id}(?:/rounds/([a-z]{1,20})/(\\d{1,6})(?:/for/${id})?|/outcome)?$`);

/** Reads an address back; undefined for one that is not ours, or not of a consent process. */
export function consentMatterOf(origin: URL, url: string | undefined): ConsentMatter | undefined {
  if (url === undefined || url.length > 500 || !url.startsWith(`${origin.origin}/`)) return undefined;
  const [, consentId, word, number] = ofConsent.exec(url.slice(origin.origin.length)) ?? [];
  if (consentId === undefined) return undefined;
  const kind = roundKinds.find((one) => one === word);
  return { consentId, round: kind === undefined ? undefined : { kind, number: Number(number) } };
}
