import { describe, expect, test } from "vitest";
import { randomStock } from "./random-stock.ts";
import { seal, unseal } from "./sealed.ts";
import { derivedToken, hashOfToken, newToken } from "./token.ts";

const ours = new Uint8Array(32).fill(7);
const theirs = new Uint8Array(32).fill(8);

describe("a token", () => {
  test("is never made twice and does not show in its hash", () => {
    const token = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOfToken(token)).not.toContain(token);
  });

  test("derived from the server's secret is the same again, and another for another purpose, text or server", () => {
    const derived = derivedToken(ours, "code", "a");
    expect(derivedToken(ours, "code", "a")).toBe(derived);
    const others = [
      derivedToken(ours, "link", "a"),
      derivedToken(ours, "code", "b"),
      derivedToken(theirs, "code", "a"),
    ];
    expect(others).not.toContain(derived);
  });
});

describe("a sealed text", () => {
  const sealed = seal(ours, "clients", "their secret");

  test("is read again by this server alone, and for its purpose alone", () => {
    expect(unseal(ours, "clients", sealed)).toBe("their secret");
    expect(unseal(theirs, "clients", sealed)).toBeUndefined();
    expect(unseal(ours, "links", sealed)).toBeUndefined();
  });

  test("that was changed or cut short is not read at all", () => {
    const bytes = Buffer.from(sealed, "base64url");
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    expect(unseal(ours, "clients", bytes.toString("base64url"))).toBeUndefined();
    expect(unseal(ours, "clients", sealed.slice(0, 20))).toBeUndefined();
  });

  test("looks different each time", () => {
    expect(seal(ours, "clients", "their secret")).not.toBe(sealed);
  });
});

describe("a stock of random octets", () => {
  test("gives as many as asked for, and none twice", () => {
    const random = randomStock();
    const lengths = [16, 8, 16, 4096, 5000, 0, 1];
    expect(lengths.map((length) => random(length).length)).toEqual(lengths);
    const salts = Array.from({ length: 2000 }, () => Buffer.from(random(16)).toString("hex"));
    expect(new Set(salts).size).toBe(2000);
  });

  test("gives no part of itself away", () => {
    const random = randomStock();
    const given = random(16);
    const before = Uint8Array.from(given);
    random(16).fill(0);
    expect(given).toEqual(before);
    expect(given.buffer.byteLength).toBe(16);
  });
});
