import { foldText, rowsOf } from "../reply-pieces.ts";
import { replyWords } from "../reply-words.ts";
import type { Role } from "./role.ts";
import { roleWords } from "./role-words.ts";

/** What somebody offers to do: one role; several at once, of which it must be asked which; or nothing of the kind. */
export type OfferReading = { readonly kind: "role"; readonly role: Role } | { readonly kind: "which-role" } | null;

const mostCharacters = 300;
const mostWords = 20;

/**
 * Reads an offer to take a role, in five languages: "I can take notes", "Ich kann moderieren", "note-taker". As for every reply, each word of
 * it must be known, so that "I can take notes if nobody else does" is left for people to read.
 */
export function readOffer(text: string): OfferReading {
  if (text.length > mostCharacters) return null;
  const spoken = text.split(/\s+/).filter((word) => !/^(@|#|https?:\/\/)/i.test(word));
  const words = foldText(spoken.join(" "));
  if (words.length > mostWords) return null;
  const named = new Set<Role>();
  for (let from = 0; from < words.length;) {
    const row = longestRow(words, from);
    if (row === undefined) return null;
    if (row.meaning !== "politeness" && row.meaning !== "offer") named.add(row.meaning);
    from += row.words;
  }
  const [role, another] = named;
  if (role === undefined) return null;
  return another === undefined ? { kind: "role", role } : { kind: "which-role" };
}

type Meaning = Role | "offer" | "politeness";

function longestRow(words: readonly string[], from: number): { meaning: Meaning; words: number } | undefined {
  for (let count = Math.min(longest, words.length - from); count > 0; count--) {
    const meaning = knownRows.get(words.slice(from, from + count).join(" "));
    if (meaning !== undefined) return { meaning, words: count };
  }
  return undefined;
}

const knownRows: ReadonlyMap<string, Meaning> = new Map([
  ...Object.values(replyWords).flatMap(({ politeness }) =>
    rowsOf(politeness).map((row) => [row, "politeness"] as const),
  ),
  ...Object.values(roleWords).flatMap((language) =>
    Object.entries(language).flatMap(([meaning, patterns]) =>
      rowsOf(patterns).map((row) => [row, meaning as Meaning] as const),
    ),
  ),
]);
const longest = Math.max(...[...knownRows.keys()].map((row) => row.split(" ").length));
