import { communityById } from "../../../communities/index.ts";
import type { InboxReading, ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { answeredNotice } from "../../../kernel/notifications/answered-notice.ts";
import { answerVoice } from "../../commands/voice/answer-voice.ts";
import { confirmRecorded } from "../../commands/voice/confirm-recorded.ts";
import { takeBackVoice } from "../../commands/voice/take-back-voice.ts";
import { unreadableWord } from "../../commands/voice/unreadable-word.ts";
import { readAgreeing } from "../../model/consent/replies.ts";
import { saysTakeBack } from "../../model/voice/replies.ts";
import { handedById } from "../../store/voice/handed.read.ts";
import { proposalById } from "../../store/proposals/proposals.read.ts";

const id = "[0-9a-f-]{36}";
const ofMessage = new RegExp(`^voice-(phone|offered|taken):(${id})`);

/** What a message to a community is about: all voices of its author there, one that was offered, or an answer given by phone. */
interface Meant {
  readonly communityId: string;
  readonly what: "phone" | "offered" | "taken" | "none";
  readonly which: string;
}

/** Somebody takes their voice back, by a reply or a message to the community that says nothing else. */
const takingBack: Recogniser = {
  name: "decisions/taking-voice-back",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined || !saysTakeBack(note.text)) return undefined;
    const meant = (await answeredMessage(activity, reading)) ?? (await addressed(activity, reading));
    if (meant === undefined) return undefined;
    const voiceId = meant.what === "taken" ? meant.which : "";
    return { command: takeBackVoice, input: { communityId: meant.communityId, voiceId } };
  },
  reply: answerAboutVoice,
};

/** Yes or no to a voice that is offered, or to an answer that was written down for them. */
const answering: Recogniser = {
  name: "decisions/answering-about-voices",
  types: ["Create"],
  async recognise(activity, reading) {
    const note = activity.object;
    if (note?.text === undefined || note.name !== undefined) return undefined;
    const meant = await answeredMessage(activity, reading);
    if (meant === undefined) return undefined;
    const { communityId, which } = meant;
    const read = readAgreeing(note.text.slice(0, 2_000));
    if (read === undefined || meant.what === "taken") return { command: unreadableWord, input: { communityId } };
    const answer = read.place === 0 ? "yes" : "no";
    return meant.what === "phone"
      ? { command: confirmRecorded, input: { communityId, proposalId: which, answer } }
      : { command: answerVoice, input: { communityId, voiceId: which, answer } };
  },
  reply: answerAboutVoice,
};

/** What voices given while one is away make of what arrives. */
export const voiceInbox: readonly Recogniser[] = [takingBack, answering];

async function answerAboutVoice(
  activity: ReceivedActivity,
  answer: Parameters<NonNullable<Recogniser["reply"]>>[1],
  reading: InboxReading,
) {
  const meant = (await answeredMessage(activity, reading)) ?? (await addressed(activity, reading));
  const community = meant === undefined ? undefined : await communityById(reading.read, meant.communityId);
  if (meant === undefined || community === undefined) return undefined;
  const path = meant.what === "phone" ? `/proposals/${meant.which}` : `/communities/${community.handle}/voices`;
  const said = answer.ok ? understoodIn(answer.value) : answer.refusal.kind;
  const key = `decisions.voice.reply.${spoken.has(said) ? said : "not-taken"}`;
  return { from: community.id, key, values: { page: new URL(path, reading.origin).href } };
}

const spoken = new Set([
  "voice-taken",
  "voice-declined",
  "voice-laid-down",
  "voice-taken-back",
  "no-voice-out",
  "phone-confirmed",
  "phone-refused",
  "unreadable-stance",
  "voice-ended",
  "holds-enough-voices",
]);

/** What a message of ours was about that somebody answers. */
async function answeredMessage(activity: ReceivedActivity, reading: InboxReading): Promise<Meant | undefined> {
  const notice = await answeredNotice(reading, activity);
  const [, what, which] = ofMessage.exec(notice?.matter ?? "") ?? [];
  if (what === undefined || which === undefined) return undefined;
  const about = what === "phone" ? await proposalById(reading.read, which) : await handedById(reading.read, which);
  return about && { communityId: about.communityId, what: what as Meant["what"], which };
}

/** The community to which a message is addressed, if it is one of ours. */
async function addressed({ object }: ReceivedActivity, { read, origin }: InboxReading): Promise<Meant | undefined> {
  const ours = `${origin.origin}/actors/`;
  for (const uri of (object?.audience ?? []).filter((one) => one.startsWith(ours)).slice(0, 5)) {
    const community = await communityById(read, uri.slice(ours.length));
    if (community !== undefined) return { communityId: community.id, what: "none", which: "" };
  }
  return undefined;
}

function understoodIn(value: unknown): string {
  return typeof value === "object" && value !== null && "understood" in value ? String(value.understood) : "";
}
