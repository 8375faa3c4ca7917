import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { get, type ClientRequest } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../../testing/live-server.ts", import.meta.url));
const STREAMS = 1_000;
const MEBIBYTE = 1024 * 1024;

let server: ChildProcessWithoutNullStreams;
let requests: ClientRequest[];

beforeEach(() => {
  server = spawn(process.execPath, ["--expose-gc", program]);
  requests = [];
});

afterEach(async () => {
  for (const request of requests) request.destroy();
  const ended = once(server, "exit");
  server.kill();
  await ended;
});

async function nextLine(): Promise<string> {
  const [line] = (await once(server.stdout, "data")) as [Buffer];
  return line.toString().trim();
}

async function measure(): Promise<{ readonly streams: number; readonly octets: number }> {
  server.stdin.write("\n");
  const [streams = 0, octets = 0] = (await nextLine()).split(" ").map(Number);
  return { streams, octets };
}

/** Opens a stream and settles when its first piece has come. */
function openStream(port: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({ port, path: "/live?topic=note:1", agent: false }, (response) => {
      response.once("data", () => resolve());
      response.once("error", () => {});
    });
    request.once("error", reject);
    requests.push(request);
  });
}

test("a thousand idle streams cost at most fifty mebibytes, and nothing once their readers are gone", async () => {
  const port = await nextLine();
  await openStream(port);
  const before = await measure();
  await Promise.all(Array.from({ length: STREAMS }, () => openStream(port)));
  const after = await measure();

  expect(after.streams - before.streams).toBe(STREAMS);
  expect((after.octets - before.octets) / MEBIBYTE).toBeLessThan(50);

  for (const request of requests) request.destroy();
  let left = after.streams;
  while (left > 0) left = (await measure()).streams;
  expect(left).toBe(0);
}, 30_000);
