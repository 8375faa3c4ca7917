import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { MethodRefusal, Place } from "../../methods/method.ts";
import { unfit } from "../counting/unfit.ts";
import { refusedPiece } from "./read-choice.ts";
import { numberOf, readLabel, readOption } from "./read-option.ts";
import { saidText } from "./reply-text.ts";

/** A mark for each option by its place; null where the reply gives none. */
export type RepliedMarks = readonly (number | null)[];

/** One mark as it was written: `1:5`, `Bread: 5`, `A=5`. */
interface WrittenMark {
  readonly label: string;
  readonly mark: string;
}

/**
 * The marks a reply gives, such as `1:5, 2:2`, `A:5 B:2` or `Bread: 5`; null when it gives none. `readMark` reads what stands after the
 * colon, and answers null for what is no mark. Whatever is not understood is refused with its words.
 */
export function readRepliedMarks(
  text: string,
  options: readonly string[],
  readMark: (text: string) => number | null,
): Result<RepliedMarks, MethodRefusal> | null {
  const said = saidText(text);
  if (said === "-") return accepted([]);
  const written = said === null ? [] : said.split(/[,;\n]+/).flatMap((piece) => marksIn(piece.trim(), options));
  const isAttempt = written.some(
    ({ label, mark }) => readLabel(label, options).is !== "unknown" && readMark(mark) !== null,
  );
  return isAttempt ? readWritten(written, options, readMark) : null;
}

/** A reply that gives these marks, by the numbers of the options: `1:5, 2:0`; `-` where there are none. */
export function marksInReply(marks: RepliedMarks, options: readonly string[]): string {
  const written = marks.flatMap((mark, place) => (mark === null ? [] : [`${numberOf(place, options)}:${mark}`]));
  return written.length === 0 ? "-" : written.join(", ");
}

function readWritten(
  written: readonly WrittenMark[],
  options: readonly string[],
  readMark: (text: string) => number | null,
): Result<RepliedMarks, MethodRefusal> {
  const marks = new Map<Place, number>();
  for (const { label, mark } of written) {
    const found = readLabel(label, options);
    if (found.is !== "option") return refusedPiece(label, found, options.length);
    const value = readMark(mark);
    if (value === null) return unfit("reply-not-understood", { given: (mark || label).slice(0, 100) });
    const before = marks.get(found.place);
    if (before !== undefined && before !== value)
      return unfit("option-twice", { option: options[found.place] ?? label });
    marks.set(found.place, value);
  }
  const last = Math.max(...marks.keys());
  return accepted(Array.from({ length: last + 1 }, (_, place) => marks.get(place) ?? null));
}

/** The marks in a piece between commas. After a mark the next label may follow at once: `A:5 B:2` is two. */
function marksIn(piece: string, options: readonly string[]): readonly WrittenMark[] {
  if (piece === "") return [];
  const whole = /^(.*\S)\s*[:=]\s*([^:=]*)$/s.exec(piece);
  // The name of an option may hold a colon itself.
  if (whole?.[1] !== undefined && readOption(whole[1], options).is === "option")
    return [{ label: whole[1], mark: (whole[2] ?? "").trim() }];
  const [first = "", ...rest] = piece.split(/[:=]/);
  const written: WrittenMark[] = [];
  let label = first.trim();
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const [, mark = "", next = ""] = (isLast ? null : /^\s*(\S+)\s+(.*)$/s.exec(part)) ?? ["", part, ""];
    written.push({ label, mark: mark.trim() });
    label = next.trim();
  }
  return rest.length === 0 ? [{ label: first.trim(), mark: "" }] : written;
}
