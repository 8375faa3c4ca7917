import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** What holds for a gathering's agenda as a whole; none while nobody has written one. */
export type AgendaRow = {
  readonly gathering_id: string;
  /** Counts up with the first change after it was published, or consent to it was asked. */
  readonly version: number;
  /** The version to which consent is asked, or was asked last; null before. */
  readonly asked_version: number | null;
  /** The version that was consented to last; null before. */
  readonly consented_version: number | null;
  readonly consented_at: Microseconds | null;
  /** How many consented to that version, as counted when it was concluded. */
  readonly consents: number;
  /** The version that was published last; null before. */
  readonly published_version: number | null;
  readonly published_at: Microseconds | null;
  /** JSON: titles and minutes of the blocks as published, in their order; "[]" before. */
  readonly published_blocks: string;
};

/** One timed block. A removed one stays, for the notes that may hang on it. */
export type BlockRow = {
  readonly id: string;
  readonly gathering_id: string;
  /** Rises from block to block; gaps mean nothing. */
  readonly position: number;
  readonly title: string;
  /** Markdown, as written. */
  readonly purpose: string;
  /** A `StructureId`. */
  readonly structure: string;
  readonly minutes: number;
  readonly host_id: string | null;
  readonly host_name: string;
  /** 1 where notes may be taken. */
  readonly notes: number;
  /** 1 where it may be recorded. */
  readonly recording: number;
  readonly removed_at: Microseconds | null;
};

/** Something that somebody wants to talk about. */
export type ItemRow = {
  readonly id: string;
  /** The gathering it stands with now; for a backlog item, the one it was last put off at. */
  readonly gathering_id: string;
  readonly community_id: string;
  readonly title: string;
  /** Markdown, as written. */
  readonly note: string;
  /** How long the proposer wants; null when not said. */
  readonly minutes: number | null;
  /** Null for one that came with an imported agenda, and when its proposer has left. */
  readonly proposer_id: string | null;
  readonly proposed_at: Microseconds;
  /** An `ItemState`. */
  readonly state: string;
  /** Why it was declined or put off; for its proposer and the organisers. */
  readonly reason: string;
  /** The block it became. */
  readonly block_id: string | null;
  /** 1 once it has been carried over from an earlier gathering. */
  readonly carried: number;
};

/** One person's word on one version of an agenda. */
export type AgendaConsentRow = {
  readonly gathering_id: string;
  readonly version: number;
  readonly person_id: string;
  /** `consent` or `objection`. */
  readonly answer: string;
  /** Why somebody objects; empty beside a consent. */
  readonly reason: string;
  readonly given_at: Microseconds;
};

export type AgendaTables = {
  readonly agendas: AgendaRow;
  readonly agenda_blocks: BlockRow;
  readonly agenda_items: ItemRow;
  readonly agenda_consents: AgendaConsentRow;
};

/** The database, seen as the tables of agendas. */
export function agendaTables(database: Database) {
  return database.withTables<AgendaTables>();
}
