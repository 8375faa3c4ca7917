import type { Matter } from "../charter/charter.ts";
import type { DiffRun } from "../consent/word-diff.ts";

/** One thing of a process with rounds or versions: a proposal for consent, a request for comments, a charter, an opinion asked for. */
export type ProcessRecord =
  | ConsentRecord
  | VersionRecord
  | QuestionRecord
  | RoundRecord
  | AnswerRecord
  | ObjectionRecord
  | RemarkRecord
  | RequestRecord
  | CharterRecord
  | StatementRecord;

/** A proposal for consent; its words are in its versions. */
export interface ConsentRecord {
  readonly kind: "consent";
  readonly id: string;
  readonly thread: string;
  readonly title: string;
  readonly by: string;
  readonly need: string;
  readonly aim: string;
  readonly silence: string;
  readonly quorumPercent: number;
  readonly state: string;
  readonly version: number;
  readonly eligible: number;
  readonly at: string;
  readonly endedAt: string | null;
  readonly endingReason: string;
  readonly url: string;
}

/** One version of a proposal for consent or of a request for comments, with what changed since the one before. */
export interface VersionRecord {
  readonly kind: "version";
  /** The process whose version it is. */
  readonly of: string;
  readonly version: number;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
  /** Of a proposal for consent: SHA-256 of its words, its measures, who sees to it, its term, and how it answers the objections before it. */
  readonly hash: string | null;
  readonly measures: string;
  readonly responsible: string;
  readonly termMonths: number | null;
  readonly integration: string | null;
  /** Null for the first. */
  readonly diff: readonly DiffRun[] | null;
}

export interface QuestionRecord {
  readonly kind: "question";
  readonly of: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly answer: string;
  readonly answeredBy: string | null;
}

/** A round in which a circle was asked, and how many gave each answer. */
export interface RoundRecord {
  readonly kind: "round";
  readonly of: string;
  readonly round: string;
  readonly number: number;
  /** The version that was before the circle, or the number of the round. */
  readonly answersTo: number;
  readonly words: string;
  readonly at: string;
  readonly closedAt: string | null;
  readonly result: string;
  readonly eligible: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** What one person or organisation said in the rounds of one kind to one version; none of people where names are not shown. */
export interface AnswerRecord {
  readonly kind: "answer";
  readonly of: string;
  readonly round: string;
  readonly answersTo: number;
  readonly by: string;
  readonly answer: string;
  readonly words: string;
  readonly at: string;
}

export interface ObjectionRecord {
  readonly kind: "objection";
  readonly id: string;
  readonly of: string;
  readonly version: number;
  readonly cycle: number;
  readonly by: string;
  readonly at: string;
  readonly harm: string;
  readonly statement: string;
  readonly aim: string;
  readonly evidence: string;
  readonly severity: string;
  readonly workable: string;
  readonly state: string;
  readonly testedBy: string | null;
  readonly testedAt: string | null;
  readonly resolvedHow: string | null;
  readonly resolvedVersion: number | null;
  /** Whether whoever raised it says that a version will do. */
  readonly confirmed: { readonly version: number; readonly will: boolean; readonly at: string } | null;
}

export interface RemarkRecord {
  readonly kind: "remark";
  readonly objection: string;
  readonly by: string;
  readonly at: string;
  readonly what: string;
  readonly words: string;
}

/** A request for comments; its comments are the posts of its thread. */
export interface RequestRecord {
  readonly kind: "request";
  readonly id: string;
  readonly thread: string;
  readonly number: number;
  readonly title: string;
  readonly by: string;
  readonly state: string;
  readonly version: number;
  readonly supersedes: string | null;
  readonly at: string;
  readonly url: string;
}

/** One version of the charter. */
export interface CharterRecord {
  readonly kind: "charter";
  readonly version: number;
  readonly hash: string;
  readonly by: string;
  readonly at: string;
  /** The proposal it rests on; null for the first. */
  readonly proposal: string | null;
  readonly opening: string;
  readonly matters: readonly Matter[];
  readonly url: string;
}

/** A statement about which opinions were asked; who holds which is in no file. */
export interface StatementRecord {
  readonly kind: "statement";
  readonly id: string;
  readonly thread: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly answered: number;
}

/** Such a record as cells of the table of an export, by column. */
export function processCells(record: ProcessRecord): Readonly<Record<string, string>> {
  switch (record.kind) {
    case "consent": {
      const { id, thread, by, at, title, need, state, eligible, aim, url } = record;
      return { id, thread, proposal: id, by, at, title, text: need, state, count: String(eligible), reason: aim, url };
    }
    case "version": {
      const { of, version, by, at, title, text, note } = record;
      return { proposal: of, by, at, title, text, answer: String(version), reason: note };
    }
    case "question":
      return { proposal: record.of, by: record.by, at: record.at, text: record.text, answer: record.answer };
    case "round": {
      const { of, round, at, result, counts, words } = record;
      return { proposal: of, at, title: round, state: result, ballot: JSON.stringify(counts), reason: words };
    }
    case "answer": {
      const { of, round, by, at, answer, words } = record;
      return { proposal: of, by, at, title: round, answer, reason: words };
    }
    case "objection": {
      const { id, of, by, at, statement, harm, state, evidence } = record;
      return { id, proposal: of, by, at, title: harm, text: statement, state, reason: evidence };
    }
    case "remark":
      return { id: record.objection, by: record.by, at: record.at, answer: record.what, reason: record.words };
    case "request": {
      const { id, thread, by, at, title, state, number, url } = record;
      return { id, thread, proposal: id, by, at, title, state, count: String(number), url };
    }
    case "charter": {
      const { hash, by, at, opening, matters, version, url } = record;
      return { id: hash, by, at, text: opening, ballot: JSON.stringify(matters), count: String(version), url };
    }
    case "statement": {
      const { id, thread, by, at, text, answered } = record;
      return { id, thread, by, at, text, count: String(answered) };
    }
  }
}
