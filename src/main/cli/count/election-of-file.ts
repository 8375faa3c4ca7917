import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Counted, MethodRefusal, Question } from "../../../decisions/methods/method.ts";
import type { AnyMethod } from "../../../decisions/methods/registry.ts";
import type { BallotFile, FileBallot } from "../../../decisions/model/formats/ballot-file.ts";
import type { FileContent } from "../../../decisions/model/formats/by-name.ts";

/** What is counted: a question, ballots as the method takes them, and the seed of its lot. */
export interface Election {
  readonly question: Question;
  readonly ballots: readonly Counted<Json>[];
  readonly seed: string;
}

/** Settings or a ballot (by its number in the file, from 1) that the method does not take. */
export interface Unfit {
  readonly unfit: MethodRefusal;
  readonly ballot?: number;
}

/** What the command line says besides the file. */
interface Wishes {
  readonly seats: number | undefined;
  readonly seed: string | undefined;
}

/**
 * The election that a file holds, as a method counts it. Seats come from the command line, else from the file; an order for ties stated in
 * the file holds unless a seed is given. A file with scores is counted by its scores where the method takes them, else by its rankings;
 * where a method takes choices, those of equal rank that stand alone on a ballot are what it picks.
 */
export function electionOf(method: AnyMethod, content: FileContent, wishes: Wishes): Election | Unfit {
  const { rules } = method;
  const { options } = content.file;
  const read = rules.readSettings(settingsFor(method, content, wishes), options);
  if (!read.ok) return { unfit: read.refusal };
  const question: Question = { options, settings: read.value };
  const seed = wishes.seed ?? (content.holds === "export" ? content.file.seed : "");
  const ballots: Counted<Json>[] = [];
  const raw = content.holds === "export" ? content.file.ballots : rawBallots(method, question, content.file);
  for (const [index, { ballot, count }] of raw.entries()) {
    const taken = rules.readBallot(ballot, question);
    if (!taken.ok) return { unfit: taken.refusal, ballot: index + 1 };
    ballots.push({ ballot: taken.value, count });
  }
  return { question, ballots, seed };
}

function settingsFor({ rules }: AnyMethod, content: FileContent, { seats, seed }: Wishes): Json {
  const defaults = rules.defaults;
  const has = (name: string) => typeof defaults === "object" && defaults !== null && Object.hasOwn(defaults, name);
  // An export's settings hold for its own method alone.
  const own = content.holds === "export" && content.file.method === rules.id ? content.file.settings : {};
  const stated = content.holds === "rankings" ? content.file : { seats: null, tieOrder: [] };
  // A method that always chooses one needs no telling so.
  const chosen = has("seats") ? (seats ?? stated.seats ?? undefined) : seats === 1 ? undefined : seats;
  return {
    ...(isMembers(own) ? own : {}),
    ...(chosen === undefined ? {} : { seats: chosen }),
    ...(has("tieOrder") && stated.tieOrder.length > 0 && seed === undefined ? { tieOrder: stated.tieOrder } : {}),
  };
}

/** The ballots of a file in the first form of which the method takes one that says something. */
function rawBallots({ rules, wire }: AnyMethod, question: Question, file: BallotFile): readonly Counted<Json>[] {
  const forms: readonly ((ballot: FileBallot) => Json | undefined)[] = [
    ({ scores }) => (scores === undefined ? undefined : { marks: scores }),
    ({ ranking }) => ranking,
    ({ ranking }) => (ranking.length > 1 ? undefined : wire.fromPoll(ranking[0] ?? [], question)),
  ];
  const telling = file.ballots.find(({ ballot }) => ballot.ranking.length > 0) ?? file.ballots[0];
  for (const form of forms) {
    const told = telling === undefined ? undefined : form(telling.ballot);
    if (told === undefined || !rules.readBallot(told, question).ok) continue;
    const raw = file.ballots.map(({ ballot, count }) => ({ ballot: form(ballot), count }));
    if (raw.every(hasBallot)) return raw;
  }
  return file.ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count }));
}

function hasBallot(raw: { readonly ballot: Json | undefined; readonly count: number }): raw is Counted<Json> {
  return raw.ballot !== undefined;
}

function isMembers(value: Json): value is { readonly [name: string]: Json | undefined } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
