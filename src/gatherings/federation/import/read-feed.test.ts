import { afterAll, beforeAll, expect, test } from "vitest";
import { never, redirect, status, text } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { createEgress, type EgressOptions } from "../../../kernel/federation/egress/create-egress.ts";
import { feedReader } from "./read-feed.ts";

const calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Café\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const origin = new URL("http://127.0.90.1:3000");
let peer: ForeignServer;

beforeAll(async () => {
  peer = await startForeignServer({ address: "127.0.90.2" });
});
afterAll(() => peer.stop());

const egress = (options: Partial<EgressOptions> = {}) =>
  createEgress({ origin, clock: testClock().now, version: "0", reachesPrivateAddresses: true, ...options });

const read = (path: string, options?: Partial<EgressOptions>) => feedReader(egress(options))(`${peer.origin}${path}`);

test("a calendar is read where its address leads, as the text it is", async () => {
  peer.serve("/moved.ics", redirect("/all.ics"));
  peer.serve("/all.ics", text(`\ufeff${calendar}`, "text/calendar; charset=utf-8"));
  expect(await read("/moved.ics")).toEqual({ ok: true, value: calendar });
  peer.serve("/raw.ics", text(calendar, "text/plain"));
  expect(await read("/raw.ics")).toEqual({ ok: true, value: calendar });
});

test.each([
  ["feed-not-there", "/absent.ics", status(404)],
  ["feed-not-there", "/gone.ics", status(410)],
  ["feed-not-open", "/closed.ics", status(401)],
  ["feed-not-open", "/forbidden.ics", status(403)],
  ["feed-unreachable", "/broken.ics", status(500)],
  ["feed-no-calendar", "/page.ics", text("<!doctype html>", "text/html")],
  ["feed-no-calendar", "/picture.ics", text("GIF89a", "image/gif")],
  ["feed-too-large", "/huge.ics", text("x".repeat(1024 ** 2 + 1), "text/calendar")],
  ["feed-not-allowed", "/loop.ics", redirect("/loop.ics")],
  ["feed-not-allowed", "/file.ics", redirect("file:///etc/passwd")],
] as const)("%s: nothing is read of %s", async (kind, path, answer) => {
  peer.serve(path, answer);
  expect(await read(path)).toEqual({ ok: false, refusal: { kind } });
});

test("an address that lets one wait is given up", async () => {
  peer.serve("/silent.ics", never());
  expect(await read("/silent.ics", { deadlineMs: 200 })).toEqual({ ok: false, refusal: { kind: "feed-unreachable" } });
});

test("nothing is asked of what is no public address, by itself or by a redirect", async () => {
  const port = Number(new URL(peer.origin).port);
  const before = peer.received.length;
  const guarded = {
    reachesPrivateAddresses: false,
    morePorts: [port],
    resolve: async () => [{ address: "127.0.90.2", family: 4 as const }],
  } as const;
  const inside = feedReader(egress({ ...guarded, origin: new URL("https://gather.example") }));
  for (const address of [
    `${peer.origin}/all.ics`,
    `https://inside.example:${port}/all.ics`,
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/all.ics",
    "https://2130706433/all.ics",
    "https://localhost/all.ics",
  ]) {
    expect([address, await inside(address)]).toEqual([address, { ok: false, refusal: { kind: "feed-not-allowed" } }]);
  }
  expect(peer.received).toHaveLength(before);
});
