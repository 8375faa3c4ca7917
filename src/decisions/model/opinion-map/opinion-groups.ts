import { lotOrder } from "../../../kernel/base/seeded.ts";
import type { Point } from "./principal-components.ts";

/** The group of each point, from 0, and how clearly the groups part, from -1 to 1 (the mean silhouette). */
export interface Grouping {
  readonly groups: readonly number[];
  readonly clarity: number;
}

const fewestGroups = 2;
const mostGroups = 5;
const starts = 5;
const mostRounds = 100;
/** How many people the clarity is judged by, drawn by lot: comparing everybody with everybody would take too long. */
const mostJudged = 1_000;

/**
 * Groups people who stand near each other: k-means for two to five groups, of which the number with the clearest groups is taken (the
 * greatest mean silhouette; P. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987), 53). All in one group where
 * fewer than two places differ. Starts are drawn from fixed seeds, so that the same points always give the same groups; the
 * greatest group is 0.
 */
export function groupPoints(points: readonly Point[]): Grouping {
  const places = new Set(points.map(({ x, y }) => `${x} ${y}`)).size;
  let best: Grouping = { groups: points.map(() => 0), clarity: 0 };
  let isFound = false;
  for (let count = fewestGroups; count <= Math.min(mostGroups, places); count += 1) {
    const groups = nearestMeans(points, count);
    const clarity = silhouette(points, groups, count);
    if (isFound && clarity <= best.clarity + 1e-9) continue;
    best = { groups, clarity };
    isFound = true;
  }
  return { ...best, groups: greatestFirst(best.groups) };
}

/** k-means from several starts; the one whose points lie nearest to their means. */
function nearestMeans(points: readonly Point[], count: number): readonly number[] {
  const found = Array.from({ length: starts }, (_, start) => settle(points, startingMeans(points, count, start)));
  const nearest = Math.min(...found.map(({ distance }) => distance));
  return found.find(({ distance }) => distance <= nearest + 1e-9)?.groups ?? [];
}

/** A point drawn by lot, then each time the point farthest from those taken. */
function startingMeans(points: readonly Point[], count: number, start: number): readonly Point[] {
  const [drawn = 0] = lotOrder(points.length, `opinion map, start ${start}`);
  const means: Point[] = points.slice(drawn, drawn + 1);
  const distances = points.map(() => Number.POSITIVE_INFINITY);
  while (means.length < count) {
    const last = means.at(-1) ?? { x: 0, y: 0 };
    points.forEach((point, index) => (distances[index] = Math.min(distances[index] ?? 0, squared(point, last))));
    means.push(points[distances.indexOf(Math.max(...distances))] ?? last);
  }
  return means;
}

function settle(
  points: readonly Point[],
  start: readonly Point[],
): { readonly groups: readonly number[]; readonly distance: number } {
  let means = start;
  let groups = points.map((point) => nearest(point, means));
  for (let round = 0; round < mostRounds; round += 1) {
    means = means.map((mean, group) => meanOf(points.filter((_, index) => groups[index] === group)) ?? mean);
    const next = points.map((point) => nearest(point, means));
    const isSettled = next.every((group, index) => group === groups[index]);
    groups = next;
    if (isSettled) break;
  }
  const distance = points.reduce((sum, point, index) => sum + squared(point, means[groups[index] ?? 0] ?? point), 0);
  return { groups, distance };
}

/** How much nearer people stand to their own group than to the next, on average. */
function silhouette(points: readonly Point[], groups: readonly number[], count: number): number {
  const judged = lotOrder(points.length, "opinion map, judged").slice(0, mostJudged);
  const scores = judged.map((person) => {
    const sums = Array.from({ length: count }, () => 0);
    const sizes = Array.from({ length: count }, () => 0);
    for (const other of judged) {
      const [one, another, group = 0] = [points[person], points[other], groups[other]];
      if (other === person || one === undefined || another === undefined) continue;
      sums[group] = (sums[group] ?? 0) + Math.sqrt(squared(one, another));
      sizes[group] = (sizes[group] ?? 0) + 1;
    }
    const own = groups[person] ?? 0;
    const means = sums.map((sum, group) =>
      (sizes[group] ?? 0) === 0 ? Number.POSITIVE_INFINITY : sum / (sizes[group] ?? 1),
    );
    const [inside = 0, outside] = [means[own], Math.min(...means.filter((_, group) => group !== own))];
    if (!Number.isFinite(inside) || !Number.isFinite(outside)) return 0;
    return (outside - inside) / Math.max(outside, inside, 1e-12);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** Numbers the groups by size; of two as large, the one whose first member comes first. */
function greatestFirst(groups: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort(([, one], [, other]) => other - one).map(([group]) => group);
  return groups.map((group) => order.indexOf(group));
}

function nearest(point: Point, means: readonly Point[]): number {
  const distances = means.map((mean) => squared(point, mean));
  return distances.indexOf(Math.min(...distances));
}

function meanOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function squared(one: Point, other: Point): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}
