import { expect, test } from "vitest";
import { formTokens } from "./form-token.ts";

const tokens = formTokens(new Uint8Array(32).fill(1));

test("a form's token is good for the browser it was made for, and new each time", () => {
  const one = tokens.make("session-1");
  expect(tokens.isGood(one, "session-1")).toBe(true);
  expect(tokens.make("session-1")).not.toBe(one);
});

test("another browser's token is not good, nor is one for nobody", () => {
  expect(tokens.isGood(tokens.make("session-1"), "session-2")).toBe(false);
  expect(tokens.isGood(tokens.make(""), "")).toBe(false);
});

test("another server's token is not good", () => {
  const other = formTokens(new Uint8Array(32).fill(2));
  expect(tokens.isGood(other.make("session-1"), "session-1")).toBe(false);
});

test("a token that was changed in any letter is not good", () => {
  const token = tokens.make("session-1");
  for (let place = 0; place < token.length; place++) {
    const letter = token[place] === "A" ? "B" : "A";
    expect(tokens.isGood(token.slice(0, place) + letter + token.slice(place + 1), "session-1")).toBe(false);
  }
  for (const bad of ["", ".", `${token}.x`, token.slice(0, -1), `${token}=`])
    expect(tokens.isGood(bad, "session-1")).toBe(false);
});
