import { expect, test } from "vitest";
import { typedAccount } from "./typed-account.ts";

test("a handle is read with or without its first sign, with capitals or blanks around it", () => {
  const ana = { kind: "handle", name: "ana", host: "social.example" };
  for (const typed of [
    "@ana@social.example",
    "ana@social.example",
    " ana@Social.example ",
    "acct:ana@social.example",
  ]) {
    expect(typedAccount(typed), typed).toEqual(ana);
  }
});

test("the address of a profile is as good as its handle", () => {
  expect(typedAccount("https://social.example/@ana")).toEqual({ kind: "handle", name: "ana", host: "social.example" });
});

test("a server is read by name or address, with its port if it has one", () => {
  expect(typedAccount("social.example")).toEqual({ kind: "server", host: "social.example" });
  expect(typedAccount("https://social.example/about?x=1")).toEqual({ kind: "server", host: "social.example" });
  expect(typedAccount("127.0.0.11:8001")).toEqual({ kind: "server", host: "127.0.0.11:8001" });
  expect(typedAccount("münchen.example")).toEqual({ kind: "server", host: "münchen.example" });
});

test("what is neither is not read at all", () => {
  const odd = [
    "",
    "ana",
    "@ana",
    "ana@",
    "ana@localhost",
    "a@b@c.example",
    "javascript:alert(1)",
    "//evil",
    "x y.example",
  ];
  for (const typed of [...odd, `${"a".repeat(500)}.example`]) expect(typedAccount(typed), typed).toBeUndefined();
});
