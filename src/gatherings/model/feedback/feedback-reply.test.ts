import { expect, test } from "vitest";
import { readFeedbackReply } from "./feedback-reply.ts";

test("lines with a plus say what worked, those with a minus what could be better, and a line without goes on", () => {
  expect(
    readFeedbackReply("@spring@gather.example + the round of names\n- too long\nand too late\n+the notes"),
  ).toEqual({
    plus: ["the round of names", "the notes"],
    delta: ["too long", "and too late"],
  });
});

test("items of a list are what could be better beside lines that kept their plus, and nothing that can be told without", () => {
  expect(readFeedbackReply("+ the round of names\n• too long\n• too late")).toEqual({
    plus: ["the round of names"],
    delta: ["too long", "too late"],
  });
  expect(readFeedbackReply("• the round of names\n• too long")).toBeUndefined();
});

test.each(["–", "—", "−", "-", "Better:", "mejor :", "Mieux :", "besser:", "Meglio:", "delta:"])(
  "“%s” begins what could be better",
  (start) => {
    expect(readFeedbackReply(`${start} a break`)).toEqual({ plus: [], delta: ["a break"] });
  },
);

test.each(["+", "Worked:", "funcionó:", "Bien :", "Gut:", "bene:", "plus:"])("“%s” begins what worked", (start) => {
  expect(readFeedbackReply(`${start} the pace`)).toEqual({ plus: ["the pace"], delta: [] });
});

test.each(["+1", "+ 2", "yes +1", "It was good", "+", "-", "", "yes\n+ the pace"])(
  "“%s” says nothing of how it was",
  (text) => {
    expect(readFeedbackReply(text)).toBeUndefined();
  },
);
