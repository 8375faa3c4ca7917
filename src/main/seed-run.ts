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

/** Moves the clock on by so many days and does what has come due; a gathering is held because its time has passed. */
export type LetTimePass = (days: number) => Promise<void>;

/** How many days the story of the demo takes: it ends today. */
export const daysOfStory = 35;
