import { expect, test } from "vitest";
import type { RsvpAnswer, RsvpStanding } from "../rsvp.ts";
import { mayEnter } from "./may-enter.ts";
import { readRoomLink } from "./room-link.ts";

test.each([
  ["https://meet.example/hall", "https://meet.example/hall"],
  ["  https://bbb.example/b/ada-x7k-9qq?pin=1  ", "https://bbb.example/b/ada-x7k-9qq?pin=1"],
])("%j leads to a room", (typed, link) => {
  expect(readRoomLink(typed)).toEqual({ ok: true, value: link });
});

test.each([
  "",
  "hall",
  "http://meet.example/hall",
  "javascript:alert(1)",
  "https://meet.example@evil.example/",
  "https://hall",
  `https://meet.example/${"x".repeat(500)}`,
])("%j leads to none", (typed) => {
  expect(readRoomLink(typed)).toEqual({ ok: false, refusal: { kind: "not-a-room-link" } });
});

test("of all answers and standings, a place to speak or to listen opens the room", () => {
  const answers: readonly RsvpAnswer[] = ["going", "maybe", "not-going", "audience"];
  const standings: readonly RsvpStanding[] = ["confirmed", "waiting", "noted"];
  const opening = answers.flatMap((answer) =>
    standings
      .filter((standing) => mayEnter({ organises: false, entries: [{ answer, standing }] }))
      .map((one) => [answer, one]),
  );
  expect(opening).toEqual([
    ["going", "confirmed"],
    ["audience", "confirmed"],
  ]);
});

test("whoever organises enters; whoever has not answered does not", () => {
  expect(mayEnter({ organises: true, entries: [] })).toBe(true);
  expect(mayEnter({ organises: false, entries: [] })).toBe(false);
});
