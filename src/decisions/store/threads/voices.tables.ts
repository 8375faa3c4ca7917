import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A post written here names this person by their handle. */
export type MentionRow = {
  readonly post_id: string;
  readonly person_id: string;
};

/** Somebody reacted to a post without words. */
export type ReactionRow = {
  readonly post_id: string;
  readonly person_id: string;
  /** A {@link ReactionKind}. */
  readonly kind: string;
  readonly given_at: Microseconds;
  /** The id of the `Like` it came as; null for one given here. */
  readonly like_uri: string | null;
};

/** How many people reacted to a post in one way: kept, so that a page need not count them. */
export type ReactionCountRow = {
  readonly post_id: string;
  readonly kind: string;
  readonly count: number;
};

type VoiceTables = {
  readonly post_mentions: MentionRow;
  readonly post_reactions: ReactionRow;
  readonly post_reaction_counts: ReactionCountRow;
};

/** The database, seen as the tables of mentions and reactions. */
export function voiceTables(database: Database) {
  return database.withTables<VoiceTables>();
}
