import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";

/** Why a directory is not followed, or not any more. */
export interface SharingRefusal extends AnyRefusal {
  readonly kind:
    | "sign-in-needed"
    | "only-operators"
    | "not-found"
    | "followed-already"
    | "follows-full"
    | "origin-blocked";
}

/** What other servers say by signed activities, and what the program does by itself; no form says it. */
export async function mustNotBeAForm({ actor, origin }: CommandContext): Promise<SharingRefusal | undefined> {
  const isProgram = actor.kind === "clock" || actor.kind === "server";
  return isProgram || origin.from === "federated" ? undefined : { kind: "only-operators" };
}
