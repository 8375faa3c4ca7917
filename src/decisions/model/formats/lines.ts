import { withoutMark } from "./ballot-file.ts";

/** A line of a file without its end and without blanks around it, and its number, from 1. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** The lines of a text one after the other, whatever their ends, without a byte order mark before the first. */
export function* linesOf(file: string): Generator<Line> {
  const text = withoutMark(file);
  let number = 1;
  for (let from = 0; from <= text.length; number++) {
    const end = endOfLine(text, from);
    yield { text: text.slice(from, end).trim(), number };
    from = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
