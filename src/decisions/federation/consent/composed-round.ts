import { contactOf, describePerson } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import {
  addressing,
  personalAudience,
  worldAudience,
  type Audience,
} from "../../../kernel/federation/documents/addressing.ts";
import { questionDocument } from "../../../kernel/federation/documents/native-question.ts";
import { htmlFromParagraphs } from "../../../kernel/federation/html-from-text.ts";
import type { ActivityDocument } from "../../../kernel/federation/outgoing.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { answersNeeded } from "../../model/consent/silence.ts";
import { electorateOf, type RoundKind } from "../../model/consent/rounds.ts";
import { forThemselves, type Speaker } from "../../model/consent/speaker.ts";
import { consentById, versionOf, type Consent, type ConsentVersion } from "../../store/consent/consents.read.ts";
import { answerCounts, answerOf, answersSaying, roundOf, type ConsentRound } from "../../store/consent/rounds.read.ts";
import { electorateChosen } from "../../store/electorate/electorates.read.ts";
import { voicesListed } from "../../store/electorate/voices.read.ts";
import { threadById, type Thread } from "../../store/threads/threads.read.ts";
import { actorUrl } from "../addresses.ts";
import { withAmendment } from "../charter/amendment-words.ts";
import { voiceIn } from "../voice.ts";
import { consentUrl, roundUrl } from "./consent-addresses.ts";
import { pollAnswers, pollLabels } from "./round-labels.ts";

/** Names one round of one process. */
export interface AskedRound {
  readonly consentId: string;
  readonly kind: RoundKind;
  readonly number: number;
}

interface Asked {
  readonly consent: Consent;
  readonly round: ConsentRound;
  readonly version: ConsentVersion;
  readonly thread: Thread;
  /** Whose copy it is; undefined for what all read. */
  readonly speaker: Speaker | undefined;
}

/** Concerns told again at a review. */
const CONCERNS_TOLD = 3;

/**
 * What asks the circle in a round, as it stands now: a native poll for consent and review, else a Note that says how to reply. Undefined
 * when there is none for this reader: a process among members has copies alone, and a copy is for somebody who is asked, see `speakerOn`.
 */
export async function composedRound(
  application: Application,
  asked: AskedRound,
  speaker: Speaker | undefined,
): Promise<ActivityDocument | undefined> {
  const { read, origin } = application;
  const consent = await consentById(read, asked.consentId);
  const round = consent === undefined ? undefined : await roundOf(read, consent.id, asked.kind, asked.number);
  const thread = consent === undefined ? undefined : await threadById(read, consent.threadId);
  if (consent === undefined || round === undefined || thread === undefined) return undefined;
  const version = await versionOf(read, consent.id, round.kind === "consent" ? round.answersTo : consent.version);
  const audience = await audienceOf(application, consent, thread, speaker);
  if (version === undefined || audience === undefined) return undefined;
  const t = voiceIn(application, thread.language, consent.zone);
  const told = { consent, round, version, thread, speaker };
  const paragraphs = await withAmendment(application, consent, t, [
    ...(audience.mention === undefined ? [] : [audience.mention.handle]),
    ...(await paragraphsOf(application, told, t)),
    ...(await inWhoseName(application, told, t)),
    t("decisions.fediverse.visible"),
    consentUrl(origin, consent.id),
  ]);
  const common = {
    id: roundUrl(origin, consent.id, round, speaker?.personId),
    actor: actorUrl(origin, consent.communityId),
    url: consentUrl(origin, consent.id),
    language: thread.language,
    paragraphs,
    published: round.openedAt,
    audience,
  };
  if (pollAnswers(round.kind) === undefined) return noteOf(common);
  const votes = await votesOf(application, told, t);
  return questionDocument({
    ...common,
    options: votes,
    choice: "one",
    voters: votes.reduce((sum, { votes: count }) => sum + count, 0),
    endTime: round.dueAt,
    closed: round.closedAt,
  });
}

async function audienceOf(
  application: Application,
  consent: Consent,
  thread: Thread,
  speaker: Speaker | undefined,
): Promise<Audience | undefined> {
  if (speaker === undefined) {
    return thread.audience === "everyone"
      ? worldAudience(actorUrl(application.origin, consent.communityId))
      : undefined;
  }
  const uri = (await contactOf(application.read, speaker.personId))?.actorUri;
  const handle = (await describePerson(application.read, speaker.personId))?.handle;
  return uri === undefined || handle === undefined ? undefined : personalAudience({ uri, handle });
}

async function paragraphsOf(application: Application, asked: Asked, t: Translator): Promise<readonly string[]> {
  const { consent, round, version, thread } = asked;
  const values = { title: version.title, thread: thread.title, until: t.dateTime(round.dueAt) };
  switch (round.kind) {
    case "clarify":
      return [
        t("decisions.consent.fediverse.proposes", values),
        ...(consent.need === "" ? [] : [shortened(consent.need)]),
        shortened(version.text),
        t("decisions.consent.fediverse.clarify", values),
        silenceInWords(consent, t),
      ];
    case "react":
      return [t("decisions.consent.fediverse.react", values)];
    case "consent":
      return [
        t("decisions.consent.fediverse.consent", { ...values, version: version.version }),
        shortened(version.text),
        ...(version.note === "" ? [] : [shortened(version.note)]),
        t("decisions.consent.fediverse.consent-how", values),
        silenceInWords(consent, t),
      ];
    case "motion":
      return [
        t("decisions.consent.fediverse.motion", values),
        t(`decisions.consent.motion.${round.subject}`),
        shortened(round.words),
        t("decisions.consent.fediverse.motion-how", values),
      ];
    case "review":
      return [
        t("decisions.consent.fediverse.review", values),
        shortened(version.text),
        ...(await concernsOf(application, asked)).map((concern) =>
          t("decisions.consent.fediverse.concern", { concern }),
        ),
        t("decisions.consent.fediverse.review-how", values),
      ];
  }
}

/** Where organisations are asked: that they are, or for which of them the reader of a copy answers. */
async function inWhoseName(application: Application, asked: Asked, t: Translator): Promise<readonly string[]> {
  const { consent, round, speaker } = asked;
  if (speaker === undefined) {
    const { kind } = await electorateChosen(application.read, consent.id);
    return kind === "organisations" ? [t("decisions.electorate.asked.organisations")] : [];
  }
  if (speaker.onBehalfOf === forThemselves) return [];
  const voices = await voicesListed(application.read, electorateOf(consent.id, round.kind, round.number));
  const organisation = voices.find(({ organisationId }) => organisationId === speaker.onBehalfOf)?.name;
  return organisation === undefined ? [] : [t("decisions.electorate.voice-silent", { organisation })];
}

/** The concerns that went with the consent come back as questions, without names. */
async function concernsOf(application: Application, { consent }: Asked): Promise<readonly string[]> {
  const round = { consentId: consent.id, kind: "consent", answersTo: consent.version } as const;
  const concerns = await answersSaying(application.read, round, "concern", CONCERNS_TOLD);
  return concerns.filter(({ words }) => words !== "").map(({ words }) => shortened(words));
}

function silenceInWords({ rule, eligible }: Consent, t: Translator): string {
  const needed = answersNeeded(rule, eligible);
  return t(`decisions.consent.rules.silence.${rule.kind}`, { percent: rule.quorumPercent, needed, eligible });
}

/** Votes so far; in a copy, those of the one person alone. */
async function votesOf(
  application: Application,
  { consent, round, speaker }: Asked,
  t: Translator,
): Promise<readonly { readonly label: string; readonly votes: number }[]> {
  const answers = pollAnswers(round.kind) ?? [];
  const labels = pollLabels(round.kind, t);
  const of = { consentId: consent.id, kind: round.kind, answersTo: round.answersTo };
  const own = speaker === undefined ? undefined : await answerOf(application.read, of, speaker);
  const counts = speaker === undefined ? await answerCounts(application.read, of) : new Map([[own?.answer ?? "", 1]]);
  return answers.map((answer, place) => ({ label: labels[place] ?? answer, votes: counts.get(answer) ?? 0 }));
}

function noteOf(told: {
  readonly id: string;
  readonly actor: string;
  readonly url: string;
  readonly language: string;
  readonly paragraphs: readonly string[];
  readonly published: Temporal.Instant;
  readonly audience: Audience;
}): ActivityDocument {
  const content = htmlFromParagraphs(told.paragraphs);
  return {
    id: told.id,
    type: "Note",
    attributedTo: told.actor,
    url: told.url,
    content,
    contentMap: { [told.language]: content },
    published: told.published.toString(),
    ...addressing(told.audience),
  };
}

/** What a message bears of a long text before it becomes a wall: the rest is a click away. */
function shortened(text: string): string {
  const most = 600;
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`;
}
