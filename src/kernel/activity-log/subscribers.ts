import type { Application } from "../application.ts";
import { instantFromMicroseconds } from "../base/time.ts";
import type { Database, Write } from "../database/database.ts";
import type { DueJob, JobDefinition } from "../jobs/job.ts";
import { schedule } from "../jobs/schedule.ts";
import type { LoggedEvent } from "./event.ts";
import { logTables } from "./log.tables.ts";

/** Someone who acts on events after they are committed: at least once each, and retried until it succeeds. */
export interface Subscriber {
  readonly name: string;
  /** The names of the events it hears. */
  readonly events: readonly string[];
  /**
   * Reads, and gives back what is to be written: in one transaction with the note that the event was heard, and in the order of the
   * events. Others' writes for earlier events may not be there yet when it reads. A throw means: deliver this event again later.
   */
  handle(application: Application, event: LoggedEvent): Promise<Write | void>;
}

/** Writes down, in the transaction of the events themselves, which subscriber is still to hear of which. */
export function queueDeliveriesTo(subscribers: readonly Subscriber[]) {
  const hearersOf = hearersAmong(subscribers);
  return (transaction: Database, events: readonly LoggedEvent[]): Promise<void> =>
    schedule(
      transaction,
      events.flatMap((event) =>
        hearersOf(event.name).map((subscriber) => ({
          kind: jobKind(subscriber),
          key: deliveryKey(event),
          due: event.at,
          payload: { chain: event.chain, sequence: event.sequence },
        })),
      ),
    );
}

/** Who hears events of a name: looked up once, since every event asks, and again when somebody has joined meanwhile. */
function hearersAmong(subscribers: readonly Subscriber[]) {
  const known = new Map<string, readonly Subscriber[]>();
  let counted = 0;
  return (name: string): readonly Subscriber[] => {
    if (counted !== subscribers.length) known.clear();
    counted = subscribers.length;
    const hearers = known.get(name) ?? subscribers.filter(({ events }) => events.includes(name));
    known.set(name, hearers);
    return hearers;
  };
}

/** The kinds of jobs by which subscribers hear of events. */
export function subscriberJobs(subscribers: readonly Subscriber[]): readonly JobDefinition[] {
  return subscribers.map((subscriber) => ({
    kind: jobKind(subscriber),
    overlaps: true,
    run: async (application, job) => {
      const event = await eventOf(application.read, job);
      // Erased meanwhile for privacy: there is nothing left to tell.
      return event === undefined ? undefined : subscriber.handle(application, event);
    },
  }));
}

function jobKind(subscriber: Subscriber): string {
  return `tell/${subscriber.name}`;
}

/** Padded, so that jobs due at one instant are taken in the order of the chain. */
function deliveryKey(event: LoggedEvent): string {
  return `${event.chain}/${event.sequence.toString().padStart(12, "0")}`;
}

async function eventOf(read: Database, job: DueJob): Promise<LoggedEvent | undefined> {
  const { chain, sequence } = job.payload as { chain: string; sequence: number };
  const row = await logTables(read)
    .selectFrom("log_entries as entry")
    .innerJoin("log_payloads as beside", (join) =>
      join.onRef("beside.chain", "=", "entry.chain").onRef("beside.sequence", "=", "entry.sequence"),
    )
    .select(["entry.at", "entry.actor", "entry.command", "entry.event", "entry.version", "beside.payload"])
    .where("entry.chain", "=", chain)
    .where("entry.sequence", "=", sequence)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { at, actor, command, event: name, version } = row;
  const payload = JSON.parse(row.payload) as LoggedEvent["payload"];
  return {
    id: `${chain}/${sequence}`,
    chain,
    sequence,
    at: instantFromMicroseconds(at),
    actor,
    command,
    name,
    version,
    payload,
  };
}
