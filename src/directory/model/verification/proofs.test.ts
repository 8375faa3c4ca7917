import { describe, expect, test } from "vitest";
import { proofCode, proofCodeIn } from "./proof-code.ts";
import { accountVerdict, afterCheck, expiryOf, verifiedAs, type Proof } from "./proofs.ts";

const at = Temporal.Instant.from("2027-02-01T10:00:00Z");
const uri = "https://plum.example/users/ana";
const proved: Proof = {
  kind: "account",
  state: "proved",
  code: "koinon-bcdfghjkmnpqrtvwxz34",
  method: "contact-account",
  account: { uri, handle: "@ana@plum.example" },
  askedAt: at,
  provedAt: at,
  checkedAt: undefined,
  failures: 0,
  staleBecause: undefined,
};

describe("a code of verification", () => {
  test("is made of octets, and found in what people write around it", () => {
    const code = proofCode(Uint8Array.from({ length: 32 }, (_, place) => place));
    expect(code).toBe("koinon-bcdfghjkmnpqrtvwxz34");
    expect(proofCodeIn(`Yes, that is us: ${code.toUpperCase()}.`)).toBe(code);
    expect(proofCodeIn(`${code}x`)).toBeUndefined();
    expect(proofCodeIn("koinon-bcdf")).toBeUndefined();
  });
});

describe("a proof", () => {
  test("that nobody could look at is looked at again before it goes stale", () => {
    const states: string[] = [];
    let proof = proved;
    for (let check = 1; check <= 5; check++) {
      proof = afterCheck(proof, { kind: "no-answer" }, at.add({ hours: 24 * check }));
      states.push(proof.state);
    }
    expect(states).toEqual(["proved", "proved", "proved", "proved", "stale"]);
    expect(proof.staleBecause).toBe("unreachable");
    expect(afterCheck(proof, { kind: "shown", method: "contact-account" }, at).state).toBe("proved");
  });

  test("that was only begun never goes stale, since nothing was proved", () => {
    const begun = { ...proved, state: "asked", provedAt: undefined } as const;
    expect(afterCheck(begun, { kind: "not-shown", because: "gone" }, at).state).toBe("asked");
  });

  test("of an account holds with the key it had then, and no other", () => {
    const account = { uri, handle: "@ana@plum.example", hasMoved: false };
    expect(accountVerdict(proved, { ...account, keyChangedAt: at.subtract({ hours: 1 }) }).kind).toBe("shown");
    expect(accountVerdict(proved, { ...account, keyChangedAt: at.add({ hours: 1 }) })).toEqual({
      kind: "not-shown",
      because: "other-key",
    });
  });

  test("has to be looked at again after a month", () => {
    expect(expiryOf(proved)?.toString()).toBe("2027-03-03T10:00:00Z");
  });

  test("says by what an entry is found", () => {
    expect(verifiedAs([])).toEqual(["listed"]);
    expect(verifiedAs([{ kind: "domain", state: "asked" }])).toEqual(["listed"]);
    expect(verifiedAs([{ kind: "domain", state: "stale" }, proved])).toEqual(["account"]);
    expect(verifiedAs([{ kind: "domain", state: "stale" }])).toEqual(["stale"]);
  });
});
