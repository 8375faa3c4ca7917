import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { keepConnection } from "./kept-connection.ts";
import { localWords } from "./wake-local.ts";
import type { WakeReport, WakeUps } from "./wake.ts";

const CHANNEL = "koinon";
/** A payload of NOTIFY is shorter than 8,000 octets (https://www.postgresql.org/docs/current/sql-notify.html). */
const LONGEST_PAYLOAD = 7_500;
/** While the connection is away, or slower than we talk, so many different words are kept; then the others are told that some are missing. */
const MOST_KEPT = 1_000;
const RETRY_MS = 1_000;
/** What is said in quick succession goes in one notification. */
const GATHER_MS = 5;

/** What goes over the wire: who says it, and channel and word of each; `missed` when some could not be said. */
interface Notification {
  readonly by: string;
  readonly words: readonly (readonly [channel: string, word: string])[];
  readonly missed?: true;
}

/** Words between processes by LISTEN and NOTIFY, over one connection of its own that is opened again when it is lost. */
export function postgresWords(url: string, report: WakeReport): WakeUps {
  const local = localWords();
  const self = randomBytes(8).toString("hex");
  const waiting = new Map<string, readonly [channel: string, word: string]>();
  const closing = new AbortController();
  let connection: pg.Client | undefined;
  let saying: Promise<void> | undefined;
  let isMissing = false;

  const hear = (payload: string | undefined) => {
    const notification = payload === undefined ? undefined : (JSON.parse(payload) as Notification);
    if (notification === undefined || notification.by === self) return;
    for (const [channel, word] of notification.words) local.say(channel, word);
    if (notification.missed === true) local.missed();
  };
  /** Says what waits, in as few notifications as it takes. */
  const flush = async () => {
    await pause(GATHER_MS);
    while (connection !== undefined && (waiting.size > 0 || isMissing)) {
      const words = takeSome(waiting);
      const notification: Notification = { by: self, words, ...(isMissing && { missed: true }) };
      isMissing = false;
      try {
        await connection.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify(notification)]);
      } catch {
        // The connection's own end is reported where it is awaited; what could not be said is only a hint.
        isMissing = true;
        return;
      }
    }
  };
  const sayWaiting = () => {
    saying ??= flush().finally(() => {
      saying = undefined;
    });
  };
  const running = keepConnection(url, RETRY_MS, closing.signal, {
    async begin(client) {
      client.on("notification", (notification) => hear(notification.payload));
      await client.query(`listen ${CHANNEL}`);
      connection = client;
      local.missed();
      sayWaiting();
    },
    end: () => {
      connection = undefined;
    },
    lost: report.lost,
  });
  return {
    say(channel, word) {
      local.say(channel, word);
      const isTooMuch = waiting.size >= MOST_KEPT || lengthOf([channel, word]) > LONGEST_PAYLOAD;
      if (isTooMuch) isMissing = true;
      else waiting.set(`${channel} ${word}`, [channel, word]);
      sayWaiting();
    },
    listen: (channel, heard) => local.listen(channel, heard),
    async close() {
      await saying;
      closing.abort();
      await running;
      await local.close();
    },
  };
}

function takeSome(waiting: Map<string, readonly [string, string]>): readonly (readonly [string, string])[] {
  const words: (readonly [string, string])[] = [];
  let length = 0;
  for (const [key, word] of waiting) {
    length += lengthOf(word);
    if (length > LONGEST_PAYLOAD) break;
    words.push(word);
    waiting.delete(key);
  }
  return words;
}

function lengthOf(word: readonly [channel: string, word: string]): number {
  return Buffer.byteLength(JSON.stringify(word)) + 1;
}
