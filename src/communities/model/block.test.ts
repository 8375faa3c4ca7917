import { describe, expect, test } from "vitest";
import { hostsCovering, normalHost, strictest } from "./block.ts";

describe("the host that a block names", () => {
  test("is kept in one form, however it was typed", () => {
    expect(normalHost("Bücher.example")).toBe("xn--bcher-kva.example");
    expect(normalHost("https://Evil.Example./users/mallory?x=1")).toBe("evil.example");
    expect(normalHost("evil.example:8443")).toBe("evil.example");
    expect(normalHost("@evil.example")).toBe("evil.example");
  });

  test("is refused when it is no host", () => {
    expect(normalHost("")).toBeUndefined();
    expect(normalHost("not a host")).toBeUndefined();
    expect(normalHost("ana@evil.example")).toBeUndefined();
  });

  test("covers its subdomains and no neighbours", () => {
    expect(hostsCovering("a.b.evil.example")).toContain("evil.example");
    expect(hostsCovering("notevil.example")).not.toContain("evil.example");
  });

  test("does not read a numeric address as a name below another", () => {
    expect(hostsCovering("127.0.0.1")).toEqual(["127.0.0.1"]);
    expect(hostsCovering("[::1]")).toEqual(["[::1]"]);
  });
});

test("of several decisions about one requester the strictest holds", () => {
  expect(strictest([])).toBeUndefined();
  expect(strictest(["limit"])).toBe("limit");
  expect(strictest(["limit", "block", "limit"])).toBe("block");
});
