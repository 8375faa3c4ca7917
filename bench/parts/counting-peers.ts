import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** Another library, or ours: takes rankings of places in its own form, then counts. Winners are places. */
export interface Counter {
  readonly name: string;
  /** Builds what it counts from; what this takes is measured by itself. */
  load(rankings: readonly (readonly number[])[], options: number): unknown;
  count(loaded: unknown): readonly number[];
}

const listed = resolve("bench/peers");
const folder = resolve(".cache/bench-peers");

/** The packages that `bench/peers` lists, installed aside on first use, without running any script of theirs. */
function peers(): NodeJS.Require {
  const isInstalled = existsSync(`${folder}/node_modules`) && lockIn(folder) === lockIn(listed);
  if (!isInstalled) {
    cpSync(listed, folder, { recursive: true });
    execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: folder, stdio: "inherit" });
  }
  return createRequire(`${folder}/package.json`);
}

function lockIn(place: string): string {
  const file = `${place}/package-lock.json`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const peer = peers();

// What these packages promise in their documentation, as far as it is used here.
interface Votes {
  readonly InstantRunoff: new (poll: VotesPoll) => { ranking(): string[][] };
  readonly Schulze: new (matrix: unknown) => { ranking(): string[][] };
  readonly utils: { matrixFromBallots(ballots: unknown, candidates: readonly string[]): unknown };
}
interface VotesPoll {
  readonly candidates: readonly string[];
  readonly ballots: readonly { readonly ranking: string[][]; readonly weight: number }[];
}
interface Condorcet {
  readonly Schulze: new (candidates: Set<string>) => { addBallot(ballot: Map<string, number>): void; rank(): string[] };
}
interface RankedVoting {
  readonly VoteOption: new (name: string) => { readonly name: string };
  readonly UserVotes: new (names: readonly string[]) => unknown;
  readonly VoteController: new (options: readonly unknown[]) => {
    acceptPopulationVotes(votes: readonly unknown[]): void;
    getFinalResult(): { readonly winner: unknown };
  };
}
interface Caritat {
  readonly Election: new (options: { candidates: readonly string[] }) => { addBallot(ballot: unknown): void };
  readonly Ballot: new (votes: readonly string[]) => unknown;
  readonly irv: (election: unknown) => string;
  readonly condorcet: { schulze(election: unknown): string[] };
  readonly stv: { meek(election: unknown, options: { seats: number }): string[] };
}
interface SchulzeMethod {
  run(options: number, ballots: readonly (readonly number[])[]): readonly { readonly indexes: readonly number[] }[];
}

const votes = peer("votes") as Votes;
const condorcet = peer("condorcet") as Condorcet;
const rankedVoting = peer("ranked-voting") as RankedVoting;
const caritat = peer("caritat") as Caritat;
const schulzeMethod = peer("schulze-method") as SchulzeMethod;

const nameOf = (place: number) => `option ${place}`;
const placeOf = (name: string) => Number(name.replace("option ", ""));
const named = (options: number) => Array.from({ length: options }, (_, place) => nameOf(place));

function loadVotes(rankings: readonly (readonly number[])[], options: number): VotesPoll {
  const ballots = rankings.map((ranking) => ({ ranking: ranking.map((place) => [nameOf(place)]), weight: 1 }));
  return { candidates: named(options), ballots };
}

function loadCaritat(rankings: readonly (readonly number[])[], options: number): unknown {
  const election = new caritat.Election({ candidates: named(options) });
  for (const ranking of rankings) election.addBallot(new caritat.Ballot(ranking.map(nameOf)));
  return election;
}

/** Instant runoff by others. */
export const irvPeers: readonly Counter[] = [
  {
    name: "ranked-voting",
    load: (rankings, options) => {
      const controller = new rankedVoting.VoteController(
        named(options).map((name) => new rankedVoting.VoteOption(name)),
      );
      controller.acceptPopulationVotes(rankings.map((ranking) => new rankedVoting.UserVotes(ranking.map(nameOf))));
      return controller;
    },
    count: (controller) => {
      const { winner } = (controller as InstanceType<RankedVoting["VoteController"]>).getFinalResult();
      return [placeOf(String(winner))];
    },
  },
  {
    name: "votes",
    load: loadVotes,
    count: (poll) => (new votes.InstantRunoff(poll as VotesPoll).ranking()[0] ?? []).map(placeOf),
  },
  { name: "caritat", load: loadCaritat, count: (election) => [placeOf(caritat.irv(election))] },
];

/** Schulze's method by others. */
export const schulzePeers: readonly Counter[] = [
  {
    name: "schulze-method",
    load: (rankings) =>
      rankings.map((ranking) => {
        const ranks: number[] = [];
        ranking.forEach((place, rank) => (ranks[place] = rank + 1));
        return ranks;
      }),
    count: (ballots) => {
      const all = ballots as readonly (readonly number[])[];
      return schulzeMethod.run(all[0]?.length ?? 0, all)[0]?.indexes ?? [];
    },
  },
  {
    name: "votes",
    load: loadVotes,
    count: (loaded) => {
      const poll = loaded as VotesPoll;
      const matrix = votes.utils.matrixFromBallots(poll.ballots, poll.candidates);
      return (new votes.Schulze(matrix).ranking()[0] ?? []).map(placeOf);
    },
  },
  {
    name: "condorcet",
    load: (rankings, options) => {
      const count = new condorcet.Schulze(new Set(named(options)));
      for (const ranking of rankings) count.addBallot(new Map(ranking.map((place, rank) => [nameOf(place), rank + 1])));
      return count;
    },
    count: (count) => (count as { rank(): string[] }).rank().slice(0, 1).map(placeOf),
  },
  {
    name: "caritat",
    load: loadCaritat,
    count: (election) => caritat.condorcet.schulze(election).slice(0, 1).map(placeOf),
  },
];

/** Meek's method by others, for so many seats; in floating point. */
export function stvPeers(seats: number): readonly Counter[] {
  const count = (election: unknown) => caritat.stv.meek(election, { seats }).map(placeOf);
  return [{ name: "caritat", load: loadCaritat, count }];
}
