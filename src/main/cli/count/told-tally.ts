import type { Question, Row, Said, Stage, Tally } from "../../../decisions/methods/method.ts";
import type { AnyMethod } from "../../../decisions/methods/registry.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { Election } from "./election-of-file.ts";

/** A tally as JSON for other programs, with the names of options and the sentences themselves in place of places and keys. */
export function tallyAsJson(t: Translator, tally: Tally, { options }: Question): Json {
  const names = (places: readonly number[]) => places.map((place) => options[place] ?? "");
  const stages = tally.stages.map((stage) => ({
    said: stage.said.map((said) => sentence(t, said, options)),
    columns: stage.columns.map((column) => headingOf(t, column, options)),
    rows: stage.rows.map(({ of, cells, standing }) => {
      const row = { of: headingOf(t, of, options), cells };
      return standing === undefined ? row : { ...row, standing };
    }),
  }));
  const ties = tally.ties.map(({ stage, between, preferred, by }) => ({
    stage,
    between: names(between),
    preferred: names(preferred),
    by,
  }));
  return { method: tally.method, version: tally.version, elected: names(tally.elected), stages, ties };
}

/** A tally as lines for people: each stage with its table and what was done, then who was chosen and how ties were broken. */
export function tallyAsText(t: Translator, { rules }: AnyMethod, tally: Tally, election: Election): readonly string[] {
  const { question, seed } = election;
  const { options } = question;
  const { why, chosen } = rules.conclude(tally, question, { eligible: tally.ballots, answered: tally.ballots });
  const names = (places: readonly number[]) => t.list(places.map((place) => options[place] ?? ""));
  const ties = tally.ties.map(
    ({ stage, between, preferred, by }) =>
      `tie in stage ${stage + 1}: ${names(between)}; ${preferred.length === 0 ? "it stands" : `${by}: ${names(preferred)}`}`,
  );
  const lot = tally.ties.some(({ by }) => by === "lot") ? [whence(question, seed)] : [];
  return [
    ...tally.stages.flatMap((stage, index) => ["", `stage ${index + 1}`, ...stageLines(t, stage, options)]),
    "",
    ...ties,
    ...lot,
    ...why.map((said) => sentence(t, said, options)),
    `elected: ${chosen.length === 0 ? "nobody" : names(chosen)}`,
  ];
}

function whence({ settings }: Question, seed: string): string {
  const isDeclared =
    typeof settings === "object" && settings !== null && "tieOrder" in settings && !isEmpty(settings.tieOrder);
  return isDeclared
    ? "the order for ties is the one declared"
    : `the lot is drawn from the seed ${JSON.stringify(seed)}`;
}

function isEmpty(list: Json | undefined): boolean {
  return !Array.isArray(list) || list.length === 0;
}

function stageLines(t: Translator, { said, columns, rows }: Stage, options: readonly string[]): readonly string[] {
  const table = [
    ["", ...columns.map((column) => headingOf(t, column, options))],
    ...rows.map((row) => rowTexts(t, row, options)),
  ];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = columns.length === 0 ? [] : table.map((row) => aligned(row, widths));
  return [...lines, ...said.map((one) => sentence(t, one, options))];
}

function rowTexts(t: Translator, { of, cells, standing }: Row, options: readonly string[]): readonly string[] {
  const mark = standing === undefined ? "" : ` (${standing})`;
  return [`${headingOf(t, of, options)}${mark}`, ...cells];
}

function aligned([first = "", ...cells]: readonly string[], [width = 0, ...widths]: readonly number[]): string {
  return `  ${[first.padEnd(width), ...cells.map((cell, column) => cell.padStart(widths[column] ?? 0))].join("  ")}`.trimEnd();
}

function headingOf(t: Translator, of: Row["of"], options: readonly string[]): string {
  return "place" in of ? (options[of.place] ?? "") : t(of.key);
}

function sentence(t: Translator, { key, values, places }: Said, options: readonly string[]): string {
  const named = Object.entries(places ?? {}).map(
    ([name, at]) => [name, t.list(at.map((place) => options[place] ?? ""))] as const,
  );
  return t(key, { ...values, ...Object.fromEntries(named) });
}
