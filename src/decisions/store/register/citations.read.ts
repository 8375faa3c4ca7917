import type { Database } from "../../../kernel/database/database.ts";
import type { CitingKind } from "../../model/register/citations.ts";
import { decisionFromRow, type AdoptedDecision } from "../consent/adopted.read.ts";
import { adoptedTables } from "../consent/adopted.tables.ts";
import type { ThreadTables } from "../threads/threads.tables.ts";
import { registerTables, type RegisterTables } from "./register.tables.ts";

const MOST_SHOWN = 20;

/** Something that cites a decision as a precedent. */
export interface Citing {
  readonly kind: CitingKind;
  /** The id of what cites it. */
  readonly about: string;
  /** The title of the thread it stands in. */
  readonly thread: string;
}

/**
 * What cites a decision, the newest first, at most 20: of threads for everybody, and for a member of `community` of its threads among
 * members too. What was taken back or removed cites nothing.
 */
export async function citationsOf(
  db: Database,
  decisionId: string,
  community: string | undefined,
): Promise<readonly Citing[]> {
  const rows = await db
    .withTables<RegisterTables & ThreadTables>()
    .selectFrom("decision_citations as citation")
    .innerJoin("threads as thread", "thread.id", "citation.thread_id")
    .leftJoin("thread_posts as post", "post.id", "citation.about")
    .select(["citation.kind", "citation.about", "thread.title"])
    .where("citation.decision_id", "=", decisionId)
    .where("post.removed_at", "is", null)
    .where((is) =>
      community === undefined
        ? is("thread.audience", "=", "everyone")
        : is.or([is("thread.audience", "=", "everyone"), is("thread.community_id", "=", community)]),
    )
    .orderBy("citation.cited_at", "desc")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ kind, about, title }) => ({ kind: kind as CitingKind, about, thread: title }));
}

/** The decisions that something cites, of those the reader may see as in {@link citationsOf}. */
export async function precedentsOf(
  db: Database,
  about: readonly string[],
  community: string | undefined,
): Promise<readonly AdoptedDecision[]> {
  const cited = registerTables(db).selectFrom("decision_citations").select("decision_id").where("about", "in", about);
  const rows = await adoptedTables(db)
    .selectFrom("adopted_decisions")
    .selectAll()
    .where("id", "in", cited)
    .where((is) =>
      community === undefined
        ? is("audience", "=", "everyone")
        : is.or([is("audience", "=", "everyone"), is("community_id", "=", community)]),
    )
    .orderBy("adopted_at", "desc")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(decisionFromRow);
}
