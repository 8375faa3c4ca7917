import { describe, expect, test } from "vitest";
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
