import type { Id } from "../../kernel/base/ids.ts";

export type CircleId = Id<"circle">;

/** A group of members with an aim. So far stewards keep it; its domain, roles and links to other circles are still to come. */
export interface Circle {
  readonly id: CircleId;
  readonly communityId: string;
  readonly name: string;
  /** What it is for, in a sentence or two (circles reference, section 3.1). */
  readonly aim: string;
}

/** So many circles a community has at most. */
export const mostCircles = 100;

/** So many are in one circle at most. */
export const mostInCircle = 1_000;
