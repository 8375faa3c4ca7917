import type { z } from "zod";
import { append } from "../activity-log/append.ts";
import type { Chain, LoggedEvent, NewEvent } from "../activity-log/event.ts";
import type { Json } from "../base/canonical-json.ts";
import type { IdSource } from "../base/ids.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import { microsecondsFromInstant, type Clock } from "../base/time.ts";
import type { Database, DatabaseHandle } from "../database/database.ts";
import { schedule, unschedule } from "../jobs/schedule.ts";
import { actorName, type Actor, type Command, type CommandContext, type InvalidInput, type Origin } from "./command.ts";
import { parseInput } from "./input.ts";
import { receiptTables } from "./receipts.tables.ts";

/** Who asks, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: Origin;
}

/** Carries out a command: the only way in which state changes. */
export type Execute = <Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  command: Command<Schema, Value, Refusal>,
  input: unknown,
  by: By,
) => Promise<Result<Value, Refusal | InvalidInput>>;

/** What carrying out commands needs from outside. */
export interface ExecutionServices {
  readonly database: DatabaseHandle;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** 128 random bits as text. */
  readonly salt: () => string;
  /** Queues the deliveries of events to subscribers, inside the same transaction. */
  readonly queueDeliveries: (transaction: Database, events: readonly LoggedEvent[]) => Promise<void>;
  /** Told after the commit; must not throw. For live updates and for waking workers, nothing that may not be lost. */
  readonly committed: (events: readonly LoggedEvent[]) => void;
}

/**
 * The pipeline of every change of state, in one transaction: receipt, input, authorisation, run, log, deliveries.
 *
 * A refusal leaves nothing behind but, for origins that repeat themselves, its receipt. Two arrivals of one key at the same
 * time end in one answer: the second waits for the first, or collides with its receipt and is run again.
 *
 * @throws StorageFailure when nothing could be kept; the same key may then be tried again
 */
export function createExecute(services: ExecutionServices): Execute {
  return async (command, input, by) => {
    const parsed = parseInput(command.input, input);
    if (!parsed.ok) return parsed;
    const key = `${by.origin.from}:${by.origin.key}:${command.name}`;
    try {
      const done = await services.database.write((transaction) =>
        carryOut(services, transaction, command, parsed.value, by, key),
      );
      if (done.events.length > 0) services.committed(done.events);
      return done.answer;
    } catch (cause) {
      if (!(cause instanceof RefusedInside)) throw cause;
      // What was thrown inside is this command's own refusal: nothing else throws a RefusedInside.
      const answer = { ok: false, refusal: cause.refusal } as Result<never, never>;
      if (by.origin.from === "web") return answer;
      return services.database.write((transaction) => keepFirstAnswer(services, transaction, key, answer));
    }
  };
}

/** Thrown to undo the transaction of a command that refused; never leaves this file. */
class RefusedInside extends Error {
  readonly refusal: AnyRefusal;

  constructor(refusal: AnyRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

async function carryOut<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  services: ExecutionServices,
  transaction: Database,
  command: Command<Schema, Value, Refusal>,
  input: z.output<Schema>,
  by: By,
  key: string,
): Promise<{ readonly answer: Result<Value, Refusal>; readonly events: readonly LoggedEvent[] }> {
  const chain = command.chain(input);
  await services.database.lock(transaction, `chain:${chain}`);
  const first = await firstAnswer<Value, Refusal>(transaction, key);
  if (first !== undefined) return { answer: first, events: [] };
  const now = services.clock();
  const told: Told[] = [];
  const context = contextFor(services, transaction, by, now, { chain, command: command.name, told });
  const answer = await authoriseAndRun(context, command, input);
  if (!answer.ok) throw new RefusedInside(answer.refusal);
  const events = await appendAll(services, transaction, by, now, told);
  await services.queueDeliveries(transaction, events);
  await keepReceipt(services, transaction, key, answer);
  return { answer, events };
}

async function authoriseAndRun<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  context: CommandContext,
  command: Command<Schema, Value, Refusal>,
  input: z.output<Schema>,
): Promise<Result<Value, Refusal>> {
  const refusal = await command.authorise(context, input);
  if (refusal !== undefined) return { ok: false, refusal };
  return command.run(context, input);
}

/** An event with the chain and the command that told it: nested commands may belong to another chain. */
interface Told {
  readonly chain: Chain;
  readonly command: string;
  readonly event: NewEvent;
}

function contextFor(
  services: ExecutionServices,
  transaction: Database,
  by: By,
  now: Temporal.Instant,
  teller: { readonly chain: Chain; readonly command: string; readonly told: Told[] },
): CommandContext {
  const { chain, command, told } = teller;
  return {
    db: transaction,
    actor: by.actor,
    origin: by.origin,
    now,
    ids: services.ids,
    emit: (event) => void told.push({ chain, command, event }),
    schedule: (job) => schedule(transaction, [job]),
    unschedule: (kind, key) => unschedule(transaction, kind, key),
    execute: async (nested, raw) => {
      const parsed = parseInput(nested.input, raw);
      if (!parsed.ok) return parsed;
      const nestedChain = nested.chain(parsed.value);
      if (nestedChain !== chain) await services.database.lock(transaction, `chain:${nestedChain}`);
      const inside = contextFor(services, transaction, by, now, { chain: nestedChain, command: nested.name, told });
      return authoriseAndRun(inside, nested, parsed.value);
    },
  };
}

async function appendAll(
  services: ExecutionServices,
  transaction: Database,
  by: By,
  now: Temporal.Instant,
  told: readonly Told[],
): Promise<readonly LoggedEvent[]> {
  const logged: LoggedEvent[] = [];
  for (const { chain, command, event } of told) {
    const occasion = { chain, command, at: now, actor: actorName(by.actor), salt: services.salt };
    logged.push(...(await append(transaction, occasion, [event])));
  }
  return logged;
}

async function firstAnswer<Value extends Json, Refusal extends AnyRefusal>(
  transaction: Database,
  key: string,
): Promise<Result<Value, Refusal> | undefined> {
  const row = await receiptTables(transaction).selectFrom("receipts").select("answer").where("key", "=", key).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.answer) as Result<Value, Refusal>);
}

async function keepReceipt(services: ExecutionServices, transaction: Database, key: string, answer: Result<Json>): Promise<void> {
  await receiptTables(transaction)
    .insertInto("receipts")
    .values({ key, answer: JSON.stringify(answer), received_at: microsecondsFromInstant(services.clock()) })
    .execute();
}

async function keepFirstAnswer<Answer extends Result<never>>(
  services: ExecutionServices,
  transaction: Database,
  key: string,
  answer: Answer,
): Promise<Answer> {
  await services.database.lock(transaction, `receipt:${key}`);
  const first = await firstAnswer(transaction, key);
  if (first !== undefined) return first as Answer;
  await keepReceipt(services, transaction, key, answer);
  return answer;
}
