import { answered, type OpinionRow } from "./opinion-votes.ts";

/** Where somebody stands on the map. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const mostSteps = 500;
const smallEnough = 1e-12;

/**
 * Each person's place on the first two principal components of what people said, after Polis: what somebody has not said is filled in by the
 * mean of the statement, and whoever said little is moved outward by the square root of (statements / answers), so that they do not
 * all lie in the middle.
 *
 * Source: C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw, C. Megill, "Polis: Scaling deliberation by mapping high dimensional opinion spaces",
 * RECERCA 26 (2021), sections 3 and 4. Components are found by power iteration; the strongest weight of each is positive, since a
 * component has no direction of its own.
 */
export function placeOnMap(rows: readonly OpinionRow[]): readonly Point[] {
  const centred = centredRows(rows);
  const covariance = covarianceOf(centred);
  const first = strongestComponent(covariance);
  const second = strongestComponent(withoutComponent(covariance, first));
  return rows.map((row, person) => {
    const said = answered(row);
    const outward = said === 0 ? 0 : Math.sqrt(row.length / said);
    const values = centred[person] ?? new Float64Array();
    return { x: outward * product(values, first), y: outward * product(values, second) };
  });
}

/** Answers less the mean of their statement; 0 where there is none, which is the mean. */
function centredRows(rows: readonly OpinionRow[]): readonly Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const means = Float64Array.from({ length: size }, (_, statement) => {
    const said = rows.flatMap((row) => row[statement] ?? []);
    return said.length === 0 ? 0 : said.reduce<number>((sum, vote) => sum + vote, 0) / said.length;
  });
  return rows.map((row) =>
    Float64Array.from({ length: size }, (_, statement) => {
      const vote = row[statement] ?? null;
      return vote === null ? 0 : vote - (means[statement] ?? 0);
    }),
  );
}

function covarianceOf(rows: readonly Float64Array[]): readonly Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    for (let one = 0; one < size; one += 1) {
      const value = row[one] ?? 0;
      const line = matrix[one];
      if (value === 0 || line === undefined) continue;
      for (let other = one; other < size; other += 1) line[other] = (line[other] ?? 0) + value * (row[other] ?? 0);
    }
  }
  // The other half is its mirror.
  return matrix.map((line, one) => line.map((value, other) => (other < one ? (matrix[other]?.[one] ?? 0) : value)));
}

/** The direction in which people differ most; all 0 where they do not differ. */
function strongestComponent(matrix: readonly Float64Array[]): Float64Array {
  let current = unit(longestRow(matrix));
  for (let step = 0; step < mostSteps; step += 1) {
    const next = unit(Float64Array.from(matrix, (row) => product(row, current)));
    const moved = next.reduce((most, value, index) => Math.max(most, Math.abs(value - (current[index] ?? 0))), 0);
    current = next;
    if (moved < smallEnough) break;
  }
  const strongest = current.reduce((most, value) => (Math.abs(value) > Math.abs(most) + 1e-9 ? value : most), 0);
  return strongest < 0 ? current.map((value) => -value) : current;
}

/** A start that has something of the strongest direction, and is the same each time. */
function longestRow(matrix: readonly Float64Array[]): Float64Array {
  const lengths = matrix.map((row) => product(row, row));
  return matrix[lengths.indexOf(Math.max(...lengths))] ?? new Float64Array(matrix.length);
}

function withoutComponent(matrix: readonly Float64Array[], component: Float64Array): readonly Float64Array[] {
  const strength = product(
    Float64Array.from(matrix, (row) => product(row, component)),
    component,
  );
  return matrix.map((row, one) =>
    row.map((value, other) => value - strength * (component[one] ?? 0) * (component[other] ?? 0)),
  );
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(product(vector, vector));
  return length < 1e-9 ? vector.map(() => 0) : vector.map((value) => value / length);
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
