import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { electorateOf, type RoundKind } from "../../model/consent/rounds.ts";
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
import { whyNot, type NotOnTheList } from "../../commands/electorate/why-not.ts";
import { electorateChosen, type Electorate } from "../../store/electorate/electorates.read.ts";
import { isElector } from "../../store/proposals/stances.read.ts";
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
  readonly isElector: boolean;
  readonly isReviewer: boolean;
  /** Whom it asks. */
  readonly asked: Electorate;
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
  const [clarify, reactions, consents, motionAnswers, reviewAnswers, remarks, changes] = await Promise.all([
    hasBegun ? readRound(visit, "clarify", 1) : undefined,
    hasBegun ? readRound(visit, "react", 1) : undefined,
    consent.turn > 0 ? readRound(visit, "consent", consent.version) : undefined,
    motion === undefined ? undefined : readRound(visit, "motion", motion.number),
    reviewRound === undefined ? undefined : readRound(visit, "review", reviewRound.number, reviewRound.eligible),
    remarksOn(
      read,
      objections.map(({ id }) => id),
    ),
    consent.supersedes === undefined ? undefined : decisionById(read, consent.supersedes),
  ]);
  const reviewed = electorateOf(consent.id, "review", decision?.reviews ?? 0);
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
    isElector: personId !== undefined && hasBegun && (await isElector(read, consent.id, personId)),
    isReviewer: personId !== undefined && (await isElector(read, reviewed, personId)),
    namesShown: areNamesShown(visit),
    asked: await electorateChosen(read, consent.id),
    not: await whyNotAsked(visit, reviewRound === undefined ? consent.id : reviewed),
  };
  return { ...view, people: await describePeople(read, peopleIn(view)) };
}

async function whyNotAsked({ application, consent, personId, c }: ConsentVisit, listId: string) {
  if (personId === undefined || (await isElector(application.read, listId, personId))) return undefined;
  const list = { communityId: consent.communityId, listId };
  return whyNot(application.read, list, personId, c.var.frame.now);
}

async function readRound(
  visit: ConsentVisit,
  kind: RoundKind,
  answersTo: number,
  eligible = visit.consent.eligible,
): Promise<RoundView> {
  const { application, consent, personId } = visit;
  const { read } = application;
  const round = { consentId: consent.id, kind, answersTo };
  const electorate = electorateOf(consent.id, kind, answersTo);
  const [answers, counts, own, silent] = await Promise.all([
    answersOf(read, round, { skip: 0, limit: ANSWERS_SHOWN }),
    answerCounts(read, round),
    personId === undefined ? undefined : answerOf(read, round, personId),
    silentIn(read, round, electorate, { after: "", limit: WAITING_NAMED }),
  ]);
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { kind, answers, counts, answered, eligible, own, silent };
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
