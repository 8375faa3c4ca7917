import { feedbackBounds, linesOf } from "./feedback.ts";

/** What a reply to a gathering says of how it was, line by line. */
export interface FeedbackReply {
  readonly plus: readonly string[];
  readonly delta: readonly string[];
}

const longestReply = 3000;

// "+1" and "+ 2 people" are about who comes, not about how it was.
const plusStart = /^(?:\+(?!\s*\d)|(?:plus|worked|funcionó|funciono|bien|marché|gut|bene|ha funzionato)\s*[:：])\s*/i;
const deltaStart = /^(?:[-–—−](?!\s*\d)|(?:delta|better|mejor|mejorar|mieux|besser|meglio)\s*[:：])\s*/i;

/** An item of a list, whose own sign its server has taken away. */
const itemStart = /^•\s*/;

/**
 * Reads a reply that says how a gathering was: lines that begin with "+" say what worked, lines that begin with "-" what could be better; a
 * line without either goes on from the one before. Servers make a list of lines with one of the signs: beside lines that still have their
 * "+", the items of a list were written with "-"; without, nobody knows. Undefined for anything that does not begin so.
 */
export function readFeedbackReply(text: string): FeedbackReply | undefined {
  if (text.length > longestReply) return undefined;
  const said = { plus: [] as string[], delta: [] as string[] };
  let onwards: string[] | undefined;
  const lines = linesOf(text.replace(/^(?:\s*[@#]\S+)+/, ""));
  const keepsPlus = lines.some((line) => plusStart.test(line));
  for (const written of lines) {
    if (itemStart.test(written) && !keepsPlus) return undefined;
    const line = written.replace(itemStart, "- ");
    const kind = plusStart.test(line) ? "plus" : deltaStart.test(line) ? "delta" : undefined;
    const words = line.replace(kind === "plus" ? plusStart : deltaStart, "").trim();
    if (kind === undefined && onwards === undefined) return undefined;
    if (kind !== undefined) onwards = said[kind];
    if (words !== "") onwards?.push(words.slice(0, feedbackBounds.mostCharacters));
  }
  return said.plus.length + said.delta.length === 0 ? undefined : said;
}
