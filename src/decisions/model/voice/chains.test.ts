import { expect, test } from "vitest";
import { chainsOf } from "./chains.ts";
import type { ScopedVoice } from "./handed-voices.ts";

const held = (pair: string, topic?: string): ScopedVoice => ({
  giver: pair.charAt(0),
  holder: pair.charAt(1),
  scope: topic === undefined ? "community" : "topic",
  subject: topic ?? "",
});
const shown = (voices: readonly ScopedVoice[]) =>
  chainsOf(voices).map(({ subject, people }) => `${subject}:${people.join("→")}`);

test("voices are shown from hand to hand, each chain as long as it goes", () => {
  expect(shown([held("bc"), held("ab"), held("dc")])).toEqual([":a→b→c", ":d→c"]);
});

test("a chain for a topic goes on where somebody handed theirs over for everything", () => {
  expect(shown([held("ab", "money"), held("bc")])).toEqual([":b→c", "money:a→b→c"]);
  expect(shown([held("ab", "money"), held("bc", "care")])).toEqual(["care:b→c", "money:a→b"]);
});
