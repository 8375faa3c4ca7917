import type { Json } from "../../../kernel/base/canonical-json.ts";
import { processCells, type ProcessRecord } from "./process-records.ts";

/** One thing of an export, in the order in which it is read: a thread, its posts, its proposals, and what each was answered. */
export type ExportRecord =
  | ThreadRecord
  | PostRecord
  | AttachmentRecord
  | ProposalRecord
  | ChangeRecord
  | StanceRecord
  | BallotRecord
  | OutcomeRecord
  | ProcessRecord;

export interface ThreadRecord {
  readonly kind: "thread";
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly audience: string;
  readonly by: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly url: string;
}

export interface PostRecord {
  readonly kind: "post";
  readonly id: string;
  readonly thread: string;
  /** The post it answers. */
  readonly answers: string | null;
  readonly by: string;
  readonly writtenAt: string;
  readonly editedAt: string | null;
  /** Markdown; empty for one that was taken back or removed. */
  readonly text: string;
  readonly isRemoved: boolean;
  /** Where it was written, if that was elsewhere. */
  readonly source: string | null;
  readonly url: string;
}

/** A file that a post carries; what it holds is at its address, for whoever may read the post. */
export interface AttachmentRecord {
  readonly kind: "attachment";
  readonly id: string;
  readonly thread: string;
  readonly post: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What a picture shows; empty for another file. */
  readonly alt: string;
  readonly addedAt: string;
  readonly url: string;
}

export interface ProposalRecord {
  readonly kind: "proposal";
  readonly id: string;
  readonly thread: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly by: string;
  readonly method: string;
  readonly methodVersion: number;
  readonly options: readonly string[];
  readonly settings: Json;
  readonly secrecy: string;
  readonly showsCount: string;
  readonly reasons: string;
  readonly quorumPercent: number;
  readonly zone: string;
  readonly eligible: number;
  readonly answered: number;
  readonly state: string;
  readonly openedAt: string;
  readonly closesAt: string;
  readonly closedAt: string | null;
  readonly url: string;
}

/** A change of a closing time; `former` is the count that stood before a reopening. */
export interface ChangeRecord {
  readonly kind: "change";
  readonly proposal: string;
  readonly what: string;
  readonly by: string;
  readonly at: string;
  readonly until: string;
  readonly reason: string;
  readonly former: Json;
}

export interface StanceRecord {
  readonly kind: "stance";
  readonly proposal: string;
  readonly by: string;
  /** In words: "Agree", "Ana > Ben". */
  readonly answer: string;
  readonly ballot: Json;
  /** Markdown. */
  readonly reason: string;
  readonly givenAt: string;
  readonly changes: number;
}

/** Ballots alike, or, of a secret vote, one beside the digest of its receipt code. */
export interface BallotRecord {
  readonly kind: "ballot";
  readonly proposal: string;
  readonly code: string | null;
  readonly count: number;
  readonly answer: string;
  readonly ballot: Json;
}

export interface OutcomeRecord {
  readonly kind: "outcome";
  readonly proposal: string;
  readonly verdict: string;
  /** The verdict and why, sentence by sentence. */
  readonly words: readonly string[];
  readonly answered: number;
  readonly eligible: number;
  readonly seed: string;
  readonly tally: Json;
  readonly countedAt: string;
  /** Markdown; empty until somebody states what was concluded. */
  readonly statement: string;
  readonly statedBy: string | null;
  readonly statedAt: string | null;
}

/** The columns of the table that an export is as CSV; those that a kind of record has nothing for stay empty. */
export const exportColumns = [
  "kind",
  "id",
  "thread",
  "proposal",
  "by",
  "at",
  "title",
  "text",
  "method",
  "state",
  "answer",
  "ballot",
  "count",
  "reason",
  "url",
] as const;

type Cells = Partial<Record<(typeof exportColumns)[number], string>>;

/** One record as a row of that table. */
export function exportRow(record: ExportRecord): readonly string[] {
  const cells: Cells = { kind: record.kind, ...cellsOf(record) };
  return exportColumns.map((column) => cells[column] ?? "");
}

function cellsOf(record: ExportRecord): Cells {
  switch (record.kind) {
    case "thread": {
      const { id, title, by, openedAt, closedAt, url } = record;
      return { id, thread: id, title, by, at: openedAt, state: closedAt === null ? "open" : "closed", url };
    }
    case "post": {
      const { id, thread, by, writtenAt, text, isRemoved, url } = record;
      return { id, thread, by, at: writtenAt, text, state: isRemoved ? "removed" : "", url };
    }
    case "attachment": {
      const { id, thread, addedAt, name, alt, mediaType, sha256, url } = record;
      return { id, thread, at: addedAt, title: name, text: alt, method: mediaType, state: sha256, url };
    }
    case "proposal": {
      const { id, thread, by, openedAt, title, text, method, state, answered, url } = record;
      const count = String(answered);
      return { id, thread, proposal: id, by, at: openedAt, title, text, method, state, count, url };
    }
    case "change":
      return { proposal: record.proposal, by: record.by, at: record.at, state: record.what, reason: record.reason };
    case "stance": {
      const { proposal, by, givenAt, answer, ballot, reason } = record;
      return { proposal, by, at: givenAt, answer, ballot: JSON.stringify(ballot), count: "1", reason };
    }
    case "ballot": {
      const { proposal, code, count, answer, ballot } = record;
      return { id: code ?? "", proposal, answer, ballot: JSON.stringify(ballot), count: String(count) };
    }
    case "outcome": {
      const { proposal, statedBy, countedAt, statement, words, verdict, answered } = record;
      const said = { by: statedBy ?? "", at: countedAt, text: statement, reason: words.join(" ") };
      return { proposal, ...said, state: verdict, count: String(answered) };
    }
    default:
      return processCells(record);
  }
}
