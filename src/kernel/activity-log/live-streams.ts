import type { Context } from "hono";
import type { Application } from "../application.ts";
import type { LiveSource } from "./live-source.ts";
import type { Timers } from "./live-timers.ts";
import type { Live } from "./live.ts";

/** Where pages follow what changes, by server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface LiveStreams {
  /** Answers `/live?topic=gathering:…&topic=…`; every topic must be one that the reader may follow. */
  answer(c: Context): Promise<Response>;
  /** Streams that are open now. */
  count(): number;
  /** Ends all of them. */
  close(): void;
}

/** Who asks for a stream. */
export interface StreamReader {
  readonly personId: string | undefined;
  /** Whether their session still stands; for a visitor, always. */
  readonly stands: () => Promise<boolean>;
  /** Their address, for the limit. */
  readonly address: string;
}

export interface LiveStreamOptions {
  readonly application: Application;
  readonly live: Live;
  readonly sources: readonly LiveSource[];
  readonly readerOf: (c: Context) => StreamReader;
  readonly timers: Timers;
  /** Streams at most: in all, and from one address. */
  readonly most?: { readonly all: number; readonly ofAddress: number };
}

const TOPICS = 8;
const BEAT_MS = 1_000;
/** Each stream is sent a comment, and its reader's right to it is looked at again, once in so many beats: never all at once. */
const ROUND = 25;
/** So many messages may wait for a reader who does not read; one more and the stream ends. */
const UNREAD = 16;

interface Stream {
  readonly number: number;
  readonly address: string;
  readonly body: ReadableStream<Uint8Array>;
  /** Whether its reader may still follow all its topics. */
  readonly isAllowed: () => Promise<boolean>;
  send(text: string): void;
  end(): void;
}

/** Opens the place where streams are asked for. */
export function openLiveStreams(options: LiveStreamOptions): LiveStreams {
  const { readerOf, timers, most = { all: 5_000, ofAddress: 100 } } = options;
  const streams = new Set<Stream>();
  let made = 0;
  let beat = 0;
  const stopBeating = timers.every(BEAT_MS, () => {
    beat += 1;
    for (const stream of streams) if (stream.number % ROUND === beat % ROUND) void keepOrEnd(stream);
  });
  return {
    async answer(c) {
      const topics = [...new Set(c.req.queries("topic") ?? [])];
      if (topics.length === 0 || topics.length > TOPICS) return c.text("", 404);
      const reader = readerOf(c);
      const ofAddress = [...streams].filter((stream) => stream.address === reader.address).length;
      if (ofAddress >= most.ofAddress) return c.text("", 429, { "Retry-After": "60" });
      if (streams.size >= most.all) return c.text("", 503, { "Retry-After": "60" });
      // It follows before it is allowed, so that nothing that happens meanwhile, not even the end of its session, is missed.
      made += 1;
      const stream = openStream(options, reader, topics, made, () => streams.delete(stream));
      streams.add(stream);
      if (!(await stream.isAllowed())) {
        stream.end();
        return c.text("", 404);
      }
      // Browsers come back by themselves; after a restart not all in one moment.
      stream.send(`retry: ${3_000 + ((stream.number * 37) % 4_000)}\n\n`);
      return c.body(stream.body, 200, streamHeaders);
    },
    count: () => streams.size,
    close() {
      stopBeating();
      for (const stream of streams) stream.end();
    },
  };
}

/** Begins to follow for one reader; `gone` is told once, when the stream has ended by whatever side. */
function openStream(
  { application, live, sources }: LiveStreamOptions,
  reader: StreamReader,
  topics: readonly string[],
  number: number,
  gone: () => void,
): Stream {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const leave = () => {
    control = undefined;
    unfollow();
    gone();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        control = controller;
      },
      cancel: leave,
    },
    { highWaterMark: UNREAD },
  );
  const stream: Stream = {
    number,
    address: reader.address,
    body,
    isAllowed: async () => (await reader.stands()) && mayFollowAll(application, sources, topics, reader.personId),
    send(text) {
      if (control === undefined) return;
      if ((control.desiredSize ?? 0) > 0) return control.enqueue(encoder.encode(text));
      control.error(new SlowReader());
      leave();
    },
    end() {
      if (control === undefined) return;
      control.close();
      leave();
    },
  };
  const unfollow = live.follow({
    topics,
    personId: reader.personId,
    changed: (topic, events) => stream.send(`data: ${JSON.stringify({ topic, events })}\n\n`),
    doubted: () => void keepOrEnd(stream),
  });
  return stream;
}

const encoder = new TextEncoder();

const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // nginx gathers answers unless told otherwise.
  "X-Accel-Buffering": "no",
};

/** Ends the connection of somebody who does not read. */
class SlowReader extends Error {
  // By this code the HTTP server knows that nobody is left to tell, and destroys the connection without more words.
  readonly code = "ERR_STREAM_PREMATURE_CLOSE";
}

async function keepOrEnd(stream: Stream): Promise<void> {
  const isAllowed = await stream.isAllowed().catch(() => false);
  if (isAllowed) stream.send(":\n\n");
  else stream.end();
}

async function mayFollowAll(
  application: Application,
  sources: readonly LiveSource[],
  topics: readonly string[],
  personId: string | undefined,
): Promise<boolean> {
  for (const topic of topics) {
    const colon = topic.indexOf(":");
    const source = sources.find((candidate) => candidate.name === topic.slice(0, colon));
    if (source === undefined || colon < 1 || topic.length > 200) return false;
    if (!(await source.mayFollow(application, topic.slice(colon + 1), personId))) return false;
  }
  return true;
}
