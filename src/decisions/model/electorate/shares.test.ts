import fc from "fast-check";
import { expect, test } from "vitest";
import { guardedShares, openShares } from "./shares.ts";

const share = (host: string, eligible: number, answered: number) => ({ host, eligible, answered });

test("open answers show each server, the largest first", () => {
  const { servers, others } = openShares([share("small.example", 1, 1), share("large.example", 9, 2)]);
  expect(servers.map(({ host }) => host)).toEqual(["large.example", "small.example"]);
  expect(others).toBeUndefined();
});

test("secret answers fold servers from which fewer than five answered", () => {
  const shares = [share("a.example", 20, 12), share("b.example", 6, 4), share("c.example", 3, 3)];
  expect(guardedShares(shares)).toEqual({ servers: [shares[0]], others: { eligible: 9, answered: 7 } });
});

test("what is folded is never so little that it could be reckoned by subtraction", () => {
  const shares = [share("a.example", 20, 12), share("b.example", 7, 6), share("c.example", 3, 1)];
  expect(guardedShares(shares)).toEqual({ servers: [shares[0]], others: { eligible: 10, answered: 7 } });
});

test("whatever the servers, nothing shown of closed answers tells of fewer than five, and nobody is lost", () => {
  const some = fc.tuple(fc.nat(30), fc.nat(30)).map(([left, answered]) => share("", left + answered, answered));
  fc.assert(
    fc.property(fc.array(some, { maxLength: 20 }), (shares) => {
      const { servers, others } = guardedShares(shares.map((each, place) => ({ ...each, host: `${place}.example` })));
      const parts = [...servers, ...(others === undefined ? [] : [others])];
      const sum = (of: "eligible" | "answered", all: readonly Record<typeof of, number>[]) =>
        all.reduce((total, each) => total + each[of], 0);
      expect(sum("answered", parts)).toBe(sum("answered", shares));
      expect(sum("eligible", parts)).toBe(sum("eligible", shares));
      for (const { answered } of servers) expect(answered).toBeGreaterThanOrEqual(5);
      if (servers.length > 0 && others !== undefined) expect(others.answered).toBeGreaterThanOrEqual(5);
    }),
  );
});
