import { expect, test } from "vitest";
import { mayBeFollowed } from "./contact.ts";
import { typedActor } from "./typed-actor.ts";

test("a handle is read however it is pasted", () => {
  const plum = { name: "@plum@gather.example", host: "gather.example" };
  for (const typed of [" plum@Gather.example ", "@plum@gather.example", "https://gather.example/@plum"]) {
    expect(typedActor(typed), typed).toEqual(plum);
  }
});

test("the address of a page or an actor is looked up as it stands", () => {
  const page = "https://gather.example/gatherings/019440a0-0000-7000-8000-000000000001";
  expect(typedActor(page)).toEqual({ name: page, host: "gather.example" });
});

test("a host alone, other schemes and mere words name no actor", () => {
  for (const typed of [
    "",
    "gather.example",
    "https://gather.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "plum",
  ]) {
    expect(typedActor(typed), typed).toBeUndefined();
  }
});

test("communities, organisations, services and servers can be followed, people cannot", () => {
  expect(["Group", "Organization", "Service", "Application"].every(mayBeFollowed)).toBe(true);
  expect(["Person", "Note", ""].some(mayBeFollowed)).toBe(false);
});
