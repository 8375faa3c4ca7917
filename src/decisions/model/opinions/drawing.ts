import { opinionMap, type OpinionMap } from "../opinion-map/opinion-map.ts";
import { saidEnough, type VoteCounts } from "../opinion-map/opinion-votes.ts";
import { answerAt, voteOf } from "./answers.ts";

/** A statement as the drawing sees it. */
export interface DrawnStatement {
  readonly id: string;
  readonly place: number;
}

/** A place on the map, from 0 to 100 either way, with how many people of one group stand there. */
export interface DrawnPlace {
  readonly x: number;
  readonly y: number;
  readonly group: number;
  readonly people: number;
}

/** A statement that a group holds or rejects, by its id, with how many of the group said what. */
export interface DrawnHolding extends VoteCounts {
  readonly statement: string;
  readonly side: "agree" | "disagree";
}

/** A group of the drawing, the greatest first. */
export interface DrawnGroup {
  readonly size: number;
  /** Empty for a group of so few that it would tell what each of them said. */
  readonly holds: readonly DrawnHolding[];
}

/** What is kept of a map of opinions: places and groups, and nobody's name or id. */
export interface OpinionDrawing {
  /** How many have said enough to be on the map. */
  readonly people: number;
  /** How many statements it was drawn from. */
  readonly statements: number;
  /** Empty while there are too few people or statements for a map. */
  readonly groups: readonly DrawnGroup[];
  readonly places: readonly DrawnPlace[];
  readonly bridging: readonly { readonly statement: string; readonly side: "agree" | "disagree" }[];
  readonly dividing: readonly { readonly statement: string }[];
  /** How clearly the groups part, from -1 to 1. */
  readonly clarity: number;
}

/** So few people are no map: one could tell each of them (Polis draws from seven on; Small et al. 2021). */
export const fewestPeople = 7;
export const fewestStatements = 3;
/** Of a smaller group it is not told what it holds. */
export const fewestOfGroup = 3;
/** So many people are read for one drawing, at most. */
export const mostPeopleDrawn = 2_000;
const mostPlaces = 500;

/**
 * Draws the map of what people said of a thread's statements. `answers` holds one text per person, as `answersWith` writes them. People are
 * merged into places and sorted by where they stand, so that their order tells nothing of who they are.
 */
export function drawOpinions(statements: readonly DrawnStatement[], answers: readonly string[]): OpinionDrawing {
  const rows = answers.map((said) => statements.map(({ place }) => voteOf(answerAt(said, place))));
  const people = rows.filter((row) => row.length > 0 && saidEnough(row)).length;
  const none = { groups: [], places: [], bridging: [], dividing: [], clarity: 0 };
  const counted = { people, statements: statements.length };
  if (people < fewestPeople || statements.length < fewestStatements) return { ...counted, ...none };
  const map = opinionMap(rows);
  const idAt = (place: number) => statements[place]?.id ?? "";
  return {
    ...counted,
    groups: map.groups.map(({ size, holds }) => ({
      size,
      holds:
        size < fewestOfGroup
          ? []
          : holds.map(({ statement, side, counts }) => ({ statement: idAt(statement), side, ...counts })),
    })),
    places: placesOf(map),
    bridging: map.bridging.map(({ statement, side }) => ({ statement: idAt(statement), side })),
    dividing: map.dividing.map(({ statement }) => ({ statement: idAt(statement) })),
    clarity: map.clarity,
  };
}

/** Both ways by the same scale, so that far stays far; 50 is the middle. */
function placesOf({ people }: OpinionMap): readonly DrawnPlace[] {
  const placed = people.flatMap((person) => person ?? []);
  const xs = placed.map(({ x }) => x);
  const ys = placed.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const scale = 100 / Math.max(width, height, 1e-9);
  const merged = new Map<string, DrawnPlace>();
  for (const { x, y, group } of placed) {
    const place = {
      x: Math.round(50 + (x - left - width / 2) * scale),
      y: Math.round(50 + (y - top - height / 2) * scale),
      group,
    };
    const key = `${place.group} ${place.x} ${place.y}`;
    merged.set(key, { ...place, people: (merged.get(key)?.people ?? 0) + 1 });
  }
  return [...merged.values()]
    .toSorted((one, other) => one.group - other.group || one.x - other.x || one.y - other.y)
    .filter((_, index, all) => index % Math.ceil(all.length / mostPlaces) === 0);
}
