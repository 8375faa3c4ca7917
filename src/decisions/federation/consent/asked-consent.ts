import type { InboxReading, ReceivedActivity } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { roundKinds } from "../../model/consent/rounds.ts";
import { consentMatterOf, type ConsentMatter } from "./consent-addresses.ts";

/** What a Note answers: a round, or a message to one person about something of theirs. */
export interface AskedConsent {
  readonly matter: ConsentMatter;
  readonly personal: { readonly what: string; readonly which: string } | undefined;
}

const id = "[0-9a-f-]{36}";
const ofMessage = new RegExp(`^consent-([a-z-]+):(${id})(?::([0-9a-z-]+))?(?::(\\d+))?(?::https?:.*)?$`);

/** What an answer of ours is about, so that a reply to it is taken for another answer in the same round. */
export function matterOfAnswer({ consentId, round }: ConsentMatter): string | undefined {
  return round === undefined ? undefined : `consent-round:${consentId}:${round.kind}:${round.number}`;
}

/** The process that a Note is about: it answers a round, or one of our messages. */
export async function consentAsked(
  activity: ReceivedActivity,
  reading: InboxReading,
): Promise<AskedConsent | undefined> {
  const matter = consentMatterOf(reading.origin, activity.object?.inReplyTo);
  if (matter !== undefined) return { matter, personal: undefined };
  const notice = await answeredNotice(reading, activity);
  const [, what, consentId, which = "", number] = ofMessage.exec(notice?.matter ?? "") ?? [];
  if (what === undefined || consentId === undefined) return undefined;
  if (what === "round") {
    return { matter: consentMatterOfNotice(consentId, which, Number(number)), personal: undefined };
  }
  return { matter: { consentId, round: undefined }, personal: { what, which } };
}

function consentMatterOfNotice(consentId: string, word: string, number: number): ConsentMatter {
  const kind = roundKinds.find((one) => one === word);
  return { consentId, round: kind === undefined ? undefined : { kind, number } };
}
