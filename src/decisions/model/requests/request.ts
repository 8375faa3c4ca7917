import type { Id } from "../../../kernel/base/ids.ts";

export type RequestId = Id<"request">;

/**
 * Where a request for comments stands (after EIP-1, https://eips.ethereum.org/EIPS/eip-1): its words change as a draft and while comments
 * are asked for, are fixed in the last call, and never change once it is final.
 */
export type RequestState = "draft" | "comments" | "last-call" | "final" | "withdrawn" | "superseded";
export const requestStates: readonly RequestState[] = [
  "draft",
  "comments",
  "last-call",
  "final",
  "withdrawn",
  "superseded",
];

/** A last call lasts so many days at least, usually, and at most; EIP-1 says “typically 14 days”, the bounds are ours. */
export const leastLastCallDays = 3;
export const usualLastCallDays = 14;
export const mostLastCallDays = 90;

const ways: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ["comments", "withdrawn"],
  comments: ["last-call", "withdrawn"],
  // What still has to change in the last call goes back to comments.
  "last-call": ["final", "comments", "withdrawn"],
  final: [],
  withdrawn: [],
  superseded: [],
};

/** Where its author or a steward can move it from here. Superseded it is only by another that becomes final in its place. */
export function statesAfter(state: RequestState): readonly RequestState[] {
  return ways[state];
}

/** Whether its words can still change. */
export function isInWriting(state: RequestState): boolean {
  return state === "draft" || state === "comments";
}

/** Whether it waits for what others say. */
export function asksForComments(state: RequestState): boolean {
  return state === "comments" || state === "last-call";
}
