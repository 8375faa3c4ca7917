import { wordDiff } from "../../model/consent/word-diff.ts";
import { electorateOf, roundKinds, type RoundKind } from "../../model/consent/rounds.ts";
import { asksOrganisations, speakerOn } from "../../commands/consent/speakers.ts";
import type {
  AnswerRecord,
  ObjectionRecord,
  ProcessRecord,
  QuestionRecord,
  VersionRecord,
} from "../../model/exports/process-records.ts";
import { charterHistory, charterVersion } from "../../store/charter/charter.read.ts";
import { versionsOf, type Consent, type ConsentVersion } from "../../store/consent/consents.read.ts";
import { objectionsOf, remarksOn, type Objection } from "../../store/consent/objections.read.ts";
import {
  answerCounts,
  answerOf,
  answersOf,
  questionsOf,
  roundsOf,
  type ConsentRound,
} from "../../store/consent/rounds.read.ts";
import { consentsInOrder, requestsInOrder } from "../../store/exports/exports.read.ts";
import { statementsOf } from "../../store/opinions/opinions.read.ts";
import { requestHistory, requestVersion, type CommentRequest } from "../../store/requests/requests.read.ts";
import { charterPath } from "../charter/charter-paths.ts";
import { consentPath } from "../consent/consent-visit.ts";
import { areNamesFor } from "../proposals/proposal-view.ts";
import { requestPath } from "../requests/request-paths.ts";
import type { CommunityVisit, ThreadVisit } from "../visit.ts";
import { addressOf, inPages, namesOf } from "./read-names.ts";
import { namesOfSpeakers } from "./speaker-names.ts";

const ROWS_AT_ONCE = 50;
/** Of charters and requests so many versions are taken along. */
const MOST_VERSIONS = 200;

type Records = AsyncGenerator<ProcessRecord>;

/** Every version of the charter, the first first. */
export async function* recordsOfCharter(visit: CommunityVisit): Records {
  const { application, community } = visit;
  const { read } = application;
  const history = (await charterHistory(read, community.id, MOST_VERSIONS)).toReversed();
  for (const { version } of history) {
    const found = await charterVersion(read, community.id, version);
    if (found === undefined) continue;
    const { hash, writtenBy, inForceAt, proposalId, opening, matters } = found;
    yield {
      kind: "charter",
      version,
      hash,
      by: (await namesOf(visit, [writtenBy]))(writtenBy),
      at: inForceAt.toString(),
      proposal: proposalId ?? null,
      opening,
      matters,
      url: addressOf(visit, charterPath(community)),
    };
  }
}

/** What else was decided, asked or held in a thread, besides proposals that are counted. */
export async function* recordsOfProcesses(visit: ThreadVisit): Records {
  const { application, thread } = visit;
  const { read } = application;
  const page = (after: string) => ({ after, limit: ROWS_AT_ONCE });
  for await (const consent of inPages((after) => consentsInOrder(read, thread.id, page(after)))) {
    yield* recordsOfConsent(visit, consent);
  }
  for await (const request of inPages((after) => requestsInOrder(read, thread.id, page(after)))) {
    yield* recordsOfRequest(visit, request);
  }
  const statements = await statementsOf(read, thread.id);
  const nameOf = await namesOf(
    visit,
    statements.map(({ authorId }) => authorId),
  );
  for (const { id, text, authorId, writtenAt, answered } of statements) {
    const by = areNamesFor(visit) ? nameOf(authorId) : "";
    yield { kind: "statement", id, thread: thread.id, text, by, at: writtenAt.toString(), answered };
  }
}

async function* recordsOfConsent(visit: ThreadVisit, consent: Consent): Records {
  const { read } = visit.application;
  const versions = (await versionsOf(read, consent.id)).toReversed();
  const [questions, objections] = [await questionsOf(read, consent.id), await objectionsOf(read, consent.id)];
  const shown = areNamesFor(visit);
  const named = await namesOf(visit, [
    consent.authorId,
    ...versions.map(({ writtenBy }) => writtenBy),
    ...questions.flatMap(({ answeredBy }) => answeredBy ?? []),
  ]);
  const remarks = await remarksOn(
    read,
    objections.map(({ id }) => id),
  );
  const spoken = await namesOfSpeakers(visit, [consent.id], [...questions, ...objections, ...remarks]);
  const nameOf = (id: string) => (shown ? named(id) : visit.c.var.t("decisions.consent.a-member"));
  yield consentRecord(visit, consent, named(consent.authorId));
  for (const [place, version] of versions.entries()) {
    yield versionRecord(consent, version, versions[place - 1], named(version.writtenBy));
  }
  for (const question of questions) {
    const { text, askedAt: at, answer, answeredBy } = question;
    const asked = { by: spoken(question), at: at.toString(), text, answer };
    const answered = answeredBy === undefined ? null : nameOf(answeredBy);
    yield { kind: "question", of: consent.id, ...asked, answeredBy: answered } satisfies QuestionRecord;
  }
  for (const kind of roundKinds) yield* recordsOfRounds(visit, consent, kind);
  for (const objection of objections) yield objectionRecord(objection, spoken(objection));
  for (const remark of remarks) {
    const { objectionId, kind: what, words, saidAt } = remark;
    yield { kind: "remark", objection: objectionId, by: spoken(remark), at: saidAt.toString(), what, words };
  }
}

function consentRecord(visit: ThreadVisit, consent: Consent, by: string): ProcessRecord {
  const { id, title, need, aim, rule, state, version, eligible, endingReason } = consent;
  return {
    kind: "consent",
    id,
    thread: consent.threadId,
    title,
    by,
    need,
    aim,
    silence: rule.kind,
    quorumPercent: rule.quorumPercent,
    state,
    version,
    eligible,
    at: consent.draftedAt.toString(),
    endedAt: consent.endedAt?.toString() ?? null,
    endingReason,
    url: addressOf(visit, consentPath(consent)),
  };
}

function versionRecord(
  consent: Consent,
  version: ConsentVersion,
  before: ConsentVersion | undefined,
  by: string,
): VersionRecord {
  const { title, text, note, hash, measures, responsible, termMonths, integration, writtenAt } = version;
  const words = { title, text, by, at: writtenAt.toString(), note, hash, measures, responsible, termMonths };
  const diff = before === undefined ? null : wordDiff(before.text, text);
  return {
    kind: "version",
    of: consent.id,
    version: version.version,
    ...words,
    integration: integration ?? null,
    diff,
  };
}

/** The rounds of one kind, and what was said in them, where it is shown to this reader. */
async function* recordsOfRounds(visit: ThreadVisit, consent: Consent, kind: RoundKind): Records {
  const { read } = visit.application;
  const rounds = (await roundsOf(read, consent.id, kind)).toReversed();
  for (const round of rounds) yield await roundRecord(visit, consent, round);
  // Organisations are named to everybody; people to those to whom the community shows its members.
  const list = { communityId: consent.communityId, listId: consent.id };
  const areShown = areNamesFor(visit) || (await asksOrganisations(read, list));
  if (!areShown || (await isHidden(visit, consent, kind))) return;
  for (const answersTo of new Set(rounds.map((round) => round.answersTo))) {
    for (let skip = 0; ; skip += ROWS_AT_ONCE) {
      const asked = { consentId: consent.id, kind, answersTo };
      const answers = await answersOf(read, asked, { skip, limit: ROWS_AT_ONCE });
      const nameOf = await namesOfSpeakers(visit, [consent.id, electorateOf(consent.id, kind, answersTo)], answers);
      for (const each of answers) {
        const { answer, words, givenAt } = each;
        const said = { by: nameOf(each), answer, words, at: givenAt.toString() };
        yield { kind: "answer", of: consent.id, round: kind, answersTo, ...said } satisfies AnswerRecord;
      }
      if (answers.length < ROWS_AT_ONCE) break;
    }
  }
}

/** First reactions are hidden from whoever has not given their own while the round is open, where the circle wants it so. */
async function isHidden(
  { application, personId, c }: ThreadVisit,
  consent: Consent,
  kind: RoundKind,
): Promise<boolean> {
  if (kind !== "react" || consent.state !== "react" || !consent.hidesReactions) return false;
  if (personId === undefined) return true;
  const round = { consentId: consent.id, kind, answersTo: 1 };
  const list = { communityId: consent.communityId, listId: consent.id };
  const speaker = await speakerOn(application.read, list, personId, c.var.frame.now);
  return speaker === undefined || (await answerOf(application.read, round, speaker)) === undefined;
}

async function roundRecord(visit: ThreadVisit, consent: Consent, round: ConsentRound): Promise<ProcessRecord> {
  const { kind, number, answersTo, words, openedAt, closedAt, result, eligible } = round;
  const counts = await answerCounts(visit.application.read, { consentId: consent.id, kind, answersTo });
  return {
    kind: "round",
    of: consent.id,
    round: kind,
    number,
    answersTo,
    words,
    at: openedAt.toString(),
    closedAt: closedAt?.toString() ?? null,
    result,
    eligible,
    counts: Object.fromEntries(counts),
  };
}

function objectionRecord(objection: Objection, by: string): ObjectionRecord {
  const { id, version, cycle, statement, kind: harm, aim, evidence, severity, workable, state, confirmed } = objection;
  return {
    kind: "objection",
    id,
    of: objection.consentId,
    version,
    cycle,
    by,
    at: objection.raisedAt.toString(),
    harm,
    statement,
    aim,
    evidence,
    severity,
    workable,
    state,
    testedBy: objection.testedBy ?? null,
    testedAt: objection.testedAt?.toString() ?? null,
    resolvedHow: objection.resolvedHow ?? null,
    resolvedVersion: objection.resolvedVersion ?? null,
    confirmed: confirmed === undefined ? null : { ...confirmed, at: confirmed.at.toString() },
  };
}

async function* recordsOfRequest(visit: ThreadVisit, request: CommentRequest): Records {
  const { read } = visit.application;
  const { id, number, title, state, version, supersedes, authorId, openedAt } = request;
  const history = (await requestHistory(read, id, MOST_VERSIONS)).toReversed();
  const nameOf = await namesOf(visit, [authorId, ...history.map(({ writtenBy }) => writtenBy)]);
  yield {
    kind: "request",
    id,
    thread: request.threadId,
    number,
    title,
    by: nameOf(authorId),
    state,
    version,
    supersedes: supersedes ?? null,
    at: openedAt.toString(),
    url: addressOf(visit, requestPath(request)),
  };
  let before: string | undefined;
  for (const each of history) {
    const found = await requestVersion(read, id, each.version);
    if (found === undefined) continue;
    const { text, note, writtenBy, writtenAt } = found;
    const words = { title: found.title, text, by: nameOf(writtenBy), at: writtenAt.toString(), note };
    const none = { hash: null, measures: "", responsible: "", termMonths: null, integration: null };
    const diff = before === undefined ? null : wordDiff(before, text);
    yield { kind: "version", of: id, version: each.version, ...words, ...none, diff } satisfies VersionRecord;
    before = text;
  }
}
