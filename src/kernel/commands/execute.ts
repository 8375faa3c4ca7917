import type { z } from "zod";
import type { LoggedEvent } from "../activity-log/event.ts";
import type { Json } from "../base/canonical-json.ts";
import type { IdSource } from "../base/ids.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import type { Clock } from "../base/time.ts";
import type { Database, DatabaseHandle } from "../database/database.ts";
import { appendTold, chainLock, runCommand, type Told } from "./command-context.ts";
import type { Actor, Command, InvalidInput, Origin } from "./command.ts";
import { parseInput } from "./input.ts";
import { firstAnswer, keepFirstAnswer, keepReceipt } from "./receipts.ts";

/** Who asks, and from where. */
export interface By {
  readonly actor: Actor;
  readonly origin: Origin;
  /** When it arrived, for what waited before it is acted on; left out, it arrives now. */
  readonly arrivedAt?: Temporal.Instant;
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
    for (;;) {
      try {
        const done = await services.database.write((transaction) =>
          carryOut(services, transaction, command, parsed.value, by, key),
        );
        if (done.events.length > 0) services.committed(done.events);
        return done.answer;
      } catch (cause) {
        // The other arrival of this key has committed: its receipt holds the answer.
        if (cause instanceof AnsweredMeanwhile) continue;
        if (!(cause instanceof RefusedInside)) throw cause;
        // What was thrown inside is this command's own refusal: nothing else throws a RefusedInside.
        const answer = { ok: false, refusal: cause.refusal } as Result<never, never>;
        if (by.origin.from === "web") return answer;
        return services.database.write((transaction) => keepFirstAnswer(transaction, key, answer, services.clock()));
      }
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

/** Thrown to undo the transaction of a command whose key was answered by another transaction; never leaves this file. */
class AnsweredMeanwhile extends Error {}

async function carryOut<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  services: ExecutionServices,
  transaction: Database,
  command: Command<Schema, Value, Refusal>,
  input: z.output<Schema>,
  by: By,
  key: string,
): Promise<{ readonly answer: Result<Value, Refusal>; readonly events: readonly LoggedEvent[] }> {
  await services.database.lock(transaction, chainLock(command.chain(input)));
  const first = await firstAnswer<Value, Refusal>(transaction, key);
  if (first !== undefined) return { answer: first, events: [] };
  const now = services.clock();
  const setting = {
    transaction,
    lock: (inside: Database, name: string) => services.database.lock(inside, name),
    actor: by.actor,
    origin: by.origin,
    now,
    arrivedAt: by.arrivedAt ?? now,
    ids: services.ids,
    salt: services.salt,
  };
  const told: Told[] = [];
  const answer = await runCommand(setting, command, input, told);
  if (!answer.ok) throw new RefusedInside(answer.refusal);
  const events = await appendTold(setting, told);
  await services.queueDeliveries(transaction, events);
  if (!(await keepReceipt(transaction, key, answer, setting.now))) throw new AnsweredMeanwhile();
  return { answer, events };
}
