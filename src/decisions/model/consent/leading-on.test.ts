import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextOf, type Standing } from "./leading-on.ts";
import { answersNeeded, isHeard, silenceKinds } from "./silence.ts";
import { consentWays, isOver, stateAfter, type ConsentState, type ConsentStep } from "./states.ts";

const states = Object.keys(consentWays) as ConsentState[];
const steps = [...new Set(Object.values(consentWays).flatMap((ways) => Object.keys(ways)))] as ConsentStep[];

const few = fc.integer({ min: 0, max: 12 });
const standings: fc.Arbitrary<Standing> = fc.record({
  state: fc.constantFrom(...states),
  timeIsOver: fc.boolean(),
  longestTimeIsOver: fc.boolean(),
  rule: fc.record({ kind: fc.constantFrom(...silenceKinds), quorumPercent: fc.integer({ min: 1, max: 100 }) }),
  eligible: few,
  spoke: few,
  openQuestions: few,
  consents: few,
  concerns: few,
  withoutReason: few,
  timeWasGiven: fc.boolean(),
  untested: few,
  qualified: few,
  hasNewVersion: fc.boolean(),
  confirmed: few,
  refused: few,
});

const quiet: Standing = {
  state: "consent",
  timeIsOver: false,
  longestTimeIsOver: false,
  rule: { kind: "quorum", quorumPercent: 50 },
  eligible: 4,
  spoke: 0,
  openQuestions: 0,
  consents: 0,
  concerns: 0,
  withoutReason: 0,
  timeWasGiven: false,
  untested: 0,
  qualified: 0,
  hasNewVersion: false,
  confirmed: 0,
  refused: 0,
};

describe("the states of a consent process", () => {
  test("are reached by the ways of the table and by no other, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 60 }), (happenings) => {
        let state: ConsentState = "draft";
        for (const step of happenings) {
          const next = stateAfter(state, step);
          expect(next).toBe(consentWays[state][step]);
          if (isOver(state)) expect(next).toBeUndefined();
          state = next ?? state;
        }
      }),
    );
  });

  test("lead on by themselves along the table alone", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const next = nextOf(standing);
        if (next === undefined || next === "give-time") return;
        expect(stateAfter(standing.state, next)).toBeDefined();
      }),
    );
  });

  test("can all be reached from a draft, and each that is no end can still be taken back", () => {
    const reached = new Set<ConsentState>(["draft"]);
    for (const state of reached) for (const next of Object.values(consentWays[state])) reached.add(next);
    expect([...reached].toSorted()).toEqual(states.toSorted());
    for (const state of states) if (!isOver(state)) expect(stateAfter(state, "withdraw")).toBe("withdrawn");
  });
});

/** The consent round, as things may stand in it when no objection does. */
const rounds = standings.map((standing): Standing => ({ ...standing, state: "consent", untested: 0, qualified: 0 }));

describe("consent", () => {
  test("is adopted from the consent round and from no other state", () => {
    expect(states.filter((state) => stateAfter(state, "adopt") !== undefined)).toEqual(["consent"]);
  });

  test("is found when the time is over exactly when the circle was heard", () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const late = { ...round, timeIsOver: true, timeWasGiven: true };
        const answered = late.consents + late.concerns;
        const heard = answered >= late.eligible || isHeard(late.rule, answered + late.withoutReason, late.eligible);
        expect(nextOf(late)).toBe(heard ? "adopt" : "lack");
      }),
      { numRuns: 1_000 },
    );
  });

  test("is found in the consent round alone, and never while an objection stands", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        if (nextOf(standing) !== "adopt") return;
        expect(standing.state).toBe("consent");
        expect(standing.untested + standing.qualified).toBe(0);
        const answered = standing.consents + standing.concerns;
        const heard =
          standing.timeIsOver && isHeard(standing.rule, answered + standing.withoutReason, standing.eligible);
        expect(answered >= standing.eligible || heard).toBe(true);
      }),
    );
  });

  test("is missed only when the time is over and the circle was not heard", () => {
    fc.assert(
      fc.property(standings, (standing) => {
        if (nextOf(standing) !== "lack") return;
        expect(standing.timeIsOver).toBe(true);
        const answered = standing.consents + standing.concerns + standing.withoutReason;
        expect(answered).toBeLessThan(answersNeeded(standing.rule, standing.eligible));
      }),
    );
  });

  test("waits once for whoever objects and has not said why", () => {
    const waiting = { ...quiet, timeIsOver: true, consents: 3, withoutReason: 1 };
    expect(nextOf(waiting)).toBe("give-time");
    expect(nextOf({ ...waiting, timeWasGiven: true })).toBe("adopt");
  });

  test("gives way to an objection at once", () => {
    expect(nextOf({ ...quiet, consents: 3, untested: 1 })).toBe("object");
  });
});

describe("integrating", () => {
  test("goes back to the circle when every objector says that the new version will do", () => {
    const integrating = { ...quiet, state: "integrate", qualified: 2, hasNewVersion: true, confirmed: 1 } as const;
    expect(nextOf(integrating)).toBeUndefined();
    expect(nextOf({ ...integrating, confirmed: 2 })).toBe("back-to-consent");
  });

  test("asks the circle when time is over and no objector refused, and else parks the proposal", () => {
    const late = { ...quiet, state: "integrate", qualified: 1, timeIsOver: true } as const;
    expect(nextOf({ ...late, hasNewVersion: true })).toBe("back-to-consent");
    expect(nextOf({ ...late, hasNewVersion: true, refused: 1 })).toBe("park");
    expect(nextOf(late)).toBe("park");
  });
});
