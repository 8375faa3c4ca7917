import { expect, test } from "vitest";
import type { Proof } from "../verification/proofs.ts";
import { stillSpeaks } from "./reply.ts";

const ana = { uri: "https://house.example/users/ana", handle: "@ana@house.example" };
const at = Temporal.Instant.from("2027-02-01T10:00:00Z");
const proof: Proof = {
  kind: "account",
  state: "proved",
  code: "koinon-bcdfghjkmnpqrtvwxz34",
  method: "contact-account",
  account: ana,
  askedAt: at,
  provedAt: at,
  checkedAt: at,
  failures: 0,
  staleBecause: undefined,
};

test("an account still speaks for its place while what it proved stands, and no longer", () => {
  const eve = { ...ana, uri: "https://house.example/users/eve" };
  expect(stillSpeaks({ account: ana }, [proof])).toBe(true);
  expect(stillSpeaks({ account: ana }, [{ ...proof, state: "stale" }])).toBe(false);
  expect(stillSpeaks({ account: ana }, [{ ...proof, account: eve }])).toBe(false);
  expect(stillSpeaks({ account: ana }, [{ ...proof, kind: "domain" }])).toBe(false);
  expect(stillSpeaks({ account: ana }, [])).toBe(false);
});
