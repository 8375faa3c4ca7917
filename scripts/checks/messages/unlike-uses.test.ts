import { expect, test } from "vitest";
import { readMessageUses } from "./message-uses.ts";
import { unlikeUses } from "./unlike-uses.ts";

const messages = new Map([
  ["seats.left", { places: ["count"], tags: [] }],
  ["seats.rules", { places: [], tags: ["link"] }],
  ["seats.state.full", { places: [], tags: [] }],
  ["refusal.seats-taken", { places: [], tags: [] }],
]);

/** Code that says every message rightly. */
const everything = `
  type State = "full";
  const all = [t("seats.left", { count }), frame.t.rich("seats.rules", { link: a }), t(\`seats.state.\${state}\`)];
  if (full) return refused({ kind: "seats-taken" });
  const words = t(\`refusal.\${refusal.kind}\`);
`;

function findings(code: string): readonly string[] {
  return unlikeUses(messages, [readMessageUses("src/seats/pages/seats.tsx", code)]);
}

test("code that says what the catalogues have is fine", () => {
  expect(findings(everything)).toEqual([]);
});

test("a message that no catalogue has is found where it is said", () => {
  expect(findings(`${everything}\nt("seats.right")`)).toEqual([
    "src/seats/pages/seats.tsx:7 says a message that no catalogue has: seats.right",
  ]);
});

test("either branch of a choice must exist", () => {
  expect(findings(`${everything}\nt(few ? "seats.few" : "seats.state.full")`)).toEqual([
    "src/seats/pages/seats.tsx:7 says a message that no catalogue has: seats.few",
  ]);
});

test("a key made of parts must be able to become one that exists", () => {
  expect(findings(`${everything}\nt(\`seats.colour.\${colour}\`)`)).toEqual([
    "src/seats/pages/seats.tsx:7 says a message that no catalogue has: seats.colour.…",
  ]);
});

test("a value that the message needs and does not get, and one it does not use, are found", () => {
  expect(findings(`${everything}\nt("seats.left", { number })`)).toEqual([
    "src/seats/pages/seats.tsx:7 says seats.left without its value count",
    "src/seats/pages/seats.tsx:7 gives seats.left a value number that it does not use",
  ]);
  expect(findings(`${everything}\nt("seats.left")`)).toEqual([
    "src/seats/pages/seats.tsx:7 says seats.left without its value count",
  ]);
});

test("values that cannot be read from the call are left to the tests of that page", () => {
  expect(findings(`${everything}\nt("seats.left", { ...values });\nt("seats.left", values);`)).toEqual([]);
});

test("a tag that the message needs and does not get is found", () => {
  expect(findings(`${everything}\nt.rich("seats.rules", {})`)).toEqual([
    "src/seats/pages/seats.tsx:7 says seats.rules without its tag link",
  ]);
});

test("a message named for later, as in a notice, must exist", () => {
  expect(findings(`${everything}\nnotify({ key: "seats.gone", titleKey: "seats.title" })`)).toEqual([
    "src/seats/pages/seats.tsx:7 names a message that no catalogue has: seats.gone",
    "src/seats/pages/seats.tsx:7 names a message that no catalogue has: seats.title",
  ]);
});

test("a refusal without words is found", () => {
  expect(findings(`${everything}\nrefused({ kind: "seat-broken", seat })`)).toEqual([
    "src/seats/pages/seats.tsx:7 refuses without words: no message refusal.seat-broken",
  ]);
});

test("a message that nobody says is found, also when its key is made of parts", () => {
  expect(findings(everything.replace('t("seats.left", { count }), ', ""))).toEqual([
    "nobody says the message seats.left",
  ]);
  expect(findings(everything.replace('"full"', '"empty"'))).toEqual(["nobody says the message seats.state.full"]);
});

test("what other servers send is refused without words", () => {
  const code = 'refused({ kind: "forged" })';
  const uses = [
    readMessageUses("src/seats/pages/seats.tsx", everything),
    readMessageUses("src/kernel/federation/inbox.ts", code),
  ];
  expect(unlikeUses(messages, uses)).toEqual([]);
});
