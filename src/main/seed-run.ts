import type { z } from "zod";
import type { Json } from "../kernel/base/canonical-json.ts";
import type { AnyRefusal } from "../kernel/base/result.ts";
import type { Actor, Command } from "../kernel/commands/command.ts";

/** Carries out a command of the seed; a refusal is a bug of the seed. */
export type Run = <Schema extends z.ZodType, Value extends Json, Refusal extends AnyRefusal>(
  command: Command<Schema, Value, Refusal>,
  input: z.input<Schema>,
  actor: Actor,
) => Promise<Value>;

/** Gives the actor of somebody in the cast. */
export type ActorOf = (name: string) => Actor;
