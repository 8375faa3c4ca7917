/** The front door of circles: what other capabilities may call. */
export type { Circle } from "./model/circle.ts";
export { circleById, circlesOf, peopleInCircle } from "./store/circles.read.ts";
