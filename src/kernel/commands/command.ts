import type { z } from "zod";
import type { Chain, NewEvent } from "../activity-log/event.ts";
import type { Json } from "../base/canonical-json.ts";
import type { IdSource } from "../base/ids.ts";
import type { AnyRefusal, Result } from "../base/result.ts";
import type { Database } from "../database/database.ts";
import type { ScheduledJob } from "../jobs/schedule.ts";

/** Who acts. A person may have come by the web, the fediverse or e-mail; `server` is the operator at the command line. */
export type Actor =
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "server" }
  | { readonly kind: "clock" }
  | { readonly kind: "visitor" };

/**
 * Where a command came from. `key` makes it recognisable: the same origin and key arriving twice give the first answer and
 * write nothing. Web: the form's token; federated: the activity's id; clock: the job's kind, key and instant.
 */
export interface Origin {
  readonly from: "web" | "federated" | "email" | "cli" | "clock";
  readonly key: string;
}

/** What a command may use. Everything it reads or writes goes through `db`, which is its transaction. */
export interface CommandContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly origin: Origin;
  readonly now: Temporal.Instant;
  /**
   * When what is acted on arrived here: by this it is in time or late, however long it waited since. Never what a sender says, and
   * never later than `now`.
   */
  readonly arrivedAt: Temporal.Instant;
  readonly ids: IdSource;
  /** Records what happened, in the order told, in the command's chain. */
  emit(event: NewEvent): void;
  /** As {@link emit}, but the log does not say who did it: for what must not be known of a person, such as that a ballot is theirs. */
  emitUnnamed(event: NewEvent): void;
  schedule(job: ScheduledJob): Promise<void>;
  unschedule(kind: string, key: string): Promise<void>;
  /** Runs another command inside this transaction, as the same actor; its refusal undoes what it wrote, and nothing else. One at a time. */
  execute<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
    command: Command<Schema, Value, Refusal>,
    input: z.input<Schema>,
  ): Promise<Result<Value, Refusal | InvalidInput>>;
}

/** One change of state, named by its verb. Values are JSON, since a receipt keeps them; secrets never leave a command. */
export interface Command<
  Schema extends z.ZodType = z.ZodType,
  Value extends Json = Json,
  Refusal extends AnyRefusal = AnyRefusal,
> {
  /** `capability/verb-object`: `gatherings/announce-gathering`. */
  readonly name: string;
  readonly input: Schema;
  /** Where its events go, and what it holds to itself while it runs. */
  chain(input: z.output<Schema>): Chain;
  /** Whether this actor may do this, now; a refusal says why and who can. */
  authorise(context: CommandContext, input: z.output<Schema>): Promise<Refusal | undefined>;
  run(context: CommandContext, input: z.output<Schema>): Promise<Result<Value, Refusal>>;
}

/** The input has the wrong shape. Each problem names its field, what is wrong (a message key's end) and the bound it broke. */
export interface InvalidInput extends AnyRefusal {
  readonly kind: "invalid-input";
  readonly problems: readonly InputProblem[];
}

export interface InputProblem {
  /** Dotted path, as the form's field is named: `slots.0.start`; empty for the whole. */
  readonly field: string;
  readonly problem: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Declares a command; gives it back unchanged, with its types inferred. */
export function defineCommand<Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  command: Command<Schema, Value, Refusal>,
): Command<Schema, Value, Refusal> {
  return command;
}

/** How the log names whoever did what {@link CommandContext.emitUnnamed} told. */
export const unnamedActor = "unnamed";

/** How an actor is named in the log: `person:<id>`, `server`, `clock`, `visitor`. */
export function actorName(actor: Actor): string {
  return actor.kind === "person" ? `person:${actor.personId}` : actor.kind;
}
