import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { Charter } from "../charter/charter.ts";

/** What a version of a proposal binds: answers are to these words and no others. */
export interface VersionContent {
  readonly title: string;
  /** Markdown: the exact wording. */
  readonly text: string;
  /** How one will know whether it works; may be empty. */
  readonly measures: string;
  /** Who sees to it; may be empty. */
  readonly responsible: string;
  /** After so many months it is reviewed. */
  readonly termMonths: number;
}

export const mostTermMonths = 60;
export const usualTermMonths = 6;

/**
 * The text of which a version's hash is taken: canonical JSON (RFC 8785), so that anybody can take it again; with what the charter would
 * say, where the version amends it.
 */
export function hashedText(proposalId: string, version: number, content: VersionContent, charter?: Charter): string {
  const { title, text, measures, responsible, termMonths } = content;
  const words = { proposal: proposalId, version, title, text, measures, responsible, termMonths };
  if (charter === undefined) return canonicalJson(words);
  const { opening, matters } = charter;
  return canonicalJson({ ...words, charter: { opening, matters: matters.map((matter) => ({ ...matter })) } });
}

/** Whether two versions say the same. */
export function isSameContent(one: VersionContent, other: VersionContent): boolean {
  return hashedText("", 0, one) === hashedText("", 0, other);
}
