import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Result } from "../../kernel/base/result.ts";
import type { MethodRefusal, Place, Question } from "./method.ts";

/** How positions travel where people are: by a native poll, by a reply in words, or only by a link. */
export interface MethodWire<Settings extends Json, Ballot extends Json> {
  /**
   * The native poll it can be, or null: its option names are those of the question, in order, then those whose message keys are
   * `further` ("none of these"), picked by the places that follow.
   */
  asPoll(question: Question<Settings>): { readonly multiple: boolean; readonly further?: readonly string[] } | null;
  /** The ballot of somebody who picked these places in the native poll; to be read by the rules like any other. */
  fromPoll(picked: readonly Place[], question: Question<Settings>): Json;
  /** A reply one could write, such as `2 > 1 > 3`, for the message that asks; null where a reply cannot be a ballot. */
  replyExample(question: Question<Settings>): string | null;
  /**
   * The ballot a reply gives, to be read by the rules; null when the text is no attempt at one (a remark, a question). `words` are
   * those of the language's fixed options. Never guesses: what is doubtful is refused with what was not understood.
   */
  fromReply(text: string, question: Question<Settings>, words: readonly string[]): Result<Json, MethodRefusal> | null;
  /** The ballot as one would write it in a reply, for the confirming message; {@link fromReply} reads it back. */
  inReply(ballot: Ballot, question: Question<Settings>): string;
}
