import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { createLive } from "../src/kernel/activity-log/live.ts";
import { openLiveStreams } from "../src/kernel/activity-log/live-streams.ts";
import { realTimers } from "../src/kernel/activity-log/live-timers.ts";
import { localWords } from "../src/kernel/database/wake-local.ts";
import { openTestApplication } from "./test-application.ts";

/**
 * A process that serves streams of one topic, `note:1`, at `/live`, and nothing else, so that what they cost can be measured: it writes
 * its port, and after each line on its standard input how many streams are open and its resident memory in octets.
 */
const { application } = await openTestApplication({ schema: [] });
const sources = [{ name: "note", events: [], touched: () => [], mayFollow: async () => true }];
const live = createLive({ sources, endsSessionsOf: () => [], wakeUps: localWords(), timers: realTimers });
const streams = openLiveStreams({
  application,
  live,
  sources,
  timers: realTimers,
  most: { all: 5_000, ofAddress: 5_000 },
  readerOf: () => ({ personId: undefined, stands: async () => true, address: "127.0.0.1" }),
});
const web = new Hono();
web.get("/live", (c) => streams.answer(c));
const listener = getRequestListener(web.fetch);
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.stdin.on("data", () => {
  globalThis.gc?.();
  process.stdout.write(`${streams.count()} ${process.memoryUsage.rss()}\n`);
});
