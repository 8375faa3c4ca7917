import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Counted, Place } from "../../methods/method.ts";
import { listOf, memberOf, wholeWithin } from "../counting/read-json.ts";
import { rankingOfScores, type BallotFile, type FileBallot } from "../formats/ballot-file.ts";
import { gathered } from "../formats/gathering.ts";

/** Ballots as they are published, with what they answer. */
export interface PublishedBallots {
  readonly title: string;
  readonly method: string;
  readonly options: readonly string[];
  readonly settings: Json;
  readonly ballots: readonly Counted<Json>[];
}

/** Formats that other programs read: which of them can hold these ballots without loss of what is counted. */
export type BallotFormat = "blt" | "abif" | "preflib";

/**
 * Which formats can bear the ballots of something asked: rankings and choices go into all three, marks into ABIF alone; answers in words of
 * the method's own (agree, block), votes against an option, surveys and "none of these" into none, since a ballot that ranks nothing
 * says something else. `formatsFor({ method: "irv", options: ["A", "B"], settings: {} })` is all three.
 */
export function formatsFor({ method, options, settings }: Asked): readonly BallotFormat[] {
  if (options.length === 0 || lost.has(method) || memberOf(settings, "none") === true) return [];
  return marked.has(method) ? ["abif"] : ["blt", "abif", "preflib"];
}

type Asked = Pick<PublishedBallots, "method" | "options" | "settings">;

const lost: ReadonlySet<string> = new Set(["survey", "quadratic"]);
const marked: ReadonlySet<string> = new Set(["score", "star", "majority-judgment", "dot-vote"]);

/**
 * Published ballots as the formats write them. A choice is one option, or several of equal rank, before all others; marks are scores with the
 * ranking that follows from them.
 */
export function asBallotFile({ title, options, settings, ballots }: PublishedBallots): BallotFile {
  const seats = wholeWithin(memberOf(settings, "seats"), 1, options.length) ?? 1;
  const tieOrder = placesIn(memberOf(settings, "tieOrder"), options.length);
  const read = ballots.map(({ ballot, count }) => ({ ballot: fileBallot(ballot, options.length), count }));
  return { title, seats, options, withdrawn: [], tieOrder, ballots: gathered(read) };
}

function fileBallot(ballot: Json, options: number): FileBallot {
  const ranks = listOf(ballot);
  if (ranks !== null)
    return { ranking: ranks.map((rank) => placesIn(rank, options)).filter((rank) => rank.length > 0) };
  const marks = listOf(memberOf(ballot, "marks"));
  if (marks !== null) {
    const scores = Array.from({ length: options }, (_, place) => scoreIn(marks[place]));
    return { ranking: rankingOfScores(scores), scores };
  }
  const choices = placesIn(memberOf(ballot, "choices") ?? [memberOf(ballot, "choice") ?? null], options);
  return { ranking: choices.length === 0 ? [] : [choices] };
}

function placesIn(raw: Json | undefined, options: number): readonly Place[] {
  return (listOf(raw) ?? []).flatMap((place) => wholeWithin(place, 0, options - 1) ?? []);
}

function scoreIn(mark: Json | undefined): number | null {
  return typeof mark === "number" ? mark : null;
}
