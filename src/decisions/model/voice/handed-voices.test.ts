import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  handedFor,
  handingRefusal,
  heldBy,
  spokenVoices,
  voiceScopes,
  type HandedVoice,
  type ScopedVoice,
} from "./handed-voices.ts";

const people = "abcdefgh".split("");
const person = fc.constantFrom(...people);
const voice = fc.record({ giver: person, holder: person });
const scoped = fc
  .record({ giver: person, holder: person, scope: fc.constantFrom(...voiceScopes), place: fc.nat(1) })
  .map(({ place, ...rest }): ScopedVoice => ({ ...rest, subject: subjects[rest.scope][place] ?? "" }));
const subjects = { proposal: ["p1", "p2"], topic: ["care", "money"], community: ["", ""] };
const about = { proposalId: "p1", topics: ["money"] };

const hands = (...pairs: readonly string[]): readonly HandedVoice[] =>
  pairs.map((pair) => ({ giver: pair.charAt(0), holder: pair.charAt(1) }));
const map = (...pairs: readonly string[]) => new Map(hands(...pairs).map(({ giver, holder }) => [giver, holder]));

/** Takes voices one after the other as the community does: those it refuses are left out. */
function taken(asked: readonly HandedVoice[], most: number): readonly HandedVoice[] {
  const inForce: HandedVoice[] = [];
  for (const one of asked) if (handingRefusal(inForce, one, most) === undefined) inForce.push(one);
  return inForce;
}

describe("whoever has not answered", () => {
  const everybody = new Set(people);

  test("is spoken for by the nearest person along the chain who has", () => {
    const chain = map("ab", "bc");
    const silent = (...names: readonly string[]) => new Set(names);
    expect(spokenVoices(chain, { silent: silent("a", "b"), answered: silent("c") })).toEqual([
      { giver: "a", next: "b", speaker: "c" },
      { giver: "b", next: "c", speaker: "c" },
    ]);
    expect(spokenVoices(chain, { silent: silent("a"), answered: silent("b", "c") })).toEqual([
      { giver: "a", next: "b", speaker: "b" },
    ]);
  });

  test("is spoken for by nobody where nobody along the chain has, or the chain is a ring", () => {
    expect(spokenVoices(map("ab", "ba"), { silent: everybody, answered: new Set() })).toEqual([]);
    expect(spokenVoices(map("ab"), { silent: everybody, answered: new Set("c") })).toEqual([]);
  });

  test("is counted once at most, never beside an answer of their own, and whatever the order of hands", () => {
    fc.assert(
      fc.property(fc.array(scoped, { maxLength: 20 }), fc.subarray(people), fc.subarray(people), (all, on, said) => {
        const answered = new Set(said);
        const silent = new Set(on.filter((one) => !answered.has(one)));
        const spoken = spokenVoices(handedFor(all, about), { silent, answered });
        const givers = spoken.map(({ giver }) => giver);
        expect(new Set(givers).size).toBe(givers.length);
        expect(givers.every((giver) => silent.has(giver))).toBe(true);
        expect(spoken.every(({ speaker }) => answered.has(speaker))).toBe(true);
        expect(spokenVoices(handedFor(all.toReversed(), about), { silent, answered })).toEqual(spoken);
      }),
    );
  });
});

describe("of what somebody has handed over", () => {
  const held = (scope: ScopedVoice["scope"], subject: string, holder: string) => ({
    giver: "a",
    holder,
    scope,
    subject,
  });
  const all = [held("community", "", "b"), held("topic", "money", "c"), held("proposal", "p1", "d")];

  test("the narrowest that holds for a proposal counts", () => {
    expect(handedFor(all, about).get("a")).toBe("d");
    expect(handedFor(all, { ...about, proposalId: "p2" }).get("a")).toBe("c");
    expect(handedFor(all, { proposalId: "p2", topics: ["care"] }).get("a")).toBe("b");
  });

  test("that of the first topic by the alphabet counts where there are two", () => {
    const two = [held("topic", "money", "b"), held("topic", "care", "c")];
    expect(handedFor(two, { proposalId: "p", topics: ["money", "care"] }).get("a")).toBe("c");
  });
});

describe("a voice is not handed over", () => {
  test("to oneself, or where it would come back from hand to hand", () => {
    expect(handingRefusal([], { giver: "a", holder: "a" }, 5)).toEqual({ kind: "voice-in-a-ring" });
    expect(handingRefusal(hands("ab", "bc"), { giver: "c", holder: "a" }, 5)).toEqual({ kind: "voice-in-a-ring" });
  });

  test("to whoever holds enough, those handed on included, nor where it ends with such a person", () => {
    const full = { kind: "holds-enough-voices", most: 2 };
    expect(handingRefusal(hands("ab", "bc"), { giver: "d", holder: "c" }, 2)).toEqual(full);
    expect(handingRefusal(hands("ab", "bc"), { giver: "d", holder: "b" }, 2)).toEqual(full);
    expect(handingRefusal(hands("ab", "bc"), { giver: "d", holder: "c" }, 3)).toBeUndefined();
  });

  test("so that whatever is asked for, no ring arises and nobody holds more than is allowed", () => {
    fc.assert(
      fc.property(fc.array(voice, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (asked, most) => {
        const inForce = taken(asked, most);
        for (const one of people) {
          expect(heldBy(inForce, one).size).toBeLessThanOrEqual(most);
          expect(inForce.some(({ giver, holder }) => holder === one && heldBy(inForce, giver).has(one))).toBe(false);
        }
      }),
    );
  });
});
