/** A piece of two texts laid over each other: in both, only in the later, or only in the earlier. */
export interface DifferencePiece {
  readonly kind: "same" | "added" | "gone";
  readonly text: string;
}

/** Longer comparisons are not made word by word, since their cost is the product of both lengths. */
const mostSteps = 1_000_000;

/**
 * What became of a text, word by word; of very long texts that differ all over, line by line, or as one piece gone and one added.
 *
 * `differencesOf("We meet today", "We meet at noon")` is "We meet " the same, "today" gone, "at noon" added.
 */
export function differencesOf(before: string, after: string): readonly DifferencePiece[] {
  for (const parts of [wordsOf, linesOf]) {
    const pieces = compared(parts(before), parts(after));
    if (pieces !== undefined) return pieces;
  }
  return joined([
    { kind: "gone", text: before },
    { kind: "added", text: after },
  ]);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/(\s+)/).filter((part) => part !== "");
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/).filter((part) => part !== "");
}

function compared(before: readonly string[], after: readonly string[]): readonly DifferencePiece[] | undefined {
  const head = alike(before, after);
  const tail = alike(before.slice(head).toReversed(), after.slice(head).toReversed());
  const ones = before.slice(head, before.length - tail);
  const others = after.slice(head, after.length - tail);
  if (ones.length * others.length > mostSteps) return undefined;
  return joined([
    { kind: "same", text: before.slice(0, head).join("") },
    ...phrased(joined(between(ones, others))),
    { kind: "same", text: before.slice(before.length - tail).join("") },
  ]);
}

/** How many parts both begin with. */
function alike(ones: readonly string[], others: readonly string[]): number {
  const differs = ones.findIndex((part, place) => part !== others[place]);
  return differs === -1 ? ones.length : differs;
}

/** By the longest common subsequence (Wagner and Fischer, The string-to-string correction problem, J. ACM 21, 1974). */
function between(ones: readonly string[], others: readonly string[]): readonly DifferencePiece[] {
  const width = others.length + 1;
  const lengths = new Uint32Array((ones.length + 1) * width);
  const lengthAt = (one: number, other: number): number => lengths[one * width + other] ?? 0;
  for (let one = ones.length - 1; one >= 0; one--) {
    for (let other = others.length - 1; other >= 0; other--) {
      lengths[one * width + other] =
        ones[one] === others[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1));
    }
  }
  const pieces: DifferencePiece[] = [];
  let one = 0;
  let other = 0;
  while (one < ones.length || other < others.length) {
    const [before = "", after = ""] = [ones[one], others[other]];
    if (one < ones.length && other < others.length && before === after) {
      pieces.push({ kind: "same", text: before });
      one += 1;
      other += 1;
    } else if (one < ones.length && (other >= others.length || lengthAt(one + 1, other) >= lengthAt(one, other + 1))) {
      pieces.push({ kind: "gone", text: before });
      one += 1;
    } else {
      pieces.push({ kind: "added", text: after });
      other += 1;
    }
  }
  return pieces;
}

/** Changes with nothing but blanks between them as one phrase gone and one added, which reads better than word by word. */
function phrased(pieces: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const whole: DifferencePiece[] = [];
  let [gone, added] = ["", ""];
  const close = (): void => {
    whole.push({ kind: "gone", text: gone }, { kind: "added", text: added });
    [gone, added] = ["", ""];
  };
  for (const { kind, text } of pieces) {
    const isGap = kind === "same" && text.trim() === "" && gone + added !== "";
    if (kind === "same" && !isGap) {
      close();
      whole.push({ kind, text });
    } else {
      if (kind !== "added") gone += text;
      if (kind !== "gone") added += text;
    }
  }
  close();
  return whole;
}

/** Neighbours of one kind as one piece, empty ones left out. */
function joined(pieces: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const whole: DifferencePiece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.text === "") continue;
    if (last?.kind === piece.kind) whole.splice(-1, 1, { kind: piece.kind, text: last.text + piece.text });
    else whole.push(piece);
  }
  return whole;
}
