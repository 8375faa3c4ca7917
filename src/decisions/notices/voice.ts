import { describePerson } from "../../accounts/index.ts";
import { communityById } from "../../communities/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource, NoticeValue } from "../../kernel/notifications/notice.ts";
import { methodOf, questionOf } from "../methods/registry.ts";
import { proposalById, type Proposal } from "../store/proposals/proposals.read.ts";
import { stanceOf, type Stance } from "../store/proposals/stances.read.ts";
import { handedById } from "../store/voice/handed.read.ts";
import { recordedOf } from "../store/voice/recorded.read.ts";

/** A voice that is offered, to whoever is to speak: they answer yes or no. */
const offerNotices: NoticeSource = {
  name: "decisions/voices-offered",
  events: ["voice-offered"],
  async notices(application, event) {
    const voice = await handedById(application.read, textIn(event, "voice"));
    if (voice === undefined) return [];
    const values = {
      what: { key: `decisions.voice.notice.what.${voice.scope}` },
      until: { instant: voice.endsAt.toString() },
    };
    return aboutVoice(application, event, { to: voice.holder, of: voice.giver, key: "offered", values });
  },
};

/** What came of an offer, and that a voice was laid down, to its owner; that it was taken back, to whoever spoke. */
const handedNotices: NoticeSource = {
  name: "decisions/voices-handed",
  events: ["voice-taken", "voice-declined", "voice-laid-down", "voice-taken-back"],
  async notices(application, event) {
    const voice = await handedById(application.read, textIn(event, "voice"));
    if (voice === undefined) return [];
    const { giver, holder } = voice;
    if (event.name === "voice-taken-back") {
      // Whoever had not taken it yet never spoke.
      if (voice.acceptedAt === undefined) return [];
      return aboutVoice(application, event, { to: holder, of: giver, key: event.name, values: {} });
    }
    const values = event.name === "voice-taken" ? { until: { instant: voice.endsAt.toString() } } : {};
    return aboutVoice(application, event, { to: giver, of: holder, key: event.name, values });
  },
};

/** An answer that was written down, to whoever gave it by phone: they say whether it is right. */
const recordedNotices: NoticeSource = {
  name: "decisions/stances-recorded",
  events: ["stance-recorded"],
  async notices(application, event) {
    const { read } = application;
    const proposal = await proposalById(read, textIn(event, "proposal"));
    const person = textIn(event, "person");
    const stance = proposal === undefined ? undefined : await stanceOf(read, proposal.id, person);
    if (proposal === undefined || stance?.by !== "phone") return [];
    const answer = answerIn(proposal, stance);
    const notice = {
      personId: person,
      matter: `voice-phone:${proposal.id}:${stance.changes}`,
      key: "decisions.voice.notice.recorded",
      values: { name: await nameOf(application, textIn(event, "by")), title: proposal.title, answer },
      until: proposal.closesAt,
    };
    return [{ ...notice, ...common(proposal.communityId), path: `/proposals/${proposal.id}` }];
  },
};

/** An answer that was refused, to the steward who wrote it down. */
const refusedNotices: NoticeSource = {
  name: "decisions/recorded-refused",
  events: ["recorded-stance-refused"],
  async notices(application, event) {
    const proposal = await proposalById(application.read, textIn(event, "proposal"));
    const person = textIn(event, "person");
    const recorded = proposal === undefined ? undefined : await recordedOf(application.read, proposal.id, person);
    if (proposal === undefined || recorded === undefined) return [];
    const notice = {
      personId: recorded.recorderId,
      matter: `voice-refused:${proposal.id}:${person}`,
      key: "decisions.voice.notice.refused",
      values: { name: await nameOf(application, person), title: proposal.title },
    };
    return [{ ...notice, ...common(proposal.communityId), path: `/proposals/${proposal.id}` }];
  },
};

/** What people are told of voices given while one is away. */
export const voiceNotices: readonly NoticeSource[] = [offerNotices, handedNotices, recordedNotices, refusedNotices];

/** One of a method's own options by its name in the reader's language; else as one would write it in a reply. */
function answerIn(proposal: Proposal, { ballot }: Stance): NoticeValue {
  const { rules, wire } = methodOf(proposal);
  const choice = typeof ballot === "object" && ballot !== null && "choice" in ballot ? Number(ballot["choice"]) : -1;
  const key = rules.options.kind === "fixed" ? rules.options.keys[choice] : proposal.options[choice];
  if (key === undefined) return wire.inReply(ballot, questionOf(proposal));
  return rules.options.kind === "fixed" ? { key } : key;
}

interface ToldOfVoice {
  readonly to: string;
  /** Whom it is about. */
  readonly of: string;
  readonly key: string;
  readonly values: Notice["values"];
}

async function aboutVoice(
  application: Application,
  event: LoggedEvent,
  { to, of, key, values }: ToldOfVoice,
): Promise<readonly Notice[]> {
  const community = await communityById(application.read, event.chain);
  if (community === undefined) return [];
  const notice = {
    personId: to,
    matter: `voice-${key.replace(/^voice-/, "")}:${textIn(event, "voice")}`,
    key: `decisions.voice.notice.${key}`,
    values: { name: await nameOf(application, of), ...values },
  };
  return [{ ...notice, ...common(community.id), path: `/communities/${community.handle}/voices` }];
}

function common(communityId: string) {
  return { kind: "decisions", from: communityId, urgent: false } as const;
}

async function nameOf(application: Application, personId: string): Promise<string> {
  const person = await describePerson(application.read, personId);
  return person?.name ?? person?.handle ?? "?";
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
