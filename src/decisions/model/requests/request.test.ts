import { expect, test } from "vitest";
import { asksForComments, isInWriting, requestStates, statesAfter } from "./request.ts";

test("a request goes by comments and a last call before it is final, and back to comments from there", () => {
  expect(statesAfter("draft")).toEqual(["comments", "withdrawn"]);
  expect(statesAfter("comments")).not.toContain("final");
  expect(statesAfter("last-call")).toEqual(["final", "comments", "withdrawn"]);
});

test("what is final, withdrawn or superseded moves no more, and its words stand", () => {
  for (const state of requestStates.filter((one) => statesAfter(one).length === 0)) {
    expect(isInWriting(state) || asksForComments(state)).toBe(false);
  }
  expect(requestStates.filter(isInWriting)).toEqual(["draft", "comments"]);
  expect(requestStates.filter(asksForComments)).toEqual(["comments", "last-call"]);
});
