import type { Place } from "../../methods/method.ts";
import type { BallotFile } from "./ballot-file.ts";
import { gathered } from "./gathering.ts";

/** The file without those who withdrew: their names go, and they are left out of every ballot. */
export function withoutWithdrawn(file: BallotFile): BallotFile {
  if (file.withdrawn.length === 0) return file;
  const gone = new Set(file.withdrawn);
  const staying = Array.from(file.options.keys()).filter((place) => !gone.has(place));
  const renumbered = new Map(staying.map((place, index) => [place, index]));
  const places = (old: readonly Place[]) => old.flatMap((place) => renumbered.get(place) ?? []);
  const ballots = file.ballots.map(({ ballot, count }) => {
    const ranking = ballot.ranking.map(places).filter((rank) => rank.length > 0);
    const scores = ballot.scores?.filter((_, place) => !gone.has(place));
    return { ballot: scores === undefined ? { ranking } : { ranking, scores }, count };
  });
  const options = staying.map((place) => file.options[place] ?? "");
  return { ...file, options, withdrawn: [], tieOrder: places(file.tieOrder), ballots: gathered(ballots) };
}
