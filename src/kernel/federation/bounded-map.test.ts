import { expect, test } from "vitest";
import { boundedMap } from "./bounded-map.ts";

test("the entry unused for longest makes room for a new one", () => {
  const map = boundedMap<string, number>(2);
  map.set("ana", 1);
  map.set("ben", 2);
  map.get("ana");
  map.set("cleo", 3);
  expect([map.get("ana"), map.get("ben"), map.get("cleo")]).toEqual([1, undefined, 3]);
});

test("a hundred thousand strangers are not remembered", () => {
  const map = boundedMap<number, true>(100);
  for (let stranger = 0; stranger < 100_000; stranger++) map.set(stranger, true);
  expect(map.size).toBe(100);
});

test("setting an entry again does not push out another", () => {
  const map = boundedMap<string, number>(2);
  map.set("ana", 1);
  map.set("ben", 2);
  map.set("ben", 3);
  expect([map.get("ana"), map.get("ben")]).toEqual([1, 3]);
});
