import { expect, test } from "vitest";
import { carriesHashtag, stateOnArrival } from "./wall.ts";

test.each([
  ["See you at #First_Gathering!", true],
  ["#first_gathering", true],
  ["#first_gathering2", false],
  ["first_gathering", false],
  ["a&#first_gathering", false],
])("%j carries the hashtag of the gathering: %s", (text, carries) => {
  expect(carriesHashtag(text, "first_gathering")).toBe(carries);
});

test("a changed post is approved anew, and a hidden one stays hidden", () => {
  expect(stateOnArrival("approved", "shown")).toBe("waiting");
  expect(stateOnArrival("at-once", "waiting")).toBe("shown");
  expect(stateOnArrival("at-once", "hidden")).toBe("hidden");
});
