import type { z } from "zod";
import { append } from "../activity-log/append.ts";
import type { Chain, LoggedEvent, NewEvent } from "../activity-log/event.ts";
import type { Json } from "../base/canonical-json.ts";
import type { IdSource } from "../base/ids.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import type { Database } from "../database/database.ts";
import { undoably } from "../database/savepoint.ts";
import { schedule, unschedule } from "../jobs/schedule.ts";
import { actorName, unnamedActor, type Actor, type Command, type CommandContext, type Origin } from "./command.ts";
import { parseInput } from "./input.ts";

/** What stays the same through one execution, its nested commands included. */
export interface Setting {
  readonly transaction: Database;
  readonly lock: (transaction: Database, name: string) => Promise<void>;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly now: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant;
  readonly ids: IdSource;
  readonly salt: () => string;
}

/** An event with the chain and the command that told it: nested commands may belong to another chain. */
export interface Told {
  readonly chain: Chain;
  readonly command: string;
  /** As the log names them. */
  readonly actor: string;
  readonly event: NewEvent;
}

/** Authorises and runs a command whose chain is held; what it tells is added to `told`. */
export async function runCommand<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  setting: Setting,
  command: Command<Schema, Value, Refusal>,
  input: z.output<Schema>,
  told: Told[],
): Promise<Result<Value, Refusal>> {
  const context = contextFor(setting, command.chain(input), command.name, told);
  const refusal = await command.authorise(context, input);
  if (refusal !== undefined) return { ok: false, refusal };
  return command.run(context, input);
}

/** Appends everything told to its chains, in order, and gives it back as subscribers will see it. */
export async function appendTold(setting: Setting, told: readonly Told[]): Promise<readonly LoggedEvent[]> {
  const logged: LoggedEvent[] = [];
  for (const { chain, command, actor, events } of inRuns(told)) {
    const occasion = { chain, command, at: setting.now, actor, salt: setting.salt };
    logged.push(...(await append(setting.transaction, occasion, events)));
  }
  return logged;
}

function contextFor(setting: Setting, chain: Chain, command: string, told: Told[]): CommandContext {
  const { transaction, actor, origin, now, arrivedAt, ids } = setting;
  return {
    db: transaction,
    actor,
    origin,
    now,
    arrivedAt,
    ids,
    emit: (event) => void told.push({ chain, command, actor: actorName(actor), event }),
    emitUnnamed: (event) => void told.push({ chain, command, actor: unnamedActor, event }),
    schedule: (job) => schedule(transaction, [job]),
    unschedule: (kind, key) => unschedule(transaction, kind, key),
    execute: async (nested, raw) => {
      const parsed = parseInput(nested.input, raw);
      if (!parsed.ok) return parsed;
      const nestedChain = nested.chain(parsed.value);
      if (nestedChain !== chain) await setting.lock(transaction, chainLock(nestedChain));
      const toldInside: Told[] = [];
      const answer = await undoably(
        transaction,
        () => runCommand(setting, nested, parsed.value, toldInside),
        isAccepted,
      );
      if (answer.ok) told.push(...toldInside);
      return answer;
    },
  };
}

/** Under which name a chain is held, so that nobody appends to the same end meanwhile. */
export function chainLock(chain: Chain): string {
  return `chain:${chain}`;
}

function isAccepted(answer: Result<unknown>): boolean {
  return answer.ok;
}

/** Events told one after the other by one command and under one name, together: they are appended in one go. */
function inRuns(told: readonly Told[]) {
  const runs: (Omit<Told, "event"> & { readonly events: NewEvent[] })[] = [];
  for (const { event, ...by } of told) {
    const last = runs.at(-1);
    if (last?.chain === by.chain && last.command === by.command && last.actor === by.actor) last.events.push(event);
    else runs.push({ ...by, events: [event] });
  }
  return runs;
}
