import { accepted } from "../../../kernel/base/result.ts";
import { broken, type BallotFile, type Read } from "./ballot-file.ts";
import type { BltToken, BltTokens } from "./blt-tokens.ts";

/**
 * The names of the options and the title, at the end of a BLT file.
 *
 * The format has them quoted, whatever the lines. Files in use also have them bare, one on a line; with the party in quotes after the
 * name; or bare for the title alone. So where there are lines enough, each line is a name with all that stands on it; else each quoted
 * text is one. What comes after the title (a source, a comment, anything) is left out.
 */
export function readBltNames(reader: BltTokens, options: number): Read<Pick<BallotFile, "options" | "title">> {
  const tokens: BltToken[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) tokens.push(token);
  const lines = [...Map.groupBy(tokens, ({ line }) => line).values()];
  const texts = tokens.filter(({ kind }) => kind === "text").map(({ text }) => oneLine(text));
  const names = lines.length >= options ? lines.map((line) => nameOfLine(reader, line)) : texts;
  if (names.length < options) return broken(reader.line(), "names-missing", String(names.length));
  const chosen = names.slice(0, options);
  const repeated = chosen.findIndex((name, index) => chosen.indexOf(name) !== index);
  if (repeated >= 0) return broken(lines[repeated]?.[0]?.line ?? reader.line(), "name-repeated", chosen[repeated]);
  return accepted({ options: chosen, title: names[options] ?? "" });
}

function nameOfLine({ restOfLine }: BltTokens, tokens: readonly BltToken[]): string {
  const [first] = tokens;
  if (first === undefined) return "";
  if (first.kind === "text") return oneLine(tokens.map(({ text }) => text).join(" "));
  return oneLine(restOfLine(first).replace(/\s#.*$|\/\*.*$/, ""));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
