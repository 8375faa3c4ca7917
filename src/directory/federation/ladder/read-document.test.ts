import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { redirect, status, text } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import { documentBounds, type DocumentAt } from "../../model/ladder/document.ts";
import { documentReader, wordsOf } from "./read-document.ts";

let there: ForeignServer;
let egress: OpenEgress;
let documentAt: DocumentAt;
const clock = testClock();
beforeAll(async () => {
  there = await startForeignServer({ address: "127.0.74.31" });
  const origin = new URL("http://127.0.74.250");
  egress = createEgress({ origin, clock: clock.now, version: "0", reachesPrivateAddresses: true, deadlineMs: 1_500 });
});
beforeEach(() => {
  documentAt = documentReader({ egress, clock: clock.now });
});
afterAll(async () => {
  egress.close();
  await there.stop();
});

const at = (path: string) => new URL(path, there.origin);

describe("a document at an address", () => {
  test("is known by the hash of its bytes, and of its words", async () => {
    there.serve("/law.txt", text("abc", "text/plain; charset=utf-8"));
    const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(await documentAt(at("/law.txt"))).toMatchObject({
      sha256: digest,
      wordsSha256: digest,
      mediaType: "text/plain",
    });
    there.serve(
      "/law",
      text("<title>x</title><p data-nonce='1'>Article one</p><script>let n = 1</script>", "text/html"),
    );
    there.serve(
      "/law2",
      text("<title>x</title><p data-nonce='2'>Article one</p><script>let n = 2</script>", "text/html"),
    );
    there.serve("/law3", text("<title>x</title><p data-nonce='2'>Article two</p>", "text/html"));
    const [one, same, other] = [
      await documentAt(at("/law")),
      await documentAt(at("/law2")),
      await documentAt(at("/law3")),
    ];
    if (typeof one === "string" || typeof same === "string" || typeof other === "string") throw new Error("not read");
    expect(one.sha256).not.toBe(same.sha256);
    expect(one.wordsSha256).toBe(same.wordsSha256);
    expect(one.wordsSha256).not.toBe(other.wordsSha256);
  });

  test("is found where its address leads", async () => {
    there.serve("/moved", redirect("/moved.txt"));
    there.serve("/moved.txt", text("abc", "text/plain"));
    expect(await documentAt(at("/moved"))).toMatchObject({ mediaType: "text/plain" });
  });

  test.each([
    ["is not there", "/nothing", status(404), "gone"],
    ["is a picture", "/picture", text("x", "image/png"), "unreadable"],
    [
      "is larger than a document may be",
      "/large",
      text("x".repeat(documentBounds.bytes + 1), "text/plain"),
      "unreadable",
    ],
    ["is of a server in trouble", "/trouble", status(503), "away"],
  ] as const)("that %s is none", async (_, path, answer, outcome) => {
    there.serve(path, answer);
    expect(await documentAt(at(path))).toBe(outcome);
  });

  test("on a private network is not asked for", async () => {
    const guarded = documentReader({
      egress: createEgress({ origin: new URL("https://koinon.example"), clock: clock.now, version: "0" }),
      clock: clock.now,
    });
    const before = there.received.length;
    expect(await guarded(at("/law.txt"))).toBe("gone");
    expect(there.received).toHaveLength(before);
  });

  test("is one of twenty an hour for one person", async () => {
    there.serve("/often.txt", text("abc", "text/plain"));
    for (let time = 0; time < 20; time++) expect(await documentAt(at("/often.txt"), "ada")).toMatchObject({});
    expect(await documentAt(at("/often.txt"), "ada")).toBe("enough");
    expect(await documentAt(at("/often.txt"), "bob")).toMatchObject({ mediaType: "text/plain" });
    clock.pass({ hours: 1 });
    expect(await documentAt(at("/often.txt"), "ada")).toMatchObject({ mediaType: "text/plain" });
  });
});

test("the words of a page are what there is to read in it", () => {
  expect(wordsOf("<p title=1>One <b>two</b></p>")).toBe("One two");
  expect(wordsOf("<style>p { }</style>a<script>if (a<b) c</script> b <noscript><p>n</p></noscript>c")).toBe("a b c");
  expect(wordsOf("plain < 3")).toBe("plain");
});
