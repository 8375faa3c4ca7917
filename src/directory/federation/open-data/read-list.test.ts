import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json as answering, redirect, text } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { createEgress, type OpenEgress } from "../../../kernel/federation/egress/create-egress.ts";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { ListAt } from "../../model/open-data/list-at.ts";
import { bounds, listReader } from "./read-list.ts";

let there: ForeignServer;
let other: ForeignServer;
let egress: OpenEgress;
let listAt: ListAt;
let elapsed = 0;
beforeAll(async () => {
  there = await startForeignServer({ address: "127.0.74.1" });
  other = await startForeignServer({ address: "127.0.74.2" });
  const origin = new URL("http://127.0.74.250");
  egress = createEgress({
    origin,
    clock: testClock().now,
    version: "0",
    reachesPrivateAddresses: true,
    deadlineMs: 1_500,
  });
  listAt = listReader({ egress, elapsedMs: () => elapsed });
});
afterAll(async () => {
  egress.close();
  await there.stop();
  await other.stop();
});

const at = (path: string) => new URL(path, there.origin);
const askedFor = (path: string) => there.received.filter((request) => request.target === path).length;
const json = (document: Json) => answering(document, "application/json");
const place = { domain: "far.example", name: "Far" };

describe("a list at an address", () => {
  test("is read with all its parts", async () => {
    there.serve("/list.json", json({ entries: [place], next: at("/rest.json").href }));
    there.serve("/rest.json", json({ entries: [place], next: null }));
    expect(await listAt(at("/list.json"))).toMatchObject({ parts: [{ entries: [place] }, { next: null }] });
  });

  test("leads to no other server", async () => {
    other.serve("/secret.json", json({ entries: [place] }));
    there.serve("/leading.json", json({ entries: [place], next: new URL("/secret.json", other.origin).href }));
    expect(await listAt(at("/leading.json"))).toMatchObject({ parts: [{ entries: [place] }] });
    there.serve("/redirecting.json", redirect(new URL("/secret.json", other.origin).href));
    expect(await listAt(at("/redirecting.json"))).toBe("not-a-feed");
    expect(other.received).toEqual([]);
  });

  test("that goes on without end is given up", async () => {
    there.serve("/endless.json", json({ entries: [place], next: at("/endless.json").href }));
    expect(await listAt(at("/endless.json"))).toBe("list-too-long");
    expect(askedFor("/endless.json")).toBe(bounds.parts);
  });

  test("that takes too long is given up after the part in hand", async () => {
    const slow = json({ entries: [place], next: at("/slow.json").href });
    there.serve("/slow.json", (request, response) => {
      elapsed += bounds.timeMs + 1;
      return slow(request, response);
    });
    expect(await listAt(at("/slow.json"))).toBe("list-too-long");
    expect(askedFor("/slow.json")).toBe(1);
  });

  test("in parts that are too much together is given up", async () => {
    const large = { entries: [place], filler: Array.from({ length: 4 }, () => "x".repeat(240_000)) };
    there.serve("/large.json", json({ ...large, next: at("/large.json").href }));
    expect(await listAt(at("/large.json"))).toBe("list-too-long");
    expect(askedFor("/large.json")).toBeLessThan(6);
  });

  test.each([
    ["is a page", "/page", text("<p>Hello</p>", "text/html"), "not-a-feed"],
    ["has a name twice", "/twice", text('{"entries":[],"entries":[]}', "application/json"), "not-a-feed"],
    ["is something else", "/else", json({ people: [] }), "not-a-feed"],
    ["is larger than a part may be", "/huge", json({ entries: ["x".repeat(1_200_000)] }), "list-too-long"],
  ] as const)("that %s is none", async (_, path, answer, outcome) => {
    there.serve(path, answer);
    expect(await listAt(at(path))).toBe(outcome);
  });

  test("that is not there is away, and so is one at an address that is nobody’s", async () => {
    expect(await listAt(at("/nothing.json"))).toBe("list-away");
    const guarded = listReader({
      egress: createEgress({ origin: new URL("https://koinon.example"), clock: testClock().now, version: "0" }),
      elapsedMs: () => 0,
    });
    const before = there.received.length;
    expect(await guarded(at("/list.json"))).toBe("list-away");
    expect(there.received).toHaveLength(before);
  });
});
