/** A run of words that both texts have, that only the old one has, or that only the new one has. */
export interface DiffRun {
  readonly is: "same" | "gone" | "new";
  readonly text: string;
}

/** Above so many comparisons whole lines are compared instead of words: texts are long, and a page must not wait. */
const mostComparisons = 1_000_000;

/**
 * What changed between two texts, word by word, by their longest common subsequence (Hunt and McIlroy, "An algorithm for differential
 * file comparison", 1976). Joining all runs but the new ones gives the old text, all but the gone ones the new text.
 *
 * `wordDiff("ten hours a week", "six hours a week")` is gone "ten", new "six", same " hours a week".
 */
export function wordDiff(before: string, after: string): readonly DiffRun[] {
  const words = [piecesOf(before, /\s+|[^\s]+/g), piecesOf(after, /\s+|[^\s]+/g)] as const;
  const trimmed = (words[0].length + 1) * (words[1].length + 1);
  if (trimmed <= mostComparisons) return merged(diffOf(...words));
  const lines = [piecesOf(before, /[^\n]*\n|[^\n]+/g), piecesOf(after, /[^\n]*\n|[^\n]+/g)] as const;
  if ((lines[0].length + 1) * (lines[1].length + 1) <= mostComparisons) return merged(diffOf(...lines));
  return merged([
    { is: "gone", text: before },
    { is: "new", text: after },
  ]);
}

function piecesOf(text: string, piece: RegExp): readonly string[] {
  return text.match(piece) ?? [];
}

function diffOf(before: readonly string[], after: readonly string[]): readonly DiffRun[] {
  const lengths = commonLengths(before, after);
  const width = after.length + 1;
  const runs: DiffRun[] = [];
  let one = 0;
  let other = 0;
  while (one < before.length || other < after.length) {
    const old = before[one];
    const fresh = after[other];
    if (old !== undefined && old === fresh) {
      runs.push({ is: "same", text: old });
      one += 1;
      other += 1;
    } else if (old !== undefined && goesFirst(lengths, width, one, other, fresh === undefined)) {
      runs.push({ is: "gone", text: old });
      one += 1;
    } else if (fresh !== undefined) {
      runs.push({ is: "new", text: fresh });
      other += 1;
    }
  }
  return runs;
}

function goesFirst(lengths: Uint16Array, width: number, one: number, other: number, isLast: boolean): boolean {
  return isLast || (lengths[(one + 1) * width + other] ?? 0) >= (lengths[one * width + other + 1] ?? 0);
}

/** For each pair of places, how long the longest common subsequence of what follows them is. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const down = lengths[(one + 1) * width + other] ?? 0;
      const right = lengths[one * width + other + 1] ?? 0;
      const both = (lengths[(one + 1) * width + other + 1] ?? 0) + 1;
      lengths[one * width + other] = before[one] === after[other] ? both : Math.max(down, right);
    }
  }
  return lengths;
}

/** Neighbours of one kind as one run, and in each stretch of change what is gone before what is new. */
function merged(runs: readonly DiffRun[]): readonly DiffRun[] {
  const ordered: DiffRun[] = [];
  let gone = "";
  let fresh = "";
  const flush = () => {
    if (gone !== "") ordered.push({ is: "gone", text: gone });
    if (fresh !== "") ordered.push({ is: "new", text: fresh });
    gone = "";
    fresh = "";
  };
  for (const { is, text } of runs) {
    if (is === "gone") gone += text;
    else if (is === "new") fresh += text;
    else {
      flush();
      const last = ordered.at(-1);
      if (last?.is === "same") ordered[ordered.length - 1] = { is, text: last.text + text };
      else ordered.push({ is, text });
    }
  }
  flush();
  return ordered;
}
