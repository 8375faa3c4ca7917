import { contactOf } from "../../accounts/index.ts";
import type { LoggedEvent } from "../../kernel/activity-log/event.ts";
import type { Application } from "../../kernel/application.ts";
import type { Notice, NoticeSource } from "../../kernel/notifications/notice.ts";
import { asksOrganisations, delegatesNow, speakersOn } from "../commands/consent/speakers.ts";
import { electorateOf, roundKinds, type RoundKind } from "../model/consent/rounds.ts";
import { decisionById } from "../store/consent/adopted.read.ts";
import { consentById, type Consent } from "../store/consent/consents.read.ts";
import { openObjections } from "../store/consent/objections.read.ts";
import { questionById, roundOf, silentIn } from "../store/consent/rounds.read.ts";
import { silentVoices } from "../store/consent/voices.read.ts";

const PEOPLE_AT_ONCE = 500;

/** A community lists no more organisations. */
const MOST_VOICES = 500;

type Told = Pick<Notice, "matter" | "key" | "values"> & Partial<Pick<Notice, "urgent" | "kind">>;

/** A round that opens, told to those who are asked and hear by e-mail: the others get what can be answered at their own server. */
const roundNotices: NoticeSource = {
  name: "decisions/consent-rounds",
  events: ["consent-round-opened"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    const kind = roundKinds.find((one) => one === event.payload["round"]);
    const number = Number(event.payload["number"]);
    const round = consent && kind && (await roundOf(application.read, consent.id, kind, number));
    if (consent === undefined || kind === undefined || round === undefined) return [];
    const told: Told = {
      matter: `consent-round:${consent.id}:${kind}:${number}`,
      key: `decisions.consent.notice.round-${kind}`,
      values: { until: { instant: round.dueAt.toString() } },
    };
    const notices: Notice[] = [];
    for await (const person of electorate(application, consent, kind, number)) {
      const way = (await contactOf(application.read, person))?.ways.decisions;
      if (way === "email") notices.push(noticeTo(consent, person, told));
    }
    return notices;
  },
};

/** Whoever objected or has a concern and has not said why is asked; their reply is the record. */
const reasonNotices: NoticeSource = {
  name: "decisions/consent-reasons",
  events: ["consent-reason-wanted"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    if (consent === undefined) return [];
    const what = event.payload["answer"] === "concern" ? "concern" : "objection";
    const told: Told = {
      matter: `consent-reason:${consent.id}:${what}-${Number(event.payload["turn"])}`,
      key: `decisions.consent.notice.reason-${what}`,
      values: {},
      urgent: true,
    };
    return [noticeTo(consent, textIn(event, "person"), told)];
  },
};

/** A version that integrates objections: each objector is asked whether it will do. */
const confirmNotices: NoticeSource = {
  name: "decisions/consent-versions",
  events: ["consent-version-written"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    if (consent === undefined || event.payload["state"] !== "integrate") return [];
    const version = Number(event.payload["version"]);
    const objectors = await objectorsNow(application, consent);
    return objectors.map((person) =>
      noticeTo(consent, person, {
        matter: `consent-confirm:${consent.id}:${version}`,
        key: "decisions.consent.notice.confirm",
        values: { version },
      }),
    );
  },
};

/** A question, to whoever put the proposal forward; the answer, to whoever asked. */
const questionNotices: NoticeSource = {
  name: "decisions/consent-questions",
  events: ["consent-question-asked", "consent-question-answered"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    const question = await questionById(application.read, textIn(event, "question"));
    if (consent === undefined || question === undefined) return [];
    const isAsked = event.name === "consent-question-asked";
    const person = isAsked ? consent.authorId : question.personId;
    if (person === (isAsked ? question.personId : question.answeredBy)) return [];
    return [
      noticeTo(consent, person, {
        matter: `consent-${isAsked ? "question" : "answer"}:${consent.id}:${question.id}`,
        key: isAsked ? "decisions.consent.notice.question" : "decisions.consent.notice.answer",
        values: isAsked ? { question: question.text } : { question: question.text, answer: question.answer },
        kind: "replies",
      }),
    ];
  },
};

/** An objection, to whoever put the proposal forward. */
const objectionNotices: NoticeSource = {
  name: "decisions/consent-objections",
  events: ["objection-raised"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    if (consent === undefined || consent.authorId === textIn(event, "person")) return [];
    const matter = `consent-objection:${consent.id}:${textIn(event, "objection")}`;
    return [noticeTo(consent, consent.authorId, { matter, key: "decisions.consent.notice.objection", values: {} })];
  },
};

/** A draft that lies about, to its author. */
const draftNotices: NoticeSource = {
  name: "decisions/consent-drafts",
  events: ["consent-draft-stale"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    if (consent === undefined) return [];
    const told = { matter: `consent-draft:${consent.id}`, key: "decisions.consent.notice.draft", values: {} };
    return [noticeTo(consent, consent.authorId, told)];
  },
};

/** How it ended, to those on the list who would not read it at their own server. */
const endingNotices: NoticeSource = {
  name: "decisions/consent-endings",
  events: ["consent-moved"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    if (consent?.endedAt === undefined || event.payload["to"] !== consent.state) return [];
    const told: Told = {
      matter: `consent-ended:${consent.id}`,
      key: `decisions.consent.notice.ended-${consent.state}`,
      values: {},
    };
    const notices: Notice[] = [];
    for await (const person of electorate(application, consent, "consent", consent.turn)) {
      const way = (await contactOf(application.read, person))?.ways.decisions;
      if (way === "email" || person === consent.authorId) notices.push(noticeTo(consent, person, told));
    }
    return notices;
  },
};

/** A review that comes, to those who decided; a review that waits, weekly to those who have not spoken. */
const reviewNotices: NoticeSource = {
  name: "decisions/consent-reviews",
  events: ["decision-review-near", "decision-review-waits", "decision-overdue"],
  async notices(application, event) {
    const consent = await consentIn(application, event);
    const decision = await decisionById(application.read, textIn(event, "decision"));
    if (consent === undefined || decision === undefined) return [];
    const values = { review: { day: decision.reviewOn.toString() } };
    const isNear = event.name === "decision-review-near";
    const told: Told = {
      matter: isNear
        ? `consent-near:${consent.id}:${decision.reviewOn.toString()}`
        : `consent-waits:${consent.id}:${event.sequence}`,
      key: isNear
        ? "decisions.consent.notice.near"
        : event.name === "decision-overdue"
          ? "decisions.consent.notice.overdue"
          : "decisions.consent.notice.waits",
      values,
      kind: "reminders",
    };
    const notices: Notice[] = [];
    const people = isNear
      ? electorate(application, consent, "consent", consent.turn)
      : silent(application, consent, decision.reviews);
    for await (const person of people) notices.push(noticeTo(consent, person, told));
    return notices;
  },
};

/** What consent processes tell people. */
export const consentNotices: readonly NoticeSource[] = [
  roundNotices,
  reasonNotices,
  confirmNotices,
  questionNotices,
  objectionNotices,
  draftNotices,
  endingNotices,
  reviewNotices,
];

async function consentIn(application: Application, event: LoggedEvent): Promise<Consent | undefined> {
  return consentById(application.read, textIn(event, "proposal"));
}

async function* electorate(
  application: Application,
  consent: Consent,
  kind: RoundKind,
  number: number,
): AsyncGenerator<string> {
  // What a proposal decided is on its list; the process that keeps it asked nobody but at reviews.
  const listId = electorateOf(kind === "review" ? consent.id : (consent.proposalId ?? consent.id), kind, number);
  const list = { communityId: consent.communityId, listId };
  for await (const { personId } of speakersOn(application.read, list, application.clock())) yield personId;
}

/** Whose objections stand: who raised them, or whoever speaks now for the organisation that did. */
async function objectorsNow(application: Application, consent: Consent): Promise<readonly string[]> {
  const open = await openObjections(application.read, consent.id);
  const list = { communityId: consent.communityId, listId: consent.id };
  if (!(await asksOrganisations(application.read, list))) return [...new Set(open.map(({ personId }) => personId))];
  const delegates = await delegatesNow(application.read, list, application.clock());
  const voices = new Set(open.map(({ onBehalfOf }) => onBehalfOf));
  return delegates.filter(({ onBehalfOf }) => voices.has(onBehalfOf)).map(({ personId }) => personId);
}

/** Those who have not spoken at a review; where organisations are asked, whoever speaks for those that have not. */
async function* silent(application: Application, consent: Consent, review: number): AsyncGenerator<string> {
  const { read } = application;
  const round = { consentId: consent.id, kind: "review", answersTo: review } as const;
  const listId = electorateOf(consent.id, "review", review);
  const list = { communityId: consent.communityId, listId };
  if (await asksOrganisations(read, list)) {
    const voices = await silentVoices(read, round, listId, MOST_VOICES);
    const delegates = await delegatesNow(read, list, application.clock());
    const hasNotSpoken = new Set(voices.map(({ organisationId }) => organisationId));
    yield* delegates.filter(({ onBehalfOf }) => hasNotSpoken.has(onBehalfOf)).map(({ personId }) => personId);
    return;
  }
  let after = "";
  for (;;) {
    const people = await silentIn(read, round, listId, { after, limit: PEOPLE_AT_ONCE });
    yield* people;
    after = people.at(-1) ?? "";
    if (people.length < PEOPLE_AT_ONCE) return;
  }
}

function noticeTo(consent: Consent, personId: string, told: Told): Notice {
  return {
    kind: "decisions",
    urgent: false,
    ...told,
    personId,
    from: consent.communityId,
    values: { title: consent.title, ...told.values },
    path: `/consents/${consent.id}`,
  };
}

function textIn(event: LoggedEvent, name: string): string {
  const value = event.payload[name];
  return typeof value === "string" ? value : "";
}
