import type {
  MessageQueue,
  MessageQueueDepth,
  MessageQueueEnqueueOptions,
  MessageQueueListenOptions,
} from "@fedify/fedify";
import type { Application } from "../../application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import { StorageFailure, type Database } from "../../database/database.ts";
import { untilWritten } from "../../database/until-written.ts";
import { claimMessages, dropMessage, giveBackMessage, postponeMessage, type ClaimedMessage } from "./claims.ts";
import { queueTables } from "./queue.tables.ts";

const POLL_MS = 250;
const GATHER_MS = 5;
const ROWS_PER_INSERT = 500;

/** How a queue works. */
export interface MessageQueueSettings {
  readonly name: string;
  /** How many messages are in hand at once in this process; default 8. */
  readonly atOnce?: number;
  /** Most messages that may wait: of one host, and in all. Default 2,000 and 100,000. */
  readonly quota?: { readonly perHost: number; readonly all: number };
  /** Told of every handling that failed. */
  readonly failed?: (key: string, cause: unknown) => void;
}

/** What may be said of a message beyond what Fedify says. */
export interface EnqueueOptions extends MessageQueueEnqueueOptions {
  /** A message with the key of one that waits already is that one, and is not put in again. */
  readonly key?: string;
  /** Whose message it is; counts against the quota of that host. */
  readonly host?: string;
  /** When it arrived, if that was before now; what arrived first is due first. */
  readonly arrivedAt?: Temporal.Instant;
}

/** A queue of Fedify's kind, on our database. */
export interface DurableQueue extends MessageQueue {
  readonly nativeRetrial: true;
  /** @throws QueueFull, StorageFailure */
  enqueue(message: Json, options?: EnqueueOptions): Promise<void>;
  enqueueMany(messages: readonly Json[], options?: MessageQueueEnqueueOptions): Promise<void>;
  listen(handler: Handler, options?: MessageQueueListenOptions): Promise<void>;
  getDepth(): Promise<MessageQueueDepth>;
  /** Whether something that arrived before then has not been tried yet. What failed and is to be tried again is not meant. */
  hasUntried(before: Temporal.Instant): Promise<boolean>;
  /** Handles what is due now, once, and says how many that were; tests pump this instead of listening. */
  pump(handler: Handler): Promise<number>;
}

/** Handles one message; a throw means: later again. */
export type Handler = (message: Json) => Promise<void> | void;

/** No room for a message: its host has too many waiting, or all have. To be tried again later. */
export class QueueFull extends Error {
  constructor(queue: string, host: string) {
    super(`the queue ${queue} has no room for more of ${host === "" ? "anybody" : host}`);
    this.name = "QueueFull";
  }
}

/**
 * A queue on the database, for any number of processes: a message is leased to one of them, and deleted only after it was
 * handled, so that it is handled at least once. One that fails waits ten seconds, then twice as long each time.
 */
export function createMessageQueue(application: Application, settings: MessageQueueSettings): DurableQueue {
  const { name, atOnce = 8, quota = { perHost: 2000, all: 100_000 } } = settings;
  let wake: () => void = () => {};

  const put = async (messages: readonly Json[], options: EnqueueOptions) => {
    const due = (options.arrivedAt ?? application.clock()).add(options.delay ?? { seconds: 0 });
    await application.database.write(async (transaction) => {
      const queue = queueTables(transaction);
      const isBeyond = async (host: string | undefined, most: number) => {
        const waiting = queue.selectFrom("queue_messages").select("id").where("queue", "=", name);
        const ofHost = host === undefined ? waiting : waiting.where("host", "=", host);
        return (
          (await ofHost
            .offset(most - 1)
            .limit(1)
            .executeTakeFirst()) !== undefined
        );
      };
      const host = options.host ?? "";
      if (host !== "" && (await isBeyond(host, quota.perHost))) throw new QueueFull(name, host);
      if (await isBeyond(undefined, quota.all)) throw new QueueFull(name, "");
      const rows = messages.map((message) => rowOf(application, name, message, due, options));
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
        await queue
          .insertInto("queue_messages")
          .values(rows.slice(from, from + ROWS_PER_INSERT))
          .onConflict((conflict) => conflict.columns(["queue", "key"]).doNothing())
          .execute();
      }
    });
    wake();
  };

  const handle = async (claimed: ClaimedMessage, handler: Handler, signal: AbortSignal | undefined) => {
    const end = await outcomeOf(claimed, handler);
    if (end.cause !== undefined) settings.failed?.(claimed.key, end.cause);
    // What became of it is written as soon as the engine can: its lease would hold it for minutes.
    await untilWritten(
      () => application.database.writeAtOnce((database) => end.write(database, application.clock())),
      signal,
    );
  };

  return {
    nativeRetrial: true,
    enqueue: (message: Json, options = {}) => put([message], options),
    enqueueMany: (messages, options = {}) => put(messages, options),
    pump: async (handler) => {
      const claimed = await claimMessages(application, name, atOnce);
      await Promise.all(claimed.map((one) => handle(one, handler, undefined)));
      return claimed.length;
    },
    listen: async (handler, options = {}) => {
      const inHand = new Set<Promise<void>>();
      while (options.signal?.aborted !== true) {
        const claimed = await claimMessages(application, name, atOnce - inHand.size).catch((cause: unknown) => {
          settings.failed?.(name, cause);
          return [];
        });
        for (const one of claimed) {
          const handling: Promise<void> = handle(one, handler, options.signal)
            .catch((cause: unknown) => settings.failed?.(one.key, cause))
            .finally(() => inHand.delete(handling));
          inHand.add(handling);
        }
        // Something done may let in what waited for it, so a new look is due whenever one handling ends.
        const called = new Promise<void>((resolve) => (wake = resolve));
        if (claimed.length === 0) await firstOf([called, ...inHand], options.signal);
        else if (inHand.size >= atOnce) await firstOf([...inHand], options.signal);
        // Places that become free together are filled together.
        if (inHand.size > 0) await new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS));
      }
      await Promise.all(inHand);
    },
    getDepth: () => depthOf(application, name),
    hasUntried: async (before) => (await firstUntried(application.read, { name, before })) !== undefined,
  };
}

/** How a message's stay in hand ends, and why when it failed. */
interface End {
  readonly cause?: unknown;
  readonly write: (transaction: Database, now: Temporal.Instant) => Promise<void>;
}

async function outcomeOf(claimed: ClaimedMessage, handler: Handler): Promise<End> {
  try {
    await handler(claimed.message);
    return { write: (transaction) => dropMessage(transaction, claimed) };
  } catch (cause) {
    if (cause instanceof StorageFailure) {
      return { cause, write: (transaction, now) => giveBackMessage(transaction, claimed, now) };
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    return { cause, write: (transaction, now) => postponeMessage(transaction, claimed, now, why) };
  }
}

function rowOf(application: Application, queue: string, message: Json, due: Temporal.Instant, options: EnqueueOptions) {
  const id = application.ids.next<"queue-message">();
  return {
    id,
    queue,
    key: options.key ?? id,
    ordering_key: options.orderingKey ?? null,
    host: options.host ?? "",
    message: JSON.stringify(message),
    due_at: microsecondsFromInstant(due),
    attempts: 0,
    leased_until: null,
    holder: null,
    abandoned: 0,
    last_error: null,
    given_up_at: null,
  };
}

function firstUntried(read: Database, given: { readonly name: string; readonly before: Temporal.Instant }) {
  return queueTables(read)
    .selectFrom("queue_messages")
    .select("id")
    .where("queue", "=", given.name)
    .where("given_up_at", "is", null)
    .where("due_at", "<", microsecondsFromInstant(given.before))
    .where("last_error", "is", null)
    .limit(1)
    .executeTakeFirst();
}

async function depthOf(application: Application, name: string): Promise<MessageQueueDepth> {
  const now = microsecondsFromInstant(application.clock());
  const waiting = queueTables(application.read)
    .selectFrom("queue_messages")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("queue", "=", name)
    .where("given_up_at", "is", null)
    .where((row) => row.or([row("leased_until", "is", null), row("leased_until", "<=", now)]));
  const { count: queued } = await waiting.executeTakeFirstOrThrow();
  const { count: ready } = await waiting.where("due_at", "<=", now).executeTakeFirstOrThrow();
  return { queued, ready, delayed: queued - ready };
}

/** Waits for the first of these, for the end, or for the next turn: other processes put messages in without a word. */
async function firstOf(events: readonly Promise<void>[], signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, POLL_MS);
  const end = () => resolve();
  signal?.addEventListener("abort", end);
  await Promise.race([promise, ...events]);
  clearTimeout(timer);
  signal?.removeEventListener("abort", end);
}
