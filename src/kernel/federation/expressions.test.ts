import { expect, test } from "vitest";
import { outcomeOfStatus } from "./deliveries/outcome.ts";
import { isSameOrigin, isSameUri, webUrl } from "./documents/reading.ts";
import { acceptHeader, activityDocument, isOneOf } from "./egress/media-type.ts";
import { readTarget } from "./egress/target.ts";
import { htmlFromText } from "./html-from-text.ts";
import { plainText } from "./inbox/plain-text.ts";
import { readStrictJson } from "./inbox/strict-json.ts";
import { readHandle } from "./remote-actors/handle.ts";
import { instantFromHttpDate } from "./signatures/http-date.ts";
import { readSignatureHead } from "./signatures/signature-head.ts";

const KILO = 1024;
const pieces = [
  " ",
  "\t",
  "\n",
  "\\",
  '"',
  "'",
  ",",
  ";",
  "=",
  "(",
  ")",
  "<",
  ">",
  "&",
  "@",
  ".",
  "/",
  ":",
  "a",
  "0",
  "é",
  "\u0000",
];
const words = [
  "@a@b",
  "https://",
  "<a ",
  "<p>",
  "&lt;",
  "\\u0000",
  'keyId="',
  ";a=1",
  "profile=",
  "acct:",
  "127.0.0.",
  "{[",
  '"a":',
  "%41",
  "xn--",
];

/** Whatever strangers can send us as text, with what reads it. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "a handle": readHandle,
  "a date": instantFromHttpDate,
  "a media type": (text) => isOneOf(text, activityDocument),
  "a signature by draft-cavage": (text) => readSignatureHead({ get: (name) => (name === "signature" ? text : null) }),
  "a signature by RFC 9421": (text) => readSignatureHead({ get: () => text }),
  "a URL": (text) => [webUrl(text), isSameOrigin(text, text), isSameUri(text, text)],
  "a target": (text) => readTarget(text, { allowsHttp: true, allowsPrivateAddresses: false, morePorts: [] }),
  "a wait": (text) => outcomeOfStatus(503, text, Temporal.Instant.fromEpochMilliseconds(0)),
  JSON: readStrictJson,
  HTML: plainText,
  words: htmlFromText,
};

test.each(Object.entries(readers))("no hundred kilobytes read as %s keep the loop busy", (_what, read) => {
  for (const piece of [...pieces, ...words]) {
    const row = piece.repeat(Math.ceil((100 * KILO) / piece.length));
    for (const text of [row, `a${row}`, `${row}!`, `@a@${row}`, `https://a.example/${row}`]) {
      expect([piece, isReadInTime(() => read(text))]).toEqual([piece, true]);
    }
  }
});

/**
 * An expression that backtracks takes seconds, every time; the first calls are slow for other reasons too (compiling, collecting), and a machine that
 * others use is several times slower at moments.
 */
function isReadInTime(read: () => unknown): boolean {
  return Array.from({ length: 5 }).some(() => processorMs(read) < 400);
}

function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test("an Accept header names what is asked for", () => {
  expect(acceptHeader(activityDocument)).toBe(
    'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
  );
});
