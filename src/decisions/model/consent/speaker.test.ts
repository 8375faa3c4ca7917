import { expect, test } from "vitest";
import type { PersonId } from "../thread.ts";
import { forThemselves, isOneVoice, type Speaker } from "./speaker.ts";

const says = (personId: string, onBehalfOf = forThemselves): Speaker => ({
  personId: personId as PersonId,
  onBehalfOf,
});

test.each([
  [says("ada", "allmende"), says("grace", "allmende"), true],
  [says("ada", "allmende"), says("ada", "comuna"), false],
  [says("ada"), says("ada"), true],
  [says("ada"), says("grace"), false],
  [says("ada"), says("ada", "allmende"), false],
])("%o and %o are one voice: %s", (one, other, isOne) => {
  expect(isOneVoice(one, other)).toBe(isOne);
});
