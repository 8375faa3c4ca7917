import { describe, expect, test } from "vitest";
import type { Proof } from "../verification/proofs.ts";
import { endOfTerm, pieceOfDelegate, unfitTerm, type Delegate } from "./delegate.ts";
import { afterLook, footingOf, freshEvidence, nextLookAt, restsOn, type Evidence, type Footing } from "./evidence.ts";
import { stepFrom, type Piece, type Step } from "./step.ts";
import { piecesOfVouches, type Vouch } from "./vouch.ts";

const now = Temporal.Instant.from("2027-02-01T10:00:00Z");
const later = (days: number) => now.add({ hours: 24 * days });
const uri = "https://plum.example/users/ana";
const footing: Footing = { uri, since: later(-10) };
const shown: Evidence = freshEvidence(uri, later(-1));

describe("what a place shows", () => {
  test("rests on the account that speaks for it, and on no account that was proved since", () => {
    const proof: Proof = {
      kind: "account",
      state: "proved",
      code: "koinon-bcdfghjkmnpqrtvwxz34",
      method: "contact-account",
      account: { uri, handle: "@ana@plum.example" },
      askedAt: later(-11),
      provedAt: later(-10),
      checkedAt: now,
      failures: 0,
      staleBecause: undefined,
    };
    expect(footingOf([proof])).toEqual(footing);
    expect(footingOf([{ ...proof, state: "stale" }])).toBeUndefined();
    expect(restsOn(footing, shown)).toBe(true);
    expect(restsOn(undefined, shown)).toBe(false);
    expect(restsOn({ ...footing, uri: "https://plum.example/users/bo" }, shown)).toBe(false);
    // Whoever has the domain now proved its account again, even under the same name.
    expect(restsOn({ uri, since: now }, shown)).toBe(false);
  });

  test("is looked at once a year, daily where nobody answered, monthly once it no longer holds", () => {
    expect(nextLookAt(shown)).toEqual(later(364));
    expect(nextLookAt(afterLook(shown, "away", now))).toEqual(later(1));
    expect(nextLookAt(afterLook(shown, "gone", now))).toEqual(later(30));
    expect(nextLookAt(afterLook(shown, "holds", now))).toEqual(later(365));
  });

  test("no longer holds when it is gone, or nobody answered five times in a row, and comes back when it is seen", () => {
    const away = (times: number) =>
      Array.from({ length: times }).reduce<Evidence>((before) => afterLook(before, "away", now), shown);
    expect(away(4).fault).toBeUndefined();
    expect(away(5).fault).toBe("unreachable");
    expect(afterLook(away(4), "holds", now)).toMatchObject({ failures: 0, fault: undefined });
    const gone = afterLook(shown, "gone", now);
    expect(gone).toMatchObject({ fault: "gone", checkedAt: shown.checkedAt });
    expect(afterLook(gone, "away", now).fault).toBe("gone");
    expect(afterLook(gone, "holds", now).fault).toBeUndefined();
  });
});

describe("a step", () => {
  const piece = (expiresAt: Temporal.Instant, fault?: Piece["fault"]): Piece => ({ fault, checkedAt: now, expiresAt });
  const peers = (pieces: readonly Piece[], before?: Step) => stepFrom("peers", pieces, before, now);

  test("of peers stands on two, until fewer are left", () => {
    expect(peers([piece(later(5))])).toBeUndefined();
    expect(peers([piece(later(5)), piece(later(9))])).toMatchObject({ state: "proved", expiresAt: later(5) });
    const three = [piece(later(5)), piece(later(7)), piece(later(9))];
    expect(peers(three)).toMatchObject({ state: "proved", expiresAt: later(7) });
    expect(peers([piece(later(5)), piece(later(9), "expired")])).toBeUndefined();
  });

  test("that stood is stale with the reason, keeps since when it stood, and is none once all was taken back", () => {
    const stood = peers([piece(later(5)), piece(later(9))]);
    expect(stepFrom("peers", [piece(later(5)), piece(later(9))], stood, later(3))?.since).toEqual(now);
    const stale = stepFrom("peers", [piece(later(5)), piece(later(-1), "expired")], stood, later(3));
    expect(stale).toMatchObject({ state: "stale", fault: "expired", since: later(3) });
    expect(stepFrom("peers", [piece(later(5))], stood, now)?.fault).toBe("too-few");
    expect(peers([], stood)).toBeUndefined();
  });
});

describe("a delegate", () => {
  const until = Temporal.PlainDate.from("2027-03-01");
  const delegate: Delegate = {
    ...shown,
    id: "1",
    handle: "@bo@plum.example",
    scope: "",
    decision: "https://plum.example/minutes",
    decisionId: undefined,
    until,
  };

  test("is one until the end of the last day of the term", () => {
    expect(endOfTerm(until).toString()).toBe("2027-03-02T00:00:00Z");
    expect(pieceOfDelegate(delegate, footing, now)).toMatchObject({ fault: undefined, expiresAt: endOfTerm(until) });
    expect(pieceOfDelegate(delegate, footing, endOfTerm(until)).fault).toBe("term-over");
    expect(pieceOfDelegate(delegate, undefined, now).fault).toBe("no-account");
    expect(pieceOfDelegate({ ...delegate, fault: "not-in-force" }, footing, now).fault).toBe("not-in-force");
  });

  test("has a term that is not over, and no longer than five years", () => {
    expect(unfitTerm(until, until)).toBeUndefined();
    expect(unfitTerm(until, until.add({ days: 1 }))).toBe("term-past");
    expect(unfitTerm(until.add({ years: 5 }), until)).toBeUndefined();
    expect(unfitTerm(until.add({ years: 5, days: 1 }), until)).toBe("term-too-long");
  });
});

describe("vouches", () => {
  const vouched = (by: string, said: Partial<Vouch> = {}) => {
    const accountUri = `https://${by}.example/users/admin`;
    const vouch: Vouch = {
      id: by,
      by: { entryId: by, name: by, domain: `${by}.example` },
      note: "",
      accountUri,
      personId: by,
      saidAt: later(-5),
      reply: "",
      isDeclined: false,
      ...said,
    };
    return { vouch, voucher: { uri: vouch.accountUri, since: later(-20) } };
  };
  const own = { ...footing, personId: "ana" };
  const faults = (...vouches: Parameters<typeof piecesOfVouches>[0]) =>
    piecesOfVouches(vouches, own, now).map(({ fault }) => fault);

  test("count while those who gave them speak for their places", () => {
    expect(faults(vouched("loom"), vouched("mill"))).toEqual([undefined, undefined]);
    expect(faults({ ...vouched("loom"), voucher: undefined })).toEqual(["no-account"]);
    expect(faults({ ...vouched("loom"), voucher: { ...vouched("loom").voucher, since: now } })).toEqual(["no-account"]);
  });

  test("do not count twice for one person, whatever number of places they speak for, nor for whoever speaks for the place", () => {
    expect(faults(vouched("loom", { personId: "eve" }), vouched("mill", { personId: "eve" }))).toEqual([
      undefined,
      "too-few",
    ]);
    expect(faults(vouched("loom", { personId: "ana" }))).toEqual(["too-few"]);
    expect(faults(vouched("loom", { personId: undefined, accountUri: uri }))).toEqual(["too-few"]);
  });

  test("do not count after a year, when declined, or for whoever had the place before", () => {
    expect(faults(vouched("loom", { saidAt: later(-365) }), vouched("mill", { isDeclined: true }))).toEqual([
      "no-account",
      "too-few",
    ]);
    const old = {
      ...vouched("loom", { saidAt: later(-365) }),
      voucher: { ...vouched("loom").voucher, since: later(-400) },
    };
    expect(piecesOfVouches([old], { ...own, since: later(-400) }, now)[0]?.fault).toBe("expired");
    expect(piecesOfVouches([vouched("loom")], { ...own, since: later(-1) }, now)[0]?.fault).toBe("no-account");
  });
});
