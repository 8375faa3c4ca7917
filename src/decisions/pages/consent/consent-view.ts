import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import type { Charter } from "../../model/charter/charter.ts";
import { electorateOf, type RoundKind } from "../../model/consent/rounds.ts";
import type { Speaker } from "../../model/consent/speaker.ts";
import { amendmentsOfConsent } from "../../store/charter/charter.read.ts";
import { decisionById, decisionOfConsent, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { versionsOf, type ConsentVersion } from "../../store/consent/consents.read.ts";
import { objectionsOf, remarksOn, type Objection, type ObjectionRemark } from "../../store/consent/objections.read.ts";
import {
  answerCounts,
  answerOf,
  answersOf,
  questionsOf,
  roundOf,
  roundsOf,
  silentIn,
  type ConsentAnswer,
  type ConsentQuestion,
  type ConsentRound,
} from "../../store/consent/rounds.read.ts";
import { speakerOn } from "../../commands/consent/speakers.ts";
import { whyNot, type NotOnTheList } from "../../commands/electorate/why-not.ts";
import { silentVoices } from "../../store/consent/voices.read.ts";
import { voicesListed } from "../../store/electorate/voices.read.ts";
import { electorateChosen, type Electorate } from "../../store/electorate/electorates.read.ts";
import { readCharterPart, type CharterPart } from "../charter/charter-part.ts";
import type { ConsentVisit } from "./consent-visit.ts";

/** Answers of one round on a page. */
const ANSWERS_SHOWN = 50;

/** So many of those who are waited for are named. */
const WAITING_NAMED = 5;

/** What one round shows. */
export interface RoundView {
  readonly kind: RoundKind;
  readonly answers: readonly ConsentAnswer[];
  readonly counts: ReadonlyMap<string, number>;
  readonly answered: number;
  readonly eligible: number;
  /** The reader's own. */
  readonly own: ConsentAnswer | undefined;
  /** The first few of those who have not answered. */
  readonly silent: readonly string[];
  /** Their names, where they are organisations. */
  readonly silentVoices: readonly string[];
}

/** All that the page of a consent process shows. */
export interface ConsentView {
  readonly visit: ConsentVisit;
  /** The newest first. */
  readonly versions: readonly ConsentVersion[];
  readonly version: ConsentVersion;
  readonly questions: readonly ConsentQuestion[];
  /** The round of questions, reactions or consent that is asked now, or was asked last. */
  readonly clarify: RoundView | undefined;
  readonly reactions: RoundView | undefined;
  readonly consents: RoundView | undefined;
  readonly motion: { readonly round: ConsentRound; readonly answers: RoundView } | undefined;
  readonly objections: readonly Objection[];
  readonly remarks: readonly ObjectionRemark[];
  readonly decision: AdoptedDecision | undefined;
  readonly review: { readonly round: ConsentRound; readonly answers: RoundView } | undefined;
  /** The decision that this one changes. */
  readonly changes: AdoptedDecision | undefined;
  readonly people: ReadonlyMap<string, PersonDescription>;
  readonly isAuthor: boolean;
  /** For whom the reader speaks in the process; undefined when they are not asked. */
  readonly speaker: Speaker | undefined;
  /** The same at the review of the decision. */
  readonly reviewer: Speaker | undefined;
  /** The names of the organisations that are asked, by their ids. */
  readonly voices: ReadonlyMap<string, string>;
  /** Whom it asks. */
  readonly asked: Electorate;
  /** The matter of the charter that it is about, and what it would make of the charter where it amends it. */
  readonly charter: CharterPart;
  /** What each version would make of the charter; empty for a process that amends none. */
  readonly amendments: ReadonlyMap<number, Charter>;
  /** Why the reader is not asked; undefined when they are, or are a visitor. */
  readonly not: NotOnTheList | undefined;
  /** Names are shown to those to whom the community shows its members. */
  readonly namesShown: boolean;
}

/** Reads all of it. */
export async function readConsentView(visit: ConsentVisit): Promise<ConsentView> {
  const { application, consent, personId } = visit;
  const { read } = application;
  const [versions, questions, objections, motions, decision] = await Promise.all([
    versionsOf(read, consent.id),
    questionsOf(read, consent.id),
    objectionsOf(read, consent.id),
    consent.motions === 0 ? [] : roundsOf(read, consent.id, "motion"),
    decisionOfConsent(read, consent.id),
  ]);
  const version = versions.find((one) => one.version === consent.version) ?? versions[0];
  if (version === undefined) throw new Error(`the consent process ${consent.id} has no version`);
  const [motion] = motions;
  const reviewRound =
    decision === undefined || decision.reviews === 0
      ? undefined
      : await roundOf(read, consent.id, "review", decision.reviews);
  const hasBegun = consent.eligible > 0;
  const reviewed = electorateOf(consent.id, "review", decision?.reviews ?? 0);
  const asked = await electorateChosen(read, consent.id);
  const charter = await readCharterPart(read, consent);
  const [speaker, reviewer] = await Promise.all([
    hasBegun ? speakerIn(visit, consent.id) : undefined,
    reviewRound === undefined ? undefined : speakerIn(visit, reviewed),
  ]);
  const inProcess = { visit, asked, speaker, eligible: consent.eligible };
  const atReview = { visit, asked, speaker: reviewer, eligible: reviewRound?.eligible ?? 0 };
  const [clarify, reactions, consents, motionAnswers, reviewAnswers, remarks, changes] = await Promise.all([
    hasBegun ? readRound(inProcess, "clarify", 1) : undefined,
    hasBegun ? readRound(inProcess, "react", 1) : undefined,
    consent.turn > 0 ? readRound(inProcess, "consent", consent.version) : undefined,
    motion === undefined ? undefined : readRound(inProcess, "motion", motion.number),
    reviewRound === undefined ? undefined : readRound(atReview, "review", reviewRound.number),
    remarksOn(
      read,
      objections.map(({ id }) => id),
    ),
    consent.supersedes === undefined ? undefined : decisionById(read, consent.supersedes),
  ]);
  const isAsked = (reviewRound === undefined ? speaker : reviewer) !== undefined;
  const view = {
    visit,
    versions,
    version,
    questions,
    clarify,
    reactions,
    consents,
    motion: motion && motionAnswers && { round: motion, answers: motionAnswers },
    objections,
    remarks,
    decision,
    review: reviewRound && reviewAnswers && { round: reviewRound, answers: reviewAnswers },
    changes,
    isAuthor: personId === consent.authorId,
    speaker,
    reviewer,
    voices: asked.kind === "organisations" ? await voiceNames(visit, consent.id, reviewed) : new Map<string, string>(),
    namesShown: areNamesShown(visit),
    asked,
    charter,
    amendments:
      charter.amendment === undefined ? new Map<number, Charter>() : await amendmentsOfConsent(read, consent.id),
    not: isAsked ? undefined : await whyNotAsked(visit, reviewRound === undefined ? consent.id : reviewed),
  };
  return { ...view, people: await describePeople(read, peopleIn(view)) };
}

async function whyNotAsked({ application, consent, personId, c }: ConsentVisit, listId: string) {
  if (personId === undefined) return undefined;
  const list = { communityId: consent.communityId, listId };
  return whyNot(application.read, list, personId, c.var.frame.now);
}

async function speakerIn({ application, consent, personId, c }: ConsentVisit, listId: string) {
  if (personId === undefined) return undefined;
  return speakerOn(application.read, { communityId: consent.communityId, listId }, personId, c.var.frame.now);
}

/** The organisations on these lists: one that left the community keeps its name in what it said. */
async function voiceNames({ application }: ConsentVisit, ...lists: readonly string[]) {
  const listed = await Promise.all(lists.map((list) => voicesListed(application.read, list)));
  return new Map(listed.flat().map(({ organisationId, name }) => [organisationId, name]));
}

interface Asked {
  readonly visit: ConsentVisit;
  readonly asked: Electorate;
  readonly speaker: Speaker | undefined;
  readonly eligible: number;
}

async function readRound(
  { visit, asked, speaker, eligible }: Asked,
  kind: RoundKind,
  answersTo: number,
): Promise<RoundView> {
  const { application, consent } = visit;
  const { read } = application;
  const round = { consentId: consent.id, kind, answersTo };
  const electorate = electorateOf(consent.id, kind, answersTo);
  const isOfVoices = asked.kind === "organisations";
  const [answers, counts, own, silent, voices] = await Promise.all([
    answersOf(read, round, { skip: 0, limit: ANSWERS_SHOWN }),
    answerCounts(read, round),
    speaker === undefined ? undefined : answerOf(read, round, speaker),
    isOfVoices ? [] : silentIn(read, round, electorate, { after: "", limit: WAITING_NAMED }),
    isOfVoices ? silentVoices(read, round, electorate, WAITING_NAMED) : [],
  ]);
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shown = { silent, silentVoices: voices.map(({ name }) => name) };
  return { kind, answers, counts, answered, eligible, own, ...shown };
}

function peopleIn(view: Omit<ConsentView, "people">): readonly string[] {
  const rounds = [view.clarify, view.reactions, view.consents, view.motion?.answers, view.review?.answers];
  return [
    ...new Set([
      view.visit.consent.authorId,
      ...rounds.flatMap((round) => [
        ...(round?.answers ?? []).map(({ personId }) => personId),
        ...(round?.silent ?? []),
      ]),
      ...view.questions.flatMap(({ personId, answeredBy }) => (answeredBy ? [personId, answeredBy] : [personId])),
      ...view.objections.map(({ personId }) => personId),
      ...view.remarks.map(({ personId }) => personId),
      ...view.versions.map(({ writtenBy }) => writtenBy),
    ]),
  ];
}

function areNamesShown({ community, isMember, isSteward }: ConsentVisit): boolean {
  if (community.memberList === "everyone") return true;
  return community.memberList === "members" ? isMember : isSteward;
}
