import { randomInt } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Clock } from "../src/kernel/base/time.ts";

const BEAT_MS = 60;

/** What keeps snac2's worker awake. */
export type Heartbeat = {
  /** The log without the lines that the heartbeat caused. */
  removedFrom(log: string): string;
  /** To be called when snac2 has ended. */
  stop(): Promise<void>;
};

/**
 * Keeps snac2's worker awake, so that what it has to do takes a tenth of a second and not up to three.
 *
 * snac2's background thread works through the queues of its people and its own, and sleeps three seconds whenever a round found
 * nothing (`background_thread` in its httpd.c). While it sleeps a follow waits to be sent, and a message that came in waits to be
 * read. So a round always finds something: an errand in one person's queue, to fetch a document here. We answer that there is no
 * such thing, but only after `BEAT_MS`, and put the next errand there first. Nothing else in snac2 is touched, and at 60 ms this
 * costs about three hundredths of a processor.
 */
export async function startHeartbeat(queueFolder: string, now: Clock = Temporal.Now.instant): Promise<Heartbeat> {
  const server = createServer((_request, response) => {
    setTimeout(() => {
      putErrand(queueFolder, errand, now)
        .catch(() => undefined) // The folder is removed while a last errand is under way.
        .finally(() => response.writeHead(404).end());
    }, BEAT_MS);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.10", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const errand = `http://127.0.0.10:${port}/errand`;
  await putErrand(queueFolder, errand, now);
  return {
    removedFrom: (log) =>
      log
        .split("\n")
        .filter((line) => !line.includes(errand))
        .join("\n"),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function putErrand(queueFolder: string, errand: string, now: Clock): Promise<void> {
  // snac2 takes an item when the time in the name of its file is past, so a little earlier; the last digits only keep names apart.
  const milliseconds = now().epochMilliseconds - 10;
  const name = `${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, "0")}${randomInt(100, 1000)}`;
  const item = { type: "object_request", message: errand, retries: 0, ntid: name };
  const unseen = join(queueFolder, `${name}.new`);
  await writeFile(unseen, JSON.stringify(item));
  await rename(unseen, join(queueFolder, `${name}.json`));
}
