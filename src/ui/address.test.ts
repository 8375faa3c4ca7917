import { describe, expect, test } from "vitest";
import { linkTarget, ownPath, withQuery } from "./address.ts";

const abroad = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/a\\b",
  "/\nevil",
  "",
  "evil",
];

describe("an address that leads a reader back", () => {
  test("is one on this server", () => {
    expect(ownPath("/gatherings/7?page=2#voices", "/")).toBe("/gatherings/7?page=2#voices");
  });

  test.each(abroad)("never leads abroad: %j", (address) => {
    expect(ownPath(address, "/")).toBe("/");
  });
});

describe("a link", () => {
  test("leads to a page of ours, a part of this page, or by http and https", () => {
    for (const address of ["/me", "#act", "?page=2", "https://social.example/@ada"])
      expect(linkTarget(address)).toBe(address);
  });

  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "https:evil.example",
    "java\nscript:x",
  ])("leads nowhere by any other way: %j", (address) => expect(linkTarget(address)).toBeUndefined());
});

test("an address gets a query parameter before its fragment, in place of an older one", () => {
  expect(withQuery("/a?b=1&c=2#d", "b", "x y")).toBe("/a?b=x+y&c=2#d");
  expect(withQuery("/a", "b", "1")).toBe("/a?b=1");
});
