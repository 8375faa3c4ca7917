import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/person.ts";

/** The actor by which a person takes part on other servers. */
export type PersonActorRow = {
  /** The end of its URI. It is not the person's id, which records elsewhere on this server name. */
  readonly id: string;
  /** Null once it is gone; the row stays, since its URI answers 410 for ever. */
  readonly person_id: PersonId | null;
  readonly handle: string;
  /** Cleaned; empty once it is gone. */
  readonly name: string;
  readonly created_at: Microseconds;
  /** When its person last looked at what came. */
  readonly seen_at: Microseconds;
  readonly gone_at: Microseconds | null;
};

/** An actor on another server that a person's actor follows, wrote to or heard from. */
export type ElsewhereContactRow = {
  readonly id: string;
  /** The id of the person's actor. */
  readonly actor: string;
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly url: string;
  readonly type: string;
  /** The end of the Follow's id; null when it was never asked, or no more. */
  readonly follow_id: string | null;
  /** `asked`, `accepted` or `refused`; null as above. */
  readonly follow_state: string | null;
  readonly followed_at: Microseconds | null;
  /** Set when the person wants to hear nothing more from it. */
  readonly shut_out_at: Microseconds | null;
  readonly known_since: Microseconds;
};

/** A post of another server, kept once for all who may read it here. */
export type ElsewherePostRow = {
  readonly id: string;
  readonly uri: string;
  readonly author_uri: string;
  /** `note`, `question`, `event`, `article`, or `share` for a post of somebody else that was passed on. */
  readonly kind: string;
  readonly is_public: number;
  /** 1 when it is for all who follow its author. */
  readonly for_followers: number;
  /** Plain text; null when it has none. */
  readonly title: string | null;
  /** Plain text: what is warned of, or when and where something is. */
  readonly summary: string | null;
  /** Cleaned HTML. */
  readonly html: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly in_reply_to: string | null;
  /** An `ElsewherePoll` as JSON; null for what is none. */
  readonly poll: string | null;
  readonly arrived_at: Microseconds;
  readonly edited_at: Microseconds | null;
};

/** Which of our people a post names as its readers. */
export type ElsewhereAddressedRow = {
  readonly actor: string;
  readonly post: string;
  readonly arrived_at: Microseconds;
};

/** How a person answered a native poll: once. */
export type ElsewhereAnswerRow = {
  readonly actor: string;
  readonly post: string;
  /** The beginning of the votes' ids. */
  readonly id: string;
  /** The labels chosen, as a JSON list. */
  readonly labels: string;
  readonly answered_at: Microseconds;
};

/** What a person wrote to an actor elsewhere. */
export type ElsewhereSaidRow = {
  readonly id: string;
  readonly actor: string;
  readonly contact: string;
  /** The URI of the post it answers. */
  readonly in_reply_to: string | null;
  /** Plain text as written. */
  readonly text: string;
  readonly said_at: Microseconds;
};

export type ElsewhereTables = {
  readonly person_actors: PersonActorRow;
  readonly elsewhere_contacts: ElsewhereContactRow;
  readonly elsewhere_posts: ElsewherePostRow;
  readonly elsewhere_addressed: ElsewhereAddressedRow;
  readonly elsewhere_answers: ElsewhereAnswerRow;
  readonly elsewhere_said: ElsewhereSaidRow;
};

/** The database, seen as the tables of taking part elsewhere. */
export function elsewhereTables(database: Database) {
  return database.withTables<ElsewhereTables>();
}
