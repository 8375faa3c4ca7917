import { isOperator } from "../../accounts/index.ts";
import type { AnyRefusal } from "../../kernel/base/result.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";

/** Who may do what in the directory, and what it cannot hold. */
export interface DirectoryRefusal extends AnyRefusal {
  readonly kind:
    | "sign-in-needed"
    | "only-operators"
    | "not-found"
    | "not-a-host"
    | "entry-exists"
    | "opted-out"
    | "nothing-filled-in"
    | "not-a-list"
    | "looked-lately"
    | "look-busy"
    | "look-enough"
    | "no-contact"
    | "place-away"
    | "contact-asked-lately"
    | "already-verified"
    | "unknown-code"
    | "not-the-contact"
    | "account-moved"
    | "other-key"
    | "source-needed";
}

/** Anybody with an account may add a place and say what they know of it, under their name. */
export async function mustBeSomebody(context: CommandContext): Promise<DirectoryRefusal | undefined> {
  return context.actor.kind === "person" || context.actor.kind === "server" ? undefined : { kind: "sign-in-needed" };
}

/** What was seen at other servers is written down by the program alone; no form says it. */
export async function mustBeTheProgram({ actor }: CommandContext): Promise<DirectoryRefusal | undefined> {
  return actor.kind === "clock" || actor.kind === "server" ? undefined : { kind: "only-operators" };
}

/** Whole lists are taken over by those who run the server. */
export async function mustBeOperator(context: CommandContext): Promise<DirectoryRefusal | undefined> {
  const { actor, db } = context;
  if (actor.kind === "server") return undefined;
  if (actor.kind !== "person") return { kind: "sign-in-needed" };
  return (await isOperator(db, actor.personId)) ? undefined : { kind: "only-operators" };
}
