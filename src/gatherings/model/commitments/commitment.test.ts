import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actsOn, applyCommitmentAct, checkDue, commitmentActs, type CommitmentState } from "./commitment.ts";

const today = Temporal.PlainDate.from("2027-03-01");
const due = Temporal.PlainDate.from("2027-03-12");
const owner = { isOwner: true, mayWithdraw: false };
const proposer = { isOwner: false, mayWithdraw: true };
const stranger = { isOwner: false, mayWithdraw: false };
const states: readonly CommitmentState[] = ["proposed", "accepted", "declined", "done", "dropped"];

const from = (state: CommitmentState) => ({ state, due, moves: 0 });

describe("a commitment", () => {
  test.each([
    ["proposed", "accept", "accepted"],
    ["proposed", "decline", "declined"],
    ["declined", "accept", "accepted"],
    ["accepted", "finish", "done"],
    ["accepted", "drop", "dropped"],
    ["done", "resume", "accepted"],
    ["dropped", "resume", "accepted"],
  ] as const)("that is %s becomes, when its owner says %s, %s", (state, act, after) => {
    expect(applyCommitmentAct(from(state), act, owner, { today, until: null })).toMatchObject({
      ok: true,
      value: { state: after, due, moves: 0 },
    });
  });

  test("gets another day from its owner, and counts how often", () => {
    const until = Temporal.PlainDate.from("2027-04-01");
    const moved = applyCommitmentAct(from("accepted"), "move", owner, { today, until });
    expect(moved).toEqual({ ok: true, value: { state: "accepted", due: until, moves: 1 } });
  });

  test("needs a day for more time, and one to take it up again once its own has passed", () => {
    const late = Temporal.PlainDate.from("2027-03-13");
    expect(applyCommitmentAct(from("accepted"), "move", owner, { today, until: null })).toMatchObject({
      refusal: { kind: "until-when" },
    });
    expect(applyCommitmentAct(from("dropped"), "resume", owner, { today: late, until: null })).toMatchObject({
      refusal: { kind: "until-when" },
    });
  });

  test("is taken back by whoever proposed it only while nobody has taken it on", () => {
    const withdraw = (state: CommitmentState) =>
      applyCommitmentAct(from(state), "withdraw", proposer, { today, until: null });
    expect(withdraw("proposed")).toMatchObject({ ok: true, value: { state: "dropped" } });
    expect(withdraw("accepted")).toMatchObject({ ok: false, refusal: { kind: "commitment-moved-on" } });
  });

  test("is answered for by nobody but its owner, whatever its state", () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...commitmentActs), (state, act) => {
        const answer = applyCommitmentAct(from(state), act, stranger, { today, until: due });
        expect(answer).toEqual({ ok: false, refusal: { kind: "commitment-not-yours" } });
      }),
    );
  });

  test("offers just the acts that are then taken", () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...commitmentActs), (state, act) => {
        const { ok } = applyCommitmentAct(from(state), act, owner, { today, until: due });
        expect(actsOn(state, owner).includes(act)).toBe(ok);
      }),
    );
  });

  test("stays in one of its states, with a day to come while it is open, through any row of acts", () => {
    const acts = fc.array(
      fc.record({ act: fc.constantFrom(...commitmentActs), days: fc.integer({ min: -30, max: 900 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(acts, (row) => {
        let commitment = from("proposed");
        for (const { act, days } of row) {
          const after = applyCommitmentAct(commitment, act, owner, { today, until: today.add({ days }) });
          if (after.ok) commitment = { ...commitment, ...after.value };
          expect(states).toContain(commitment.state);
          expect(Temporal.PlainDate.compare(commitment.due, today)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("is due today at the earliest and in two years at the latest", () => {
    expect(checkDue(today, today)).toMatchObject({ ok: true });
    expect(checkDue(today.subtract({ days: 1 }), today)).toMatchObject({ refusal: { kind: "due-in-the-past" } });
    expect(checkDue(today.add({ years: 2 }), today)).toMatchObject({ ok: true });
    expect(checkDue(today.add({ years: 2, days: 1 }), today)).toMatchObject({ refusal: { kind: "due-too-far" } });
  });
});
