import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { formatCatalogues } from "../../decisions/messages/formats/catalogue.ts";
import { methodById, methodCatalogues, methods, type AnyMethod } from "../../decisions/methods/registry.ts";
import type { Tally } from "../../decisions/methods/method.ts";
import { knownEnds, readByName, type FileContent } from "../../decisions/model/formats/by-name.ts";
import { withoutWithdrawn } from "../../decisions/model/formats/withdrawn.ts";
import { createTranslations, type Translator } from "../../kernel/i18n/translator.ts";
import { electionOf, type Election, type Unfit } from "./count/election-of-file.ts";
import { tallyAsJson, tallyAsText } from "./count/told-tally.ts";
import type { LineCommand } from "./line-command.ts";

/** `koinon count FILE --method ID [--seats N] [--seed S] [--json]`: counts a file of ballots, whoever made it. */
export const countCommand: LineCommand = {
  name: "count",
  usage: "count FILE --method ID [--seats N] [--seed S] [--json]",
  does: `counts a file of ballots (${knownEnds.join(" ")}); without a file, lists the methods`,
  run: async (_, words) => {
    const t = createTranslations([...methodCatalogues, formatCatalogues]).translator("en", "UTC");
    const asked = wordsAsked(words);
    if (typeof asked === "string") return complain(`${asked}\nusage: koinon ${countCommand.usage}`);
    const { file, seats, seed, isJson } = asked;
    if (file === undefined) return listMethods(t);
    const content = await contentOf(file, t);
    if (typeof content === "string") return complain(content);
    const id = asked.method ?? (content.holds === "export" ? content.file.method : undefined);
    const method = id === undefined ? undefined : methodById(id);
    if (method === undefined) return complain(withMethods(id));
    const election = electionOf(method, standing(content), { seats, seed });
    if ("unfit" in election) return complain(`${file}: ${unfitWords(t, election)}`);
    const tally = method.rules.count(election.question, election.ballots, election.seed);
    tell(t, method, election, tally, isJson);
    return 0;
  },
};

interface Asked {
  readonly file: string | undefined;
  readonly method: string | undefined;
  readonly seats: number | undefined;
  readonly seed: string | undefined;
  readonly isJson: boolean;
}

/** The words of the command line, or what is wrong with them. */
function wordsAsked(words: readonly string[]): Asked | string {
  const text = { type: "string" } as const;
  const options = { method: text, seats: text, seed: text, json: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [file, more] = positionals;
    if (more !== undefined) return `one file at a time, please, not ${more} as well`;
    const seats = values.seats === undefined ? undefined : Number(values.seats);
    if (seats !== undefined && !(Number.isInteger(seats) && seats >= 1))
      return `--seats is a whole number, not ${values.seats}`;
    return { file, method: values.method, seats, seed: values.seed, isJson: values.json ?? false };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return cause.message;
  }
}

/** What a file holds, or a line that says why it cannot be read. */
async function contentOf(file: string, t: Translator): Promise<FileContent | string> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof TypeError) return `${file}: this is not text in UTF-8`;
    if (cause instanceof Error && "code" in cause) return `${file}: cannot be read (${String(cause.code)})`;
    throw cause;
  }
  const read = readByName(basename(file), text);
  if (read === undefined) return `${file}: the name must end in one of ${knownEnds.join(" ")}`;
  if (read.ok) return read.value;
  const { line, problem, given } = read.refusal;
  return `${file}:${line}: ${t(`decisions.file.${problem}`, { given })}`;
}

function standing(content: FileContent): FileContent {
  return content.holds === "export" ? content : { holds: "rankings", file: withoutWithdrawn(content.file) };
}

function unfitWords(t: Translator, { unfit, ballot }: Unfit): string {
  const { kind, ...values } = unfit;
  const words = t(`refusal.${kind}`, values);
  return ballot === undefined ? words : `ballot ${ballot}: ${words}`;
}

function tell(t: Translator, method: AnyMethod, election: Election, tally: Tally, isJson: boolean): void {
  if (isJson) return console.log(JSON.stringify(tallyAsJson(t, tally, election.question)));
  console.log(`${t(`decisions.method.${method.rules.id}.name`)} (${tally.method}, version ${tally.version})`);
  for (const line of tallyAsText(t, method, tally, election)) console.log(line);
}

function listMethods(t: Translator): number {
  for (const { rules } of methods) {
    console.log(`${rules.id}: ${t(`decisions.method.${rules.id}.name`)}`);
    for (const part of ["counts", "know"]) console.log(`  ${t(`decisions.method.${rules.id}.${part}`)}`);
  }
  return 0;
}

function withMethods(id: string | undefined): string {
  const known = methods.map(({ rules }) => rules.id).join(", ");
  return id === undefined
    ? `say how with --method; there are ${known}`
    : `no method is called ${id}; there are ${known}`;
}

function complain(words: string): number {
  for (const line of words.split("\n")) console.error(`koinon: ${line}`);
  return 2;
}
