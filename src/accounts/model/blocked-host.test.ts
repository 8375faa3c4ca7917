import { expect, test } from "vitest";
import { hostAndParents, hostFrom } from "./blocked-host.ts";

test("a block of a host is one of everything below it, and of nothing beside it", () => {
  expect(hostAndParents("a.b.example")).toEqual(["a.b.example", "b.example", "example"]);
  expect(hostAndParents("Spam.Example:8443")).toEqual(["spam.example", "example"]);
});

test("a host is understood however it was copied", () => {
  for (const typed of [
    "spam.example",
    " https://Spam.example/about ",
    "*.spam.example",
    "@spam.example",
    "spam.example:443",
  ]) {
    expect(hostFrom(typed), typed).toBe("spam.example");
  }
  expect(hostFrom("sp\u0430m.example")).toBe("xn--spm-7cd.example");
});

test("what names no host is not understood", () => {
  for (const typed of ["", "spam", "two words.example", "javascript:alert(1)", "127.0.0.1:x", "<b>"]) {
    expect(hostFrom(typed), typed).toBeUndefined();
  }
});
