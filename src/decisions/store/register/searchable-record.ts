import type { ThreadAudience } from "../../model/thread.ts";
import { searchableWords } from "../../../kernel/base/folded-words.ts";
import { scopeFor } from "../search/search-scope.ts";

/** What of a decision can be looked for, and by whom. */
export interface Searchable {
  readonly id: string;
  readonly communityId: string;
  readonly audience: ThreadAudience;
  readonly title: string;
  readonly text: string;
  readonly measures: string;
  readonly responsible: string;
}

/** A decision as the index of the register holds it. */
export function searchableRecord(decision: Searchable) {
  const { title, text, measures, responsible } = decision;
  const readers = decision.audience === "everyone" ? (["members", "everyone"] as const) : (["members"] as const);
  return {
    decision_id: decision.id,
    scope: readers.map((reader) => scopeFor(decision.communityId, reader)).join(" "),
    words: searchableWords([title, text, measures, responsible].join("\n")),
  };
}
