import type { GatheringQuestion } from "./gathering.ts";
import { readPieces } from "./reply-pieces.ts";
import type { PieceMeaning } from "./reply-words.ts";
import type { RsvpAnswer } from "./rsvp.ts";

/** What a reply to a gathering says. A one-time sign-in code is read by the accounts capability before this. */
export type Reply =
  | { readonly kind: "interest" }
  | { readonly kind: "rsvp"; readonly answer: RsvpAnswer; readonly people: number }
  | { readonly kind: "stop" }
  | { readonly kind: "start" }
  | { readonly kind: "unreadable" };

/**
 * Reads a reply, as plain text, in English, Spanish, French, German or Italian, in the light of what the gathering asked.
 *
 * Only a reply that is an answer from its first word to its last is read as one: greetings, thanks, mentions, hashtags,
 * links, emoji, capitals, accents and punctuation aside, every word must be known. A comment that contains "no" is therefore
 * no answer, and neither is "yes, but only if …": nobody is put down for what they did not plainly say, and whoever meant
 * it as an answer is asked again. "Yes +1" and "yes, two of us" are both two people. "+1" alone is `unreadable`: it may mean
 * agreement, or one more person. Without words, 👍 is a yes, ✋ a hand up to join, 👎 a no.
 *
 * Asked for interest, any yes, maybe or wish to listen is `interest`; asked who comes, "count me in" is a yes, while "add me
 * to the list" is still `interest`.
 */
export function readReply(text: string, asked: GatheringQuestion): Reply {
  const pieces = readPieces(text);
  if (pieces === null) return { kind: "unreadable" };
  const meaning = onlyMeaning(pieces.meanings);
  const saysHowMany = pieces.people !== null;
  if (meaning === null || (saysHowMany && !maySayHowMany.includes(meaning))) return { kind: "unreadable" };
  if (meaning === "stop" || meaning === "start") return { kind: meaning };
  if (meaning === "list") return { kind: "interest" };
  if (asked === "interest" && meaning !== "not-going") return { kind: "interest" };
  if (meaning === "maybe" || meaning === "not-going") return { kind: "rsvp", answer: meaning, people: 1 };
  return { kind: "rsvp", answer: meaning === "join" ? "going" : meaning, people: pieces.people ?? 1 };
}

// "No one" and "stop 2" are no answers.
const maySayHowMany: readonly PieceMeaning[] = ["list", "join", "going", "maybe", "audience"];

/** The one meaning of all pieces, null if they contradict each other; what says more covers what says less. */
function onlyMeaning(meanings: ReadonlySet<PieceMeaning>): PieceMeaning | null {
  const left = new Set(meanings);
  if (left.has("audience")) for (const vaguer of ["going", "join", "list"] as const) left.delete(vaguer);
  if (left.has("going")) for (const vaguer of ["join", "list"] as const) left.delete(vaguer);
  if (left.has("join")) left.delete("list");
  const [meaning, other] = left;
  return meaning !== undefined && other === undefined ? meaning : null;
}
