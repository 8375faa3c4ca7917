import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { delegatesNow } from "../commands/consent/speakers.ts";
import type { RoundKind } from "../model/consent/rounds.ts";
import type { Consent } from "../store/consent/consents.read.ts";
import { roundsOf, type ConsentRound } from "../store/consent/rounds.read.ts";
import { openConsentsOfVoice } from "../store/consent/voices.read.ts";
import { voicesListed } from "../store/electorate/voices.read.ts";

/**
 * Whoever comes to speak for an organisation while it is asked for its consent is told what waits for them; their reply to the message is
 * the organisation's answer. Whoever speaks later than today hears it with the next round.
 */
const delegateNotices: NoticeSource = {
  name: "decisions/consent-delegates",
  events: ["delegate-named"],
  async notices(application, event) {
    const [organisationId, personId] = [textIn(event, "organisationId"), textIn(event, "personId")];
    const asked = await openConsentsOfVoice(application.read, textIn(event, "communityId"), organisationId);
    const notices: Notice[] = [];
    for (const consent of asked) {
      const list = { communityId: consent.communityId, listId: consent.id };
      const delegates = await delegatesNow(application.read, list, application.clock());
      if (!delegates.some((delegate) => delegate.personId === personId)) continue;
      const voices = await voicesListed(application.read, consent.id);
      const organisation = voices.find((voice) => voice.organisationId === organisationId)?.name ?? "";
      notices.push(noticeTo(consent, await openRound(application, consent), personId, organisation));
    }
    return notices;
  },
};

/** What consent processes tell those who speak for organisations. */
export const consentVoiceNotices: readonly NoticeSource[] = [delegateNotices];

const kinds: Readonly<Partial<Record<Consent["state"], RoundKind>>> = {
  clarify: "clarify",
  react: "react",
  consent: "consent",
};

/** The round that waits for answers; undefined between rounds. */
async function openRound({ read }: Application, consent: Consent): Promise<ConsentRound | undefined> {
  const kind = kinds[consent.state];
  const [last] = kind === undefined ? [] : await roundsOf(read, consent.id, kind);
  return last?.closedAt === undefined ? last : undefined;
}

function noticeTo(consent: Consent, round: ConsentRound | undefined, personId: string, organisation: string): Notice {
  const values = { title: consent.title, organisation };
  const about = {
    kind: "decisions",
    personId,
    from: consent.communityId,
    path: `/consents/${consent.id}`,
    urgent: false,
  };
  if (round === undefined) {
    const matter = `consent-voice:${consent.id}`;
    return { ...about, matter, key: "decisions.consent-voices.notice.speaks", values };
  }
  return {
    ...about,
    matter: `consent-round:${consent.id}:${round.kind}:${round.number}`,
    key: `decisions.consent-voices.notice.speaks-${round.kind}`,
    values: { ...values, until: { instant: round.dueAt.toString() } },
  };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
